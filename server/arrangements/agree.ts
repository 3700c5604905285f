/** The one way an arrangement comes to be: the plan as it was read back, payment by payment and part by part. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { reviewDays } from '../../shared/arrangements/life/review.ts';
import {
	nextState,
	type ArrangementState,
	type LifeEvent
} from '../../shared/arrangements/life/states.ts';
import type { Plan } from '../../shared/arrangements/plan.ts';
import { keptPlan } from '../../shared/arrangements/paying/receipt.ts';
import type { Beside } from '../../shared/arrangements/terms/collecting.ts';
import type { ContactPolicy } from '../../shared/law/policy-values.ts';
import { NO_PENCE } from '../../shared/money/pence.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { setUpDirectDebit } from './direct-debits.ts';
import { nextReference } from './give-reference.ts';
import { supersede } from './supersede.ts';
import {
	allocations,
	arrangementDebts,
	arrangementMoveNotes,
	arrangementMoves,
	arrangements,
	instalments
} from './tables.ts';

export type Agreeing = {
	plan: Plan;
	policy: ContactPolicy;
	customerId: string;
	contactId: string;
	officerId: string;
	/** Who gave the authority, where it was above the officer's own. */
	approvedBy: string | null;
	cites: readonly string[];
	/** Why it is as it is, in the officer's words; empty where nobody had to say. */
	why: string;
	/** As it was read back; null where the offer is older than references are. */
	paymentReference: string | null;
	/** Plans that it varies; any other that its debts were in is replaced. */
	varied: readonly string[];
	/** What collects another debt of theirs and goes on: its debt was left out. */
	beside: readonly Beside[];
	today: Day;
	at: Instant;
};

export type Agreed = { arrangementId: string; number: string; paymentReference: string };

/** The debts are locked by whoever calls it. The sums are proved by the database when the transaction ends. */
export async function agree(tx: Transaction, agreeing: Agreeing): Promise<Agreed> {
	const { plan, customerId } = agreeing;
	const debtIds = plan.debts.map(({ debtId }) => debtId);
	const { officerId, today, at } = agreeing;
	await supersede(tx, { customerId, debtIds, varied: agreeing.varied, officerId, today, at });
	const arrangementId = randomUUID();
	const number = await nextNumber(tx, agreeing.today);
	const paymentReference = agreeing.paymentReference ?? (await nextReference(tx));
	const named = { id: arrangementId, number, paymentReference };
	await tx.insert(arrangements).values({ ...named, ...rowOf(agreeing) });
	await tx.insert(arrangementDebts).values(debtRows(agreeing, arrangementId));
	await tx.insert(instalments).values(
		plan.payments.map((payment, index) => ({
			arrangementId,
			number: index + 1,
			dueOn: payment.on,
			takenOn: payment.takenOn,
			isProvisional: payment.isProvisional,
			method: payment.method,
			amountPence: payment.amount
		}))
	);
	await tx.insert(allocations).values(partsOf(plan, arrangementId));
	const moves = firstMoves(agreeing, arrangementId);
	await tx.insert(arrangementMoves).values(moves);
	const [first] = moves;
	if (first && agreeing.why !== '')
		await tx.insert(arrangementMoveNotes).values({ moveId: first.id, note: agreeing.why });
	await setUpDirectDebit(tx, { arrangementId, plan, at });
	return { arrangementId, number, paymentReference };
}

/** How it came to be active: agreed by the officer, or on a leader's answer. */
function firstMoves(agreeing: Agreeing, arrangementId: string) {
	const { cites: rules, officerId, approvedBy, today: onDay, at } = agreeing;
	const events = (approvedBy ? ['asked', 'approved'] : ['agreed']) satisfies LifeEvent[];
	let fromState: ArrangementState = 'proposed';
	return events.map((event) => {
		const next = nextState(fromState, event);
		if (!next.ok) throw new Error(`An arrangement cannot be agreed: ${next.because}.`);
		const by = event === 'approved' ? approvedBy : officerId;
		const move = { fromState, toState: next.to, event, rules, officerId: by, onDay, at };
		fromState = next.to;
		return { id: randomUUID(), arrangementId, ...move };
	});
}

function rowOf({ plan, policy, ...agreeing }: Agreeing) {
	const { offer, payments } = plan;
	const lastOn = payments.at(-1)?.on ?? offer.firstOn;
	const [firstReviewOn = null] = reviewDays({ firstOn: offer.firstOn, lastOn }, policy.L7.value);
	const { customerId, contactId, officerId, approvedBy, cites, beside, today, at } = agreeing;
	return {
		state: 'active' as const,
		customerId,
		contactId,
		officerId,
		approvedBy,
		cites,
		beside,
		amountPence: offer.amount,
		rhythm: offer.rhythm,
		method: offer.method,
		firstOn: offer.firstOn,
		lastOn,
		paymentCount: payments.length,
		totalPence: plan.total,
		agreedOn: today,
		agreedAt: at,
		role: plan.role,
		incomeProofBy: plan.evidence.incomeProofBy,
		firstReviewOn
	};
}

/** With what a receipt is split by. */
function debtRows({ plan, customerId }: Agreeing, arrangementId: string) {
	const kept = keptPlan(plan).debts;
	return plan.debts.map(({ debtId, owed }, index) => ({
		arrangementId,
		debtId,
		customerId,
		owedPence: owed,
		position: index + 1,
		clearOn: plan.clearOn[index] ?? plan.offer.firstOn,
		leastPence: kept[index]?.least ?? NO_PENCE,
		courtSumPence: kept[index]?.courtSum ?? NO_PENCE,
		withinPayDays: kept[index]?.within ?? null
	}));
}

function partsOf(plan: Plan, arrangementId: string) {
	return plan.payments.flatMap((payment, index) =>
		payment.parts.flatMap((amountPence, at) => {
			const debtId = plan.debts[at]?.debtId;
			return debtId === undefined || amountPence === 0
				? []
				: [{ arrangementId, number: index + 1, debtId, amountPence }];
		})
	);
}

/** `NA 2026 000 001`: Northmere agreement, the year, and a number that runs on. */
async function nextNumber(tx: Transaction, today: Day): Promise<string> {
	const [row] = await tx.execute<{ next: string }>(
		sql`select lpad(nextval('agreement_numbers')::text, 6, '0') as next`
	);
	const next = row?.next ?? '';
	return `NA ${today.slice(0, 4)} ${next.slice(0, -3)} ${next.slice(-3)}`;
}
