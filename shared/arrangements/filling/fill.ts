/**
 * How one payment on every pay-day becomes a payment on every debt: council policy P5, in whole pence. A court's sum
 * first; then every debt's minimum; then what the dates need, earliest date first; then the best rank.
 *
 * One pass is exact. For pay-day k and the debts to be clear by it, let D(k) be all they owe, with the courts' sums and
 * minimums of all the others up to k, for as long as each is owed. No schedule pays less than D(k) by then: so where one
 * D(k) is more than k payments, or the first pay-day's own sums more than one, there is none, and that sum is the proof.
 * Where none is, the pass keeps it so after each pay-day, and on its own pay-day D(k) is nothing: every date is kept.
 * - What every debt takes lowers each D(k) by all that was taken, and never grows: what a first pay-day can meet, all can.
 * - A date still needs D(k) less the later payments, which is now no more than is left to give. That goes to its debts,
 *   which owe as much, since the others' sums fit into the later payments. A later date's debts hold them all, so its need
 *   falls by the same. More for a debt of a later date, or by rank, only shortens what it takes: it raises no D(k).
 * - A court's debt gets its sum alone, so takes the same whatever else is paid, and has no date of ours.
 * - A date that is promised is one date more, asked by the same sums beside all promised before it.
 * The whole payment is placed for as long as any other debt is owed, so how long it takes is the same for every schedule;
 * and k payments grow with the payment, which no D(k) does, so the least payment that works is the dearest D(k) over k.
 */

import { at, datesOf, isDueBy, shortageOf, sum, takes, type Filling } from './shortage.ts';

/** What every debt gets on every pay-day, first to last. Only asked when nothing is short. */
export function fill(filling: Filling, payment: number): number[][] {
	if (shortageOf(filling, payment)) throw new Error('Too little is paid to fill this plan.');
	const owed = [...filling.owed];
	const dates = datesOf(filling);
	const table: number[][] = [];
	for (let payDay = 0; owed.some((amount) => amount > 0); payDay += 1)
		table.push(takeRow({ filling, dates, owed, pot: payment, payDay, payment }));
	return table;
}

/**
 * One pay-day's part for each debt out of what is there, `pot`, when every later one brings `payment`. What each still
 * owes, `owed`, is lowered by it. Where less came than was agreed, the minimums go by rank as far as they can.
 */
export function takeRow(day: Omit<PayDay, 'row'>): number[] {
	const row = new Array<number>(day.owed.length).fill(0);
	const now = { ...day, row };
	payMinimums(now);
	for (const date of day.dates) if (date > day.payDay) payWhatIsNeeded(now, date);
	payByRank(now, Infinity, now.pot);
	return row;
}

/** How many pay-days it takes, which no date can change: only how much is left for a court's sum can. */
export function payDaysNeeded({ owed, courtSum }: Filling, payment: number): number {
	if (payment <= 0) return Infinity;
	const byCourt = owed.flatMap((amount, debt) =>
		courtSum[debt] ? [{ due: amount, each: courtSum[debt] }] : []
	);
	const courtsEnd = Math.max(0, ...byCourt.map(({ due, each }) => Math.ceil(due / each)));
	let rest = sum(owed);
	for (const { due } of byCourt) rest -= due;
	let payDays = 0;
	for (; rest > 0 && payDays < courtsEnd; payDays += 1) {
		let taken = 0;
		for (const { due, each } of byCourt) taken += Math.min(each, Math.max(due - payDays * each, 0));
		rest -= Math.max(payment - taken, 0);
	}
	return rest > 0 ? payDays + Math.ceil(rest / payment) : Math.max(payDays, courtsEnd);
}

type PayDay = {
	filling: Filling;
	/** How many pay-days there are up to each date, soonest first. */
	dates: readonly number[];
	owed: number[];
	row: number[];
	pot: number;
	/** 0 is the first. */
	payDay: number;
	payment: number;
};

function payMinimums(day: PayDay): void {
	const { courtSum, least } = day.filling;
	for (let debt = 0; debt < day.owed.length; debt += 1) give(day, debt, at(courtSum, debt));
	for (let debt = 0; debt < day.owed.length; debt += 1)
		if (courtSum[debt] === 0) give(day, debt, at(least, debt));
}

/**
 * What the debts of a date still owe, less all that the later pay-days up to it can give them beside the others'
 * minimums and courts' sums.
 */
function payWhatIsNeeded(day: PayDay, date: number): void {
	const later = date - 1 - day.payDay;
	let needed = -later * day.payment;
	for (let debt = 0; debt < day.owed.length; debt += 1) {
		const owed = at(day.owed, debt);
		needed += isDueBy(day.filling, debt, date)
			? owed
			: Math.min(owed, later * takes(day.filling, debt));
	}
	payByRank(day, date, needed);
}

/** The best rank first, among debts that must be clear by a date (or all). */
function payByRank(day: PayDay, date: number, most: number): void {
	let left = most;
	for (let debt = 0; debt < day.owed.length && left > 0; debt += 1)
		if (isDueBy(day.filling, debt, date)) left -= give(day, debt, left);
}

/** As much of it as is owed and is there. */
function give(day: PayDay, debt: number, wanted: number): number {
	const given = Math.min(wanted, at(day.owed, debt), day.pot);
	day.row[debt] = at(day.row, debt) + given;
	day.owed[debt] = at(day.owed, debt) - given;
	day.pot -= given;
	return given;
}
