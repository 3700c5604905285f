import { describe, expect, it } from 'vitest';
import { pence, plus } from '../money/pence.ts';
import { ENTRY_KINDS, type EntryKind } from './entries.ts';
import { PARTS, splitOf, type SplitEntry } from './split.ts';

function entries(...rows: [EntryKind, number, string?][]): SplitEntry[] {
	return rows.map(([kind, amount, fund]) => ({ kind, amount: pence(amount), fund: fund ?? null }));
}

type Row = [name: string, entries: SplitEntry[], parts: [number, number, number, number]];

/** Principal, costs, fees, interest. */
const ROWS: Row[] = [
	['nothing', [], [0, 0, 0, 0]],
	['a bill', entries(['charge', 125000]), [125000, 0, 0, 0]],
	['costs beside it', entries(['charge', 125000], ['costs', 8750]), [125000, 8750, 0, 0]],
	[
		'a payment clears costs first',
		entries(['charge', 125000], ['costs', 8750], ['payment', -10000]),
		[123750, 0, 0, 0]
	],
	[
		'paid before the costs, it was the bill that it paid',
		entries(['charge', 125000], ['payment', -10000], ['costs', 8750]),
		[115000, 8750, 0, 0]
	],
	[
		'a payment that came back owes again what it paid',
		entries(['charge', 10000], ['costs', 8750], ['payment', -9000], ['reversal', 9000, 'bank']),
		[10000, 8750, 0, 0]
	],
	[
		'costs taken off',
		entries(['charge', 10000], ['costs', 8750], ['reversal', -8750, 'costs']),
		[10000, 0, 0, 0]
	],
	[
		'costs and a fee taken off together',
		entries(['charge', 10000], ['costs', 3500], ['fees', 1000], ['reversal', -4500, 'costs']),
		[10000, 0, 0, 0]
	],
	[
		'costs taken off after they were paid, which then paid the bill',
		entries(['charge', 10000], ['costs', 8750], ['payment', -8750], ['reversal', -8750, 'costs']),
		[1250, 0, 0, 0]
	],
	[
		'fees and interest',
		entries(['charge', 10000], ['fees', 1000], ['interest', 200], ['payment', -1100]),
		[10000, 0, 0, 100]
	],
	['paid a penny too much', entries(['charge', 10000], ['payment', -10001]), [-1, 0, 0, 0]],
	[
		'a discount after it was paid, beside costs',
		entries(['charge', 10000], ['payment', -10000], ['costs', 8750], ['reduction', -2500]),
		[0, 6250, 0, 0]
	],
	[
		'written off, all of it',
		entries(['charge', 10000], ['costs', 8750], ['interest', 1], ['write-off', -18751]),
		[0, 0, 0, 0]
	],
	[
		'written on again',
		entries(['charge', 10000], ['write-off', -10000], ['write-off', 10000]),
		[10000, 0, 0, 0]
	]
];

describe('what a balance is made of', () => {
	it.each(ROWS)('%s', (_name, given, [principal, costs, fees, interest]) => {
		expect(splitOf(given)).toEqual({ principal, costs, fees, interest });
	});

	it('sums to the balance after any entries whatever', () => {
		const next = chance(7);
		for (let round = 0; round < 500; round += 1) {
			const given = Array.from({ length: next(12) }, () => anyEntry(next));
			const split = splitOf(given);
			const balance = plus(...given.map(({ amount }) => amount));
			expect(plus(...PARTS.map((part) => split[part]))).toBe(balance);
			const signs = PARTS.map((part) => Math.sign(split[part]));
			expect(signs.includes(1) && signs.includes(-1)).toBe(false);
		}
	});
});

function anyEntry(next: (below: number) => number): SplitEntry {
	const kind = ENTRY_KINDS[next(ENTRY_KINDS.length)] ?? 'charge';
	const fund = [null, 'bank', 'costs', 'income'][next(4)] ?? null;
	return { kind, amount: pence(next(20001) - 10000), fund };
}

/** Numbers below a bound that are the same in every run. */
function chance(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 48271) % 2147483647;
		return state % below;
	};
}
