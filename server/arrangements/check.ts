/**
 * Looks at arrangements in a night, or because money moved on their debts: the database finds those that may change,
 * the rule in `shared` decides each, and what was decided is written at once with its letters and the calls it offers.
 * Whoever calls it tells the open contacts about the debts of what was moved.
 */
import { dueUpTo, judge, type Judged } from '../../shared/arrangements/life/judging.ts';
import { firstMiss } from '../../shared/arrangements/life/kept.ts';
import type { Policy } from '../../shared/law/policy-values.ts';
import { dayInLondon, type Day, type Instant } from '../../shared/time/day.ts';
import { nextWorkingDay } from '../../shared/time/working-days.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { queueNotices } from '../letters/queue-notices.ts';
import { closeCallbacks, offerCallbacks } from '../outcomes/offered-callbacks.ts';
import { candidates, type Candidate } from './candidates.ts';
import { moveMany, type Made, type Move } from './move.ts';
import { settlePromises } from './settle-promises.ts';
import { debtsOfPlans, lockDebtsOf } from './told-contacts.ts';

/** `debtIds`: of what was moved, which may be on somebody's screen. */
export type Checked = { looked: number; moved: number; debtIds: readonly string[] };

export async function checkAll(
	tx: Transaction,
	{ today, at, policy }: { today: Day; at: Instant; policy: Policy }
): Promise<Checked> {
	const asked = { today, dueUpTo: dueUpTo(today, policy) };
	const found = await candidates(tx, { ...asked, among: null });
	const ids = decidedOn({ found, today, policy }).map(({ one }) => one.id);
	// A payment may have come between: what changes is held still and looked at once more.
	await lockDebtsOf(tx, ids);
	const still = ids.length > 0 ? await candidates(tx, { ...asked, among: { ids } }) : [];
	const checked = await settleAll(tx, { found: still, today, at, policy });
	return { ...checked, looked: found.length };
}

/** After every set of entries that is a payment, or takes one back. */
export async function moneyMoved(
	tx: Transaction,
	{ debtIds, at }: { debtIds: readonly string[]; at: Instant }
): Promise<Checked> {
	if (debtIds.length === 0) return { looked: 0, moved: 0, debtIds: [] };
	const today = dayInLondon(at);
	const policy = await policyOn(tx, today);
	const found = await candidates(tx, {
		today,
		dueUpTo: dueUpTo(today, policy),
		among: { debtIds: [...new Set(debtIds)] }
	});
	const promised = await settlePromises(tx, { today, at, debtIds });
	const checked = await settleAll(tx, { found, today, at, policy });
	return { ...checked, debtIds: [...new Set([...checked.debtIds, ...promised])] };
}

type Settling = { found: readonly Candidate[]; today: Day; at: Instant; policy: Policy };

async function settleAll(tx: Transaction, settling: Settling): Promise<Checked> {
	const { found, today, at, policy } = settling;
	const decided = decidedOn(settling);
	const made = await moveMany(
		tx,
		decided.map(({ one, judged }) => moveFor(one, { judged, today, policy })),
		{ officerId: null, today, at }
	);
	await tell(tx, { made, missed: missedAmong(decided), settling });
	const ids = made.map(({ arrangementId }) => arrangementId);
	return { looked: found.length, moved: made.length, debtIds: await debtsOfPlans(tx, ids) };
}

function decidedOn({ found, today, policy }: Omit<Settling, 'at'>) {
	return found.flatMap((one) => {
		const judged = judge(one, { today, policy });
		return judged ? [{ one, judged }] : [];
	});
}

function moveFor(
	{ id, state }: Candidate,
	{ judged, today, policy }: { judged: Judged; today: Day; policy: Policy }
): Move {
	const { event, rules } = judged;
	const move = { arrangementId: id, from: state, event, rules };
	if (judged.event !== 'missed') return move;
	const { putRightBy, callOn } = firstMiss(today, policy.L2.value);
	const { short, number } = judged;
	return { ...move, putRightBy, detail: { instalment: number, short, putRightBy, callOn } };
}

function missedAmong(decided: readonly { one: Candidate; judged: Judged }[]): ReadonlySet<string> {
	return new Set(
		decided.filter(({ judged }) => judged.event === 'missed').map(({ one }) => one.id)
	);
}

async function tell(
	tx: Transaction,
	{
		made,
		missed,
		settling
	}: { made: readonly Made[]; missed: ReadonlySet<string>; settling: Settling }
): Promise<void> {
	const { today, at, policy } = settling;
	const moveIds = made
		.filter(({ arrangementId }) => missed.has(arrangementId))
		.map(({ moveId }) => moveId);
	await queueNotices(tx, { moveIds, letter: 'payment-missed', at });
	const { callOn } = firstMiss(today, policy.L2.value);
	await offerCallbacks(tx, { moveIds, on: nextWorkingDay(callOn) });
	const over = made.filter(({ arrangementId }) => !missed.has(arrangementId));
	await closeCallbacks(
		tx,
		over.map(({ arrangementId }) => arrangementId)
	);
}
