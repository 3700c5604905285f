/**
 * What is due by each date of a plan, against what can be paid by then (council policy P5). The debts that must be clear
 * by a date must have all they owe; every other debt takes its minimum, or a court's sum, for as long as it is owed.
 * Where that is more than the payments up to the date there is no plan, and the sum is the proof; where it nowhere is
 * there is one (`fill.ts`). Between two dates nothing need be asked: only minimums fall due there, and those of the first
 * pay-day, which are the most there can be, are asked by themselves.
 */

/** The debts of a plan by seniority, each list in that order, in plain pence: this runs as the slider moves. */
export type Filling = {
	owed: readonly number[];
	/** For one pay-day; 0 where there is none. */
	least: readonly number[];
	/** A court's sum for one pay-day, which is all that the debt gets; 0 where there is none. */
	courtSum: readonly number[];
	/** How many pay-days there are up to the day it must be clear by; Infinity where there is no such day. */
	within: readonly number[];
};

/** More is due by a pay-day than can be paid: the proof that there is no plan. */
export type Shortage = {
	/** How many pay-days there are up to it; on the first, the minimums alone can be too much. */
	payDays: number;
	/** Which debts must be clear by then, by their place in the filling; none where it is the minimums. */
	debts: readonly number[];
	due: number;
	canBePaid: number;
};

/**
 * What is short with this payment, or null. Minimums that do not fit come first; then the date that needs the greatest
 * payment, told by as few debts as prove it.
 */
export function shortageOf(filling: Filling, payment: number): Shortage | null {
	const [minimums, ...dates] = demandsOf(filling).map((demand) => ({
		...demand,
		canBePaid: demand.payDays * payment
	}));
	if (minimums && isShort(minimums)) return minimums;
	const worst = dates.reduce<Shortage | null>((most, date) => {
		const isWorse = most === null || date.due * most.payDays > most.due * date.payDays;
		return isShort(date) && isWorse ? date : most;
	}, null);
	return worst && proofOf(filling, { payment, shortage: worst });
}

/** The least payment that works, or null where a debt must be clear before the first pay-day. */
export function leastPayment(filling: Filling): number | null {
	let least = 1;
	for (const { due, payDays } of demandsOf(filling)) {
		if (payDays === 0) return null;
		least = Math.max(least, Math.ceil(due / payDays));
	}
	return least;
}

/** The days by which something must be clear, soonest first. */
export function datesOf({ within }: Filling): number[] {
	return [...new Set(within)].filter(Number.isFinite).toSorted((one, other) => one - other);
}

type Demand = Omit<Shortage, 'canBePaid'>;

/** What is due by each date; and on the first pay-day, when only minimums and courts' sums are. */
function demandsOf(filling: Filling): Demand[] {
	const demands = datesOf(filling).map((payDays) => {
		const debts = filling.owed.flatMap((_, debt) =>
			isDueBy(filling, debt, payDays) ? [debt] : []
		);
		return { payDays, debts, due: dueWithin(filling, payDays, new Set(debts)) };
	});
	const first = { payDays: 1, debts: [], due: dueWithin(filling, 1, new Set()) };
	return [first, ...demands.filter((demand) => demand.due > 0)];
}

export function isDueBy({ within, courtSum }: Filling, debt: number, payDays: number): boolean {
	return courtSum[debt] === 0 && at(within, debt) <= payDays;
}

function dueWithin(filling: Filling, payDays: number, clear: ReadonlySet<number>): number {
	let due = 0;
	for (let debt = 0; debt < filling.owed.length; debt += 1) {
		const owed = at(filling.owed, debt);
		due += clear.has(debt) ? owed : Math.min(owed, payDays * takes(filling, debt));
	}
	return due;
}

function isShort({ due, canBePaid }: Shortage): boolean {
	return due > canBePaid;
}

/**
 * Leaves out every debt without which too much is still due, the least serious first, and moves to the last date of
 * those that stay: where the minimums fit, what is short by a later day is short by that one too. Then again, until
 * nothing can be left out.
 */
function proofOf(
	filling: Filling,
	{ payment, shortage }: { payment: number; shortage: Shortage }
): Shortage {
	const shortageFor = (debts: readonly number[], payDays: number): Shortage => ({
		payDays,
		debts,
		due: dueWithin(filling, payDays, new Set(debts)),
		canBePaid: payDays * payment
	});
	const needless = shortage.debts.findLast((debt) => {
		const others = shortage.debts.filter((other) => other !== debt);
		return others.length > 0 && isShort(shortageFor(others, shortage.payDays));
	});
	if (needless === undefined) return shortage;
	const debts = shortage.debts.filter((debt) => debt !== needless);
	const payDays = Math.max(...debts.map((debt) => at(filling.within, debt)));
	return proofOf(filling, { payment, shortage: shortageFor(debts, payDays) });
}

/** What a debt gets on a pay-day whatever else happens. */
export function takes({ courtSum, least }: Filling, debt: number): number {
	return at(courtSum, debt) || at(least, debt);
}

export function at(list: readonly number[], index: number): number {
	return list[index] ?? 0;
}

export function sum(amounts: readonly number[]): number {
	return amounts.reduce((total, amount) => total + amount, 0);
}
