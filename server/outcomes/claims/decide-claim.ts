/**
 * What was decided of a claim, recorded by its owner, a leader, or whoever has the customer in front of them: it ends
 * the hold that stood for it unless another claim still needs it, its sources go on in the same transaction, and every
 * plan of theirs waits for its review (policy L7). No entry is made: what comes off is the source's to say.
 */
import { eq, sql } from 'drizzle-orm';
import {
	decisionRefusal,
	type ClaimDecision,
	type DecisionRefusal
} from '../../../shared/outcomes/claim-decision.ts';
import { hasAuthority } from '../../../shared/officers/authority.ts';
import type { Officer } from '../../../shared/officers/roles.ts';
import type { Day, Instant } from '../../../shared/time/day.ts';
import { record } from '../../audit/record.ts';
import { recordsChanged, figuresChanged } from '../../contacts/figures-changed.ts';
import type { Transaction } from '../../db/transaction.ts';
import { endHolds } from '../../debts/end-holds.ts';
import { restartEnded } from '../../letters/restart.ts';
import { claims } from '../tables.ts';
import { isInTouch } from './in-touch.ts';

export type Deciding = {
	claimId: string;
	decision: ClaimDecision;
	note: string;
	officer: Pick<Officer, 'id' | 'role'>;
	today: Day;
	at: Instant;
};

/** `changed`: the open contacts that must be shown again. */
export type ClaimDecided =
	{ ok: true; changed: readonly string[] } | { ok: false; because: DecisionRefusal };

export async function decideClaim(tx: Transaction, asked: Deciding): Promise<ClaimDecided> {
	const { claimId, decision, note, officer, today, at } = asked;
	const found = await claimInHand(tx, asked);
	const isLeader = hasAuthority(officer.role, 'leader');
	const isTheirs = found && !found.isRestricted && (found.isInTouch || found.isOwn);
	if (!found || !(isLeader || isTheirs)) return { ok: false, because: 'not-yours' };
	if (found.state !== 'open') return { ok: false, because: 'decided-already' };
	const because = decisionRefusal(decision, { startedOn: found.startedOn, today });
	if (because) return { ok: false, because };
	const { answer, on, awarded, fromOn } = decision;
	const isAward = answer === 'awarded';
	await tx
		.update(claims)
		.set({
			state: answer,
			decidedOn: on,
			decidedAt: at,
			decidedBy: officer.id,
			decisionNote: note,
			awardedPence: isAward ? awarded : null,
			awardedFromOn: isAward ? fromOn : null
		})
		.where(eq(claims.id, claimId));
	const { customerId, debtIds, toFree } = found;
	const held = { customerId, kind: 'application-pending', because: `claim-${answer}` } as const;
	const freed = await endHolds(tx, { ...held, debtIds: toFree, at });
	if (freed.length > 0) await restartEnded(tx, { today, at, debtIds: freed });
	await record(tx, {
		at,
		officerId: officer.id,
		act: 'outcomes.decide-claim',
		customerId,
		subjectId: claimId,
		detail: { answer, awarded: isAward ? awarded : null, held: freed.length }
	});
	return { ok: true, changed: await tellOf(tx, { customerId, debtIds, at }) };
}

/** A claim that lowers no debt of ours is still news to whoever has them on the line. */
async function tellOf(
	tx: Transaction,
	{ customerId, debtIds, at }: Pick<InHand, 'customerId' | 'debtIds'> & { at: Instant }
): Promise<readonly string[]> {
	return debtIds.length > 0
		? figuresChanged(tx, { debtIds, at })
		: recordsChanged(tx, { customerIds: [customerId], at });
}

type InHand = {
	customerId: string;
	state: string;
	startedOn: Day;
	debtIds: readonly string[];
	/** Those that no other open claim of theirs is for. */
	toFree: readonly string[];
	isOwn: boolean;
	isInTouch: boolean;
	isRestricted: boolean;
};

/** The debts are locked before the claim, in the one order of `contacts/acts/in-order.ts`. */
async function claimInHand(
	tx: Transaction,
	{ claimId, officer }: Pick<Deciding, 'claimId' | 'officer'>
): Promise<InHand | undefined> {
	await tx.execute(sql`select from debts where id in (select debt_id from claim_debts
		where claim_id = ${claimId}::uuid) order by id for no key update`);
	await tx.execute(sql`select from claims where id = ${claimId}::uuid for update`);
	const [row] = await tx.execute<{ claim: string }>(sql`
		select json_build_object('customerId', q.customer_id, 'state', q.state, 'startedOn', q.started_on,
			'isOwn', q.owner_id = ${officer.id}, 'isRestricted', c.is_restricted,
			'isInTouch', ${isInTouch({ customer: sql`q.customer_id`, officerId: officer.id })},
			'debtIds', array(select x.debt_id from claim_debts x where x.claim_id = q.id),
			'toFree', array(select x.debt_id from claim_debts x where x.claim_id = q.id and not exists (
				select from claims o join claim_debts y on y.claim_id = o.id
				where o.customer_id = q.customer_id and o.state = 'open' and o.id <> q.id
					and y.debt_id = x.debt_id)))::text as claim
		from claims q join customers c on c.id = q.customer_id where q.id = ${claimId}::uuid`);
	return row && (JSON.parse(row.claim) as InHand);
}
