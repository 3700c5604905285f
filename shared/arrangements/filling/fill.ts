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

import { at, datesOf, isDueBy, sum, takes, type Filling } from './shortage.ts';

/** What every debt gets on every pay-day, first to last. Only asked when nothing is short. */
export function fill(filling: Filling, payment: number): number[][] {
	const owed = [...filling.owed];
	const dates = datesOf(filling);
	const table: number[][] = [];
	for (let payDay = 0; owed.some((amount) => amount > 0); payDay += 1) {
		const row = new Array<number>(owed.length).fill(0);
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
