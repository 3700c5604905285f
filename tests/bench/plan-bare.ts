/** The least code that fills a plan's table by policy P5: plain loops over whole pence, with nothing checked or told. */
import type { Filling } from '#shared/arrangements/filling/shortage.ts';

export function barePass(filling: Filling, payment: number): number[][] {
	const { owed, least, courtSum, within } = filling;
	const due = Array.from(within, (date, debt) => (courtSum[debt] ? Number.NaN : date));
	const standing: Standing = {
		rest: Array.from(owed),
		always: Array.from(least, (amount, debt) => courtSum[debt] || amount),
		most: Array.from(courtSum, (amount) => (amount ? 0 : Infinity)),
		due,
		dates: [...new Set(due)].filter(Number.isFinite).sort((one, other) => one - other),
		payment
	};
	const table: number[][] = [];
	let left = owed.reduce((total, amount) => total + amount, 0);
	for (let payDay = 1; left > 0; payDay += 1) {
		const row = rowOn(payDay, standing);
		for (let debt = 0; debt < row.length; debt += 1) left -= row[debt] ?? 0;
		table.push(row);
	}
	return table;
}

type Standing = {
	rest: number[];
	always: readonly number[];
	/** Nothing but its sum for a court's debt. */
	most: readonly number[];
	due: readonly number[];
	dates: readonly number[];
	payment: number;
};

function rowOn(payDay: number, standing: Standing): number[] {
	const { rest, always, most, due, dates, payment } = standing;
	const row: number[] = new Array<number>(rest.length).fill(0);
	let pot = payment;
	for (let debt = 0; debt < rest.length; debt += 1) {
		const part = Math.min(always[debt] ?? 0, rest[debt] ?? 0);
		row[debt] = part;
		rest[debt] = (rest[debt] ?? 0) - part;
		pot -= part;
	}
	for (let at = 0; at <= dates.length; at += 1) {
		const date = dates[at] ?? Infinity;
		if (date < payDay) continue;
		let needed = Math.min(pot, date < Infinity ? needBy(date, { payDay, standing }) : pot);
		for (let debt = 0; needed > 0 && debt < rest.length; debt += 1) {
			if (date < Infinity && !((due[debt] ?? 0) <= date)) continue;
			const part = Math.min(needed, rest[debt] ?? 0, most[debt] ?? 0);
			row[debt] = (row[debt] ?? 0) + part;
			rest[debt] = (rest[debt] ?? 0) - part;
			pot -= part;
			needed -= part;
		}
	}
	return row;
}

function needBy(
	date: number,
	{ payDay, standing }: { payDay: number; standing: Standing }
): number {
	const { rest, always, due, payment } = standing;
	const later = date - payDay;
	let needed = -later * payment;
	for (let debt = 0; debt < rest.length; debt += 1) {
		const owes = rest[debt] ?? 0;
		needed += (due[debt] ?? 0) <= date ? owes : Math.min(owes, later * (always[debt] ?? 0));
	}
	return needed;
}
