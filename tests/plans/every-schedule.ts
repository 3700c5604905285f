/**
 * Every way to split every pay-day of a small plan in whole units, tried one by one: what the planner is compared with.
 * A schedule keeps policy P5's rules where each pay-day gives every debt its court's sum or its minimum, the whole
 * payment is placed as far as it is owed, and every debt is clear by its date.
 */
import type { Filling } from '../../shared/arrangements/filling/shortage.ts';

/** The fewest pay-days of any schedule; null where there is none. */
export function fewestPayDays(filling: Filling, payment: number): number | null {
	const known = new Map<string, number | null>();
	const reach = (owed: readonly number[], payDay: number): number | null => {
		if (owed.some((rest, debt) => rest > 0 && isPast(filling, debt, payDay))) return null;
		if (owed.every((rest) => rest === 0)) return payDay;
		const key = `${payDay}:${owed.join()}`;
		const before = known.get(key);
		if (before !== undefined) return before;
		const ends = splitsOf(filling, owed, payment).flatMap((parts) => {
			const end = reach(lowered(owed, parts), payDay + 1);
			return end === null ? [] : [end];
		});
		const fewest = ends.length > 0 ? Math.min(...ends) : null;
		known.set(key, fewest);
		return fewest;
	};
	return reach(filling.owed, 0);
}

/** The least payment for which there is a schedule, up to all that is owed; null where there is none. */
export function leastByTrying(filling: Filling): number | null {
	const most = Math.max(sum(filling.owed), 1);
	for (let payment = 1; payment <= most; payment += 1)
		if (fewestPayDays(filling, payment) !== null) return payment;
	return null;
}

/** Each sooner date in turn, kept if some schedule keeps it with all those kept before. */
export function datesKept(
	filling: Filling,
	{ payment, sooner }: { payment: number; sooner: readonly (number | null)[] }
): boolean[] {
	let within = [...filling.within];
	return sooner.map((date, debt) => {
		if (date === null) return false;
		const tried = within.with(debt, Math.min(within[debt] ?? Infinity, date));
		const isKept = fewestPayDays({ ...filling, within: tried }, payment) !== null;
		if (isKept) within = tried;
		return isKept;
	});
}

function isPast({ within, courtSum }: Filling, debt: number, payDay: number): boolean {
	return courtSum[debt] === 0 && (within[debt] ?? 0) <= payDay;
}

/** All splits of one pay-day that pay what must be paid, and of those the ones that place the most. */
function splitsOf(filling: Filling, owed: readonly number[], payment: number): number[][] {
	const ranges = owed.map((rest, debt) => {
		const courtSum = filling.courtSum[debt] ?? 0;
		const from = Math.min(courtSum || (filling.least[debt] ?? 0), rest);
		return Array.from({ length: (courtSum ? from : rest) - from + 1 }, (_, more) => from + more);
	});
	const all = ranges.reduce<number[][]>(
		(splits, range) => splits.flatMap((split) => range.map((part) => [...split, part])),
		[[]]
	);
	const most = Math.min(payment, Math.max(...all.map(sum)));
	return all.filter((split) => sum(split) === most);
}

function lowered(owed: readonly number[], parts: readonly number[]): number[] {
	return owed.map((rest, debt) => rest - (parts[debt] ?? 0));
}

function sum(amounts: readonly number[]): number {
	return amounts.reduce((total, amount) => total + amount, 0);
}
