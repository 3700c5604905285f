/**
 * What a night, or money that arrives, does to an arrangement (policy L1 to L3): receipts settle the oldest instalment
 * first, each is judged on its own day, the first miss makes it late, what is put right makes it active again, and one
 * of which nothing is owed is complete. It is never called broken here: a team leader looks first.
 */
import type { Policy } from '../../law/policy-values.ts';
import { least, minus, most, NO_PENCE, plus, type Pence } from '../../money/pence.ts';
import { addDays, type Day } from '../../time/day.ts';
import { addWorkingDays } from '../../time/working-days.ts';
import { isKept, judgedOn } from './kept.ts';
import { isLive, type ArrangementState } from './states.ts';

/** An instalment as it stands now: a break or a variation has moved its day. */
export type Fallen = { number: number; dueOn: Day; amount: Pence };

/** A Direct Debit that came back, and the day on which it is asked for once more. */
export type CameBack = { on: Day; retryOn: Day | null };

export type LifeFacts = {
	state: ArrangementState;
	/** In their order; those that are not due yet may be left out. */
	instalments: readonly Fallen[];
	/** What they have paid on its debts since it was agreed, less what came back. */
	paid: Pence;
	/** What is left to be paid by it, whoever may have paid the rest. */
	left: Pence;
	/** What of it may be asked for now: less where a plan of somebody else asks for the same debt first. */
	mayAsk: Pence;
	/** The last that came back; null where none did. */
	cameBack: CameBack | null;
	/** The law or policy asks for nothing meanwhile. */
	isHeld: boolean;
};

export type Settled = Fallen & { paid: Pence };

/** Money goes to the oldest instalment until it is settled, and then to the next. */
export function settle(instalments: readonly Fallen[], paid: Pence): Settled[] {
	let pot = most(paid, NO_PENCE);
	return instalments.map((one) => {
		const part = least(pot, one.amount);
		pot = minus(pot, part);
		return { ...one, paid: part };
	});
}

export type Judged =
	| { event: 'paid-off'; rules: readonly ['L1'] }
	| { event: 'reopened'; rules: readonly ['L1'] }
	| { event: 'put-right'; rules: readonly ['L1', 'L2'] }
	| { event: 'missed'; rules: readonly ['L1', 'L2']; number: number; short: Pence };

/** Null where nothing changes. */
export function judge(facts: LifeFacts, on: { today: Day; policy: Policy }): Judged | null {
	const { state, left, isHeld } = facts;
	if (state === 'completed') return left > NO_PENCE ? { event: 'reopened', rules: ['L1'] } : null;
	if (!isLive(state)) return null;
	if (left <= NO_PENCE) return { event: 'paid-off', rules: ['L1'] };
	// What was missed is put right by being paid, not by somebody else being asked for it first.
	if (state === 'late')
		return firstMissed({ ...facts, mayAsk: left }, on)
			? null
			: { event: 'put-right', rules: ['L1', 'L2'] };
	const missed = firstMissed(facts, on);
	if (!missed || isHeld) return null;
	const { number } = missed;
	return { event: 'missed', rules: ['L1', 'L2'], number, short: shortOf(facts, on) };
}

/** The oldest whose day of judging is over and that is not kept. What others have paid is not asked for again. */
export function firstMissed(
	facts: Pick<LifeFacts, 'instalments' | 'paid' | 'mayAsk' | 'cameBack'>,
	{ today, policy }: { today: Day; policy: Policy }
): Settled | null {
	const { value } = policy.L1;
	const asked = capped(facts.instalments, plus(facts.paid, facts.mayAsk));
	const oldest = settle(asked, facts.paid).find(
		(one) => !isKept(one.paid, asInstalment(one), value)
	);
	if (!oldest) return null;
	return isJudged(oldest, { facts, today, policy }) ? oldest : null;
}

/** What was due by today and is not paid. */
export function shortOf(
	facts: Pick<LifeFacts, 'instalments' | 'paid' | 'mayAsk'>,
	{ today }: { today: Day }
): Pence {
	const due = plus(
		...facts.instalments.filter(({ dueOn }) => dueOn <= today).map(({ amount }) => amount)
	);
	return most(least(minus(due, facts.paid), facts.mayAsk), NO_PENCE);
}

function isJudged(
	{ dueOn }: Fallen,
	{ facts, today, policy }: { facts: Pick<LifeFacts, 'cameBack'>; today: Day; policy: Policy }
): boolean {
	const { value } = policy.L1;
	const back = facts.cameBack && facts.cameBack.on >= dueOn ? facts.cameBack : null;
	if (back?.retryOn) return addWorkingDays(back.retryOn, value.workingDays) < today;
	const plain = { due: NO_PENCE, dueOn, returnedOn: back?.on ?? null };
	return dueOn < today && judgedOn(plain, value) <= (back ? today : addDays(today, -1));
}

function asInstalment({ amount, dueOn }: Fallen) {
	return { due: amount, dueOn, returnedOn: null };
}

/** No more is due than can still be owed: the last fall away first. */
export function capped(instalments: readonly Fallen[], most: Pence): Fallen[] {
	return settle(instalments, most).map(({ paid, ...one }) => ({ ...one, amount: paid }));
}

/** The latest day that an instalment can have been due on and be judged today: what the database looks for. */
export function dueUpTo(today: Day, policy: Policy): Day {
	let on = addDays(today, -1);
	while (addWorkingDays(on, policy.L1.value.workingDays) >= today) on = addDays(on, -1);
	return on;
}
