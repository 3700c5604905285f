/**
 * How one payment on every pay-day becomes a payment on every debt: council policy P5, in whole pence. A court's sum
 * first; then every debt's minimum; then what the dates need, earliest date first; then the best rank.
 *
 * One pass is exact. For a date and the debts that must be clear by it, what is due by then is what they owe, and the
 * minimums of all the others for as long as each is owed. If every such sum fits into the payments up to its date, so
 * does it after each pay-day: the pass gives a date exactly what the later pay-days could not, and anything more that a
 * later debt gets only shortens its minimums. If one does not fit, no schedule with these minimums exists, and that
 * sum is the proof. Minimums never grow, so a payment that meets them on the first pay-day meets them on every one.
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

/** What every debt gets on every pay-day, first to last. Only asked when nothing is short. */
export function fill(filling: Filling, payment: number): number[][] {
	const owed = [...filling.owed];
	const dates = datesOf(filling);
	const table: number[][] = [];
	for (let payDay = 0; owed.some((amount) => amount > 0); payDay += 1) {
		const row = Array.from<number>({ length: owed.length }).fill(0);
		const day = { filling, owed, row, pot: payment };
		payMinimums(day);
		for (const date of dates) if (date > payDay) payWhatIsNeeded(day, { date, payDay, payment });
		payByRank(day, Infinity, day.pot);
		if (day.pot === payment) throw new Error('A pay-day of the plan pays nothing.');
		table.push(row);
	}
	return table;
}

/** How many pay-days it takes, which no date can change: only how much is left for a court's sum can. */
export function payDaysNeeded({ owed, courtSum }: Filling, payment: number): number {
	const byCourt = owed.map((amount, debt) => (courtSum[debt] ? amount : 0));
	let rest = sum(owed) - sum(byCourt);
	if (rest === sum(owed)) return Math.ceil(rest / payment);
	let payDays = 0;
	for (; rest > 0 || sum(byCourt) > 0; payDays += 1) {
		const taken = byCourt.map((amount, debt) => Math.min(amount, at(courtSum, debt)));
		taken.forEach((amount, debt) => (byCourt[debt] = at(byCourt, debt) - amount));
		if (payment <= sum(taken) && rest > 0) return Infinity;
		rest -= Math.min(rest, payment - sum(taken));
	}
	return payDays;
}

/** The shortage that needs the greatest payment to cure, or null where there is none. */
export function shortageOf(filling: Filling, payment: number): Shortage | null {
	let worst: Shortage | null = null;
	for (const demand of demandsOf(filling)) {
		if (demand.due <= demand.payDays * payment) continue;
		if (worst === null || demand.due * worst.payDays > worst.due * demand.payDays)
			worst = { ...demand, canBePaid: demand.payDays * payment };
	}
	return worst && proofOf(filling, worst);
}

/** The least payment that works, or null where a debt must be clear before the first pay-day. */
export function leastPayment(filling: Filling): number | null {
	let least = 0;
	for (const { due, payDays } of demandsOf(filling)) {
		if (payDays === 0) return null;
		least = Math.max(least, Math.ceil(due / payDays));
	}
	return least;
}

/** The days by which something must be clear, soonest first. */
function datesOf({ within }: Filling): number[] {
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

function isDueBy({ within, courtSum }: Filling, debt: number, payDays: number): boolean {
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

/** Leaves out of the proof every debt without which too much is still due, the least serious first. */
function proofOf(filling: Filling, shortage: Shortage): Shortage {
	const { payDays, canBePaid } = shortage;
	const kept = new Set(shortage.debts);
	for (const debt of shortage.debts.toReversed()) {
		kept.delete(debt);
		if (kept.size === 0 || dueWithin(filling, payDays, kept) <= canBePaid) kept.add(debt);
	}
	const debts = shortage.debts.filter((debt) => kept.has(debt));
	return { payDays, debts, due: dueWithin(filling, payDays, kept), canBePaid };
}

type PayDay = { filling: Filling; owed: number[]; row: number[]; pot: number };

function payMinimums(day: PayDay): void {
	for (let debt = 0; debt < day.owed.length; debt += 1)
		give(day, debt, Math.min(takes(day.filling, debt), at(day.owed, debt)));
}

/**
 * What the debts of a date still owe, less all that the later pay-days up to it can give them beside the others'
 * minimums and courts' sums.
 */
function payWhatIsNeeded(
	day: PayDay,
	{ date, payDay, payment }: { date: number; payDay: number; payment: number }
): void {
	const later = date - 1 - payDay;
	let needed = -later * payment;
	for (let debt = 0; debt < day.owed.length; debt += 1) {
		const owed = at(day.owed, debt);
		needed += isDueBy(day.filling, debt, date)
			? owed
			: Math.min(owed, later * takes(day.filling, debt));
	}
	if (needed > day.pot) throw new Error('A date of the plan cannot be kept.');
	if (needed > 0) payByRank(day, date, needed);
}

/** The best rank first, among debts that must be clear by a date (or all). */
function payByRank(day: PayDay, date: number, most: number): void {
	let left = most;
	for (let debt = 0; debt < day.owed.length && left > 0; debt += 1) {
		if (!isDueBy(day.filling, debt, date)) continue;
		const given = Math.min(at(day.owed, debt), left);
		give(day, debt, given);
		left -= given;
	}
}

function give(day: PayDay, debt: number, given: number): void {
	if (given > day.pot) throw new Error('A pay-day of the plan is too small for its minimums.');
	day.row[debt] = at(day.row, debt) + given;
	day.owed[debt] = at(day.owed, debt) - given;
	day.pot -= given;
}

/** What a debt gets on a pay-day whatever else happens. */
function takes({ courtSum, least }: Filling, debt: number): number {
	return at(courtSum, debt) || at(least, debt);
}

function at(list: readonly number[], index: number): number {
	return list[index] ?? 0;
}

function sum(amounts: readonly number[]): number {
	return amounts.reduce((total, amount) => total + amount, 0);
}
