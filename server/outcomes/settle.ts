/** Writes what was read back, each outcome by the command of the room it belongs to. The debts are locked. */
import { randomUUID } from 'node:crypto';
import { loweredBy } from '../../shared/outcomes/claim.ts';
import { holdOf } from '../../shared/outcomes/as-staged.ts';
import { decide } from '../../shared/outcomes/decide.ts';
import { instructionsFor } from '../../shared/outcomes/instruct.ts';
import { mayRing } from '../../shared/customers/wishes/ring.ts';
import {
	debtsOf,
	ringingOf,
	type OutcomeOf,
	type StagedOutcome
} from '../../shared/outcomes/outcome.ts';
import { ARRANGEMENT, type ReadBackInput, type Weighed } from '../../shared/outcomes/read-back.ts';
import { besideOf, endings } from '../../shared/arrangements/terms/collecting.ts';
import type { Plan } from '../../shared/arrangements/plan.ts';
import type { Pence } from '../../shared/money/pence.ts';
import { instantInLondon, type Instant } from '../../shared/time/day.ts';
import { agree, type Agreed } from '../arrangements/agree.ts';
import { promise } from '../arrangements/promise.ts';
import type { Transaction } from '../db/transaction.ts';
import { hold } from '../debts/hold.ts';
import { takeByHand } from '../income/counter/take-by-hand.ts';
import { instruct } from '../letters/instruct.ts';
import { callbacks, claimDebts, claims, outcomes } from './tables.ts';

export type Settling = {
	commitId: string;
	contactId: string;
	customerId: string;
	officerId: string;
	teamId: string;
	approvedBy: string | null;
	input: ReadBackInput;
	weighed: readonly Weighed[];
	/** Why the plan is as it is, in the officer's words; empty where nobody had to say. */
	why: string;
	/** What the officer wrote beside each outcome. */
	notes: Readonly<Record<string, string>>;
	at: Instant;
};

/** The arrangement, where there is one. */
export async function settle(tx: Transaction, settling: Settling): Promise<Agreed | null> {
	const { input, customerId, contactId, at } = settling;
	const plan = input.planned?.ok ? input.planned.plan : null;
	const collecting = (input.planned?.ok && input.planned.collecting) || [];
	// Money first: a plan is for what is owed after what is paid today.
	for (const outcome of input.staged) await settleOne(tx, { outcome, settling });
	const agreed =
		plan &&
		(await agree(tx, {
			...settling,
			...input,
			plan,
			varied: variedBy(input),
			beside: besideOf(collecting),
			...citing(settling)
		}));
	await tx.insert(outcomes).values(rowsOf(settling, plan));
	const planDebts = plan?.debts.map(({ debtId }) => debtId) ?? [];
	const ended = endings(collecting);
	const instructions = instructionsFor(input.staged, { planDebtIds: planDebts, ended });
	await instruct(tx, { instructions, customerId, contactId, at });
	return agreed;
}

/** Looked at before anything is written: see `readyToCommit`. */
function receiptOf({ receipt }: OutcomeOf<'payment'>): string {
	if (receipt === null) throw new Error('A payment without a receipt was about to be written.');
	return receipt;
}

async function settleOne(
	tx: Transaction,
	{ outcome, settling }: { outcome: StagedOutcome; settling: Settling }
): Promise<void> {
	const { customerId, contactId, officerId, input, at } = settling;
	const about = { contactId, customerId };
	await holdFor(tx, { outcome, settling });
	switch (outcome.kind) {
		case 'payment':
			await takeByHand(tx, {
				...outcome,
				...about,
				channel: 'card',
				method: 'terminal',
				receipt: receiptOf(outcome),
				officerId,
				on: input.today,
				at
			});
			return;
		case 'promise':
			await promise(tx, {
				...outcome,
				...about,
				officerId,
				holdsUntil: untilOf(outcome, input) ?? outcome.by,
				at
			});
			return;
		case 'claim':
			await startClaim(tx, { outcome, settling });
			return;
		case 'callback':
			await tx.insert(callbacks).values({
				id: outcome.id,
				...about,
				dueAt: instantInLondon(outcome.on, outcome.at),
				number: numberFor(outcome, input),
				ownerId: officerId,
				note: noteOf(outcome, settling.notes)
			});
			return;
		default:
	}
}

/** With every debt that it would lower, those too that were held before. */
async function startClaim(
	tx: Transaction,
	{ outcome, settling }: { outcome: OutcomeOf<'claim'>; settling: Settling }
): Promise<void> {
	const { contactId, customerId, officerId: ownerId, input } = settling;
	const { id, entitlement } = outcome;
	await tx.insert(claims).values({
		id,
		contactId,
		customerId,
		entitlement,
		// Who has nothing left is asked for nothing, on account neither.
		onAccountPence: input.help ? null : outcome.onAccount,
		startedOn: input.today,
		ownerId
	});
	const lowered = loweredBy(entitlement, input).map((debt) => debt.id);
	const debtIds = [...new Set([...outcome.debtIds, ...lowered])];
	if (debtIds.length > 0)
		await tx.insert(claimDebts).values(debtIds.map((debtId) => ({ claimId: id, debtId })));
}

/** Whoever puts a hold on looks at it again before it ends. */
async function holdFor(
	tx: Transaction,
	{ outcome, settling }: { outcome: StagedOutcome; settling: Settling }
): Promise<void> {
	const { customerId, contactId: reference, officerId: ownerId, input } = settling;
	const held = holdIn(outcome, input);
	const debtIds = debtsOf(outcome);
	if (held && debtIds.length > 0)
		await hold(tx, { ...held, debtIds, customerId, reference, ownerId });
}

/** What it was booked for comes first. */
function noteOf({ id, about, adviser }: OutcomeOf<'callback'>, notes: Settling['notes']): string {
	const note = notes[id] ?? '';
	return about === 'debt-advice'
		? `Put them through to ${adviser ?? 'a debt adviser'}. ${note}`.trim()
		: note;
}

function numberFor(outcome: OutcomeOf<'callback'>, { reach, today }: ReadBackInput) {
	const may = mayRing(ringingOf(outcome), reach, today);
	if (!may.ok) throw new Error('A call back was about to be written against a wish.');
	return may.number;
}

function holdIn(outcome: StagedOutcome, input: ReadBackInput) {
	const until = untilOf(outcome, input);
	const held = until && holdOf(outcome, input.today, until);
	return held && { kind: held.kind, fromOn: held.fromOn, untilOn: until };
}

function untilOf(outcome: StagedOutcome, input: ReadBackInput) {
	const decided = decide(outcome, input);
	if (!decided.ok) throw new Error('An outcome that was read back cannot be decided.');
	return decided.until;
}

/** Plans of theirs that go on in this one. */
function variedBy({ planned }: ReadBackInput): string[] {
	const replaces = (planned?.ok && planned.replaces) || [];
	return replaces.filter(({ isVaried }) => isVaried).map(({ id }) => id);
}

function citing({ weighed }: Settling) {
	return { cites: weighed.find(({ id }) => id === ARRANGEMENT)?.cites ?? [] };
}

function rowsOf(settling: Settling, plan: Plan | null) {
	const { commitId, contactId, customerId, officerId, teamId, weighed, at, input } = settling;
	const shared = { commitId, contactId, customerId, officerId, teamId, onDay: input.today, at };
	const ofOutcomes = weighed.filter(
		({ id }) => id === ARRANGEMENT || input.staged.some((one) => one.id === id)
	);
	return ofOutcomes.map(({ id, cites }) => {
		if (id === ARRANGEMENT)
			return {
				...shared,
				id: randomUUID(),
				kind: ARRANGEMENT,
				amountPence: plan?.total ?? null,
				cites
			};
		const outcome = input.staged.find((one) => one.id === id);
		if (!outcome) throw new Error('An outcome is weighed that is not staged.');
		return { ...shared, id, kind: outcome.kind, amountPence: sumOf(outcome), cites };
	});
}

function sumOf(outcome: StagedOutcome): Pence | null {
	return 'amount' in outcome ? outcome.amount : null;
}
