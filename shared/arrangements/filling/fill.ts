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
	const byCourt = owed.map((amount, debt) => (courtSum[debt] ? amount : 0));
	let rest = sum(owed) - sum(byCourt);
	if (rest === sum(owed) || payment <= 0) return Math.ceil(rest / Math.max(payment, 0));
	let payDays = 0;
	for (; rest > 0 || sum(byCourt) > 0; payDays += 1) {
		const taken = byCourt.map((amount, debt) => Math.min(amount, at(courtSum, debt)));
		taken.forEach((amount, debt) => (byCourt[debt] = at(byCourt, debt) - amount));
		rest -= Math.min(rest, Math.max(payment - sum(taken), 0));
	}
	return payDays;
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
	for (let debt = 0; debt < day.owed.length; debt += 1) give(day, debt, takes(day.filling, debt));
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
