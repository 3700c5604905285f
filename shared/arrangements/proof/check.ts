/**
 * A second opinion on a plan or a refusal, which shares only money and days with the planner. It reads council policy P5
 * as it is written, with days for dates: same payment every pay-day and the last less; a court's sum, then every
 * minimum, then what the dates need, then the best rank; every date kept. A refusal is accepted only where the debts
 * it names must pay more by its day, with everybody's minimums, than the payments up to that day.
 */
import type { Day } from '../../time/day.ts';
import { payDayAt, payDaysUntil, type PayDays } from '../../time/pay-days.ts';

export type ClaimedDebt = {
	owed: number;
	least: number;
	courtSum: number;
	/** Its date in force for the authority, or the sooner one that is promised. */
	by: Day | null;
};

export type PlanClaim = PayDays & {
	amount: number;
	/** By seniority. */
	debts: readonly ClaimedDebt[];
	payments: readonly { on: Day; parts: readonly number[] }[];
};

export type RefusalClaim = Omit<PlanClaim, 'payments'> & {
	late: readonly number[];
	by: Day;
	due: number;
	canBePaid: number;
};

export type Flaw =
	| 'wrong-day'
	| 'not-whole-pence'
	| 'more-than-agreed'
	| 'wrong-split'
	| 'not-all-paid'
	| 'paid-after-its-end'
	| 'date-missed'
	| 'sums-do-not-add-up'
	| 'nothing-is-short'
	| 'not-due-by-then';

export function flawOfPlan(claim: PlanClaim): Flaw | null {
	const dates = datesOf(claim);
	const owed = claim.debts.map((debt) => debt.owed);
	const isOneMissed = (paid: number): boolean =>
		dates.some(({ payDays, due }) => payDays <= paid && due.some((debt) => owed[debt] !== 0));
	if (isOneMissed(0)) return 'date-missed';
	for (const [index, { on, parts }] of claim.payments.entries()) {
		if (on !== payDayAt(claim, index)) return 'wrong-day';
		if (parts.length !== owed.length || !parts.every(isWholePence)) return 'not-whole-pence';
		if (total(parts) > claim.amount) return 'more-than-agreed';
		if (owed.every((rest) => rest === 0)) return 'paid-after-its-end';
		const right = rightSplit(claim, { owed, dates, paid: index + 1 });
		if (parts.some((part, debt) => part !== right[debt])) return 'wrong-split';
		parts.forEach((part, debt) => (owed[debt] = (owed[debt] ?? 0) - part));
		if (isOneMissed(index + 1)) return 'date-missed';
	}
	return owed.some((rest) => rest !== 0) ? 'not-all-paid' : null;
}

export function flawOfRefusal(claim: RefusalClaim): Flaw | null {
	const count = claim.late.length === 0 ? 1 : payDaysUntil(claim, claim.by);
	const isDue = claim.late.every((debt) => {
		const by = claim.debts[debt]?.by;
		return by != null && by <= claim.by;
	});
	if (!isDue) return 'not-due-by-then';
	const due = claim.debts.map((debt, index) =>
		claim.late.includes(index) ? debt.owed : Math.min(debt.owed, count * always(debt))
	);
	if (total(due) !== claim.due || count * claim.amount !== claim.canBePaid)
		return 'sums-do-not-add-up';
	return claim.due > claim.canBePaid ? null : 'nothing-is-short';
}

/** A day, how many pay-days there are up to it, and the debts that must be clear by then. */
type DateToKeep = { payDays: number; due: readonly number[]; isDue: readonly boolean[] };

/** Soonest first. A court's debt gets its sum and nothing more, so has no date of ours. */
function datesOf(claim: PlanClaim): DateToKeep[] {
	const days = claim.debts.flatMap(({ by, courtSum }) => (by && courtSum === 0 ? [by] : []));
	return [...new Set(days)].toSorted().map((day) => {
		const isDue = claim.debts.map(({ by, courtSum }) => by !== null && by <= day && courtSum === 0);
		const due = isDue.flatMap((is, debt) => (is ? [debt] : []));
		return { payDays: payDaysUntil(claim, day), due, isDue };
	});
}

type Standing = { owed: readonly number[]; dates: readonly DateToKeep[]; paid: number };

/** What each debt gets on a pay-day, from what it still owes. */
function rightSplit(claim: PlanClaim, { owed, dates, paid }: Standing): readonly number[] {
	const parts = claim.debts.map((debt, index) => Math.min(always(debt), owed[index] ?? 0));
	const rest = (debt: number): number => (owed[debt] ?? 0) - (parts[debt] ?? 0);
	let pot = claim.amount - total(parts);
	const give = (debts: readonly number[], most: number): void => {
		for (const debt of debts) {
			const given = Math.max(Math.min(rest(debt), most, pot), 0);
			parts[debt] = (parts[debt] ?? 0) + given;
			pot -= given;
			most -= given;
		}
	};
	for (const { payDays, due, isDue } of dates) {
		const later = payDays - paid;
		if (later < 0) continue;
		let needed = -later * claim.amount;
		claim.debts.forEach((debt, index) => {
			needed += isDue[index] ? rest(index) : Math.min(rest(index), later * always(debt));
		});
		give(due, needed);
	}
	give(ordinary(claim), Infinity);
	return parts;
}

/** Every debt but those of a court. */
function ordinary({ debts }: PlanClaim): number[] {
	return debts.flatMap(({ courtSum }, debt) => (courtSum === 0 ? [debt] : []));
}

function always({ courtSum, least }: ClaimedDebt): number {
	return courtSum || least;
}

function isWholePence(part: number): boolean {
	return Number.isSafeInteger(part) && part >= 0;
}

function total(amounts: readonly number[]): number {
	return amounts.reduce((sum, amount) => sum + amount, 0);
}
