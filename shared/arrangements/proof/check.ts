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
	| 'wrong-split'
	| 'not-all-paid'
	| 'paid-after-its-end'
	| 'date-missed'
	| 'sums-do-not-add-up'
	| 'nothing-is-short'
	| 'not-due-by-then';

export function flawOfPlan(claim: PlanClaim): Flaw | null {
	let owed = claim.debts.map((debt) => debt.owed);
	for (const [index, { on, parts }] of claim.payments.entries()) {
		if (on !== payDayAt(claim, index)) return 'wrong-day';
		if (parts.length !== owed.length || !parts.every(isWholePence)) return 'not-whole-pence';
		if (owed.every((rest) => rest === 0)) return 'paid-after-its-end';
		const right = rightSplit(claim, { owed, on });
		if (parts.some((part, debt) => part !== right[debt])) return 'wrong-split';
		owed = owed.map((rest, debt) => rest - (parts[debt] ?? 0));
		if (claim.debts.some(({ by }, debt) => isLate(claim, { by, rest: owed[debt], on, index })))
			return 'date-missed';
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

type Standing = { owed: readonly number[]; on: Day };

/** What each debt gets on a pay-day, from what it still owes. */
function rightSplit(claim: PlanClaim, { owed, on }: Standing): readonly number[] {
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
	for (const by of datesAfter(claim, on)) {
		const due = dueBy(claim, by);
		const later = payDaysUntil(claim, by) - payDaysUntil(claim, on);
		const others = claim.debts.flatMap((debt, index) =>
			due.includes(index) ? [] : [Math.min(rest(index), later * always(debt))]
		);
		give(due, total(due.map(rest)) - (later * claim.amount - total(others)));
	}
	give(dueBy(claim, null), Infinity);
	return parts;
}

/** Every date still to be kept on this pay-day, soonest first. */
function datesAfter({ debts }: PlanClaim, on: Day): Day[] {
	const days = debts.flatMap(({ by, courtSum }) => (by && courtSum === 0 && by >= on ? [by] : []));
	return [...new Set(days)].toSorted();
}

/** The debts that must be clear by a day, or all; a court's debt gets its sum and nothing more. */
function dueBy({ debts }: PlanClaim, day: Day | null): number[] {
	return debts.flatMap(({ by, courtSum }, index) => {
		const isDue = day === null || (by !== null && by <= day);
		return courtSum === 0 && isDue ? [index] : [];
	});
}

function isLate(
	claim: PlanClaim,
	debt: { by: Day | null; rest: number | undefined; on: Day; index: number }
): boolean {
	return debt.by !== null && debt.rest !== 0 && payDayAt(claim, debt.index + 1) > debt.by;
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
