import { describe, expect, it } from 'vitest';
import { NO_PENCE, pence } from '#shared/money/pence.ts';
import type { DebtsView } from '#shared/contacts/shown/view.ts';
import { moneyParts, nextOfAll } from './words.ts';

const owed = (given: Partial<DebtsView> = {}): DebtsView => ({
	debts: [],
	total: { overdue: pence(100_00), soon: NO_PENCE, later: NO_PENCE, balance: pence(100_00) },
	paused: NO_PENCE,
	mayAsk: true,
	next: null,
	count: 1,
	asOf: [],
	...given
});
const NOTHING = { overdue: NO_PENCE, soon: NO_PENCE, later: NO_PENCE, balance: NO_PENCE };
const SUMMONS = {
	debtId: 'd',
	title: 'Council Tax 2026 to 2027',
	says: 'Summons from 24 November 2026'
};

describe('what is next of all', () => {
	it.each<[string, Partial<DebtsView>, string]>([
		['what may follow first', { next: SUMMONS }, 'Summons from 24 November 2026'],
		['that nothing is owed', { count: 0, total: NOTHING }, 'Nothing: nothing is owed'],
		['that a credit is nothing owed', { count: 1, total: NOTHING }, 'Nothing: nothing is owed'],
		[
			'that nothing may be asked for',
			{ mayAsk: false },
			'Nothing while recovery is paused. Ask for nothing today'
		],
		['that every debt is paused', { paused: pence(100_00) }, 'Nothing while every debt is paused'],
		[
			'that nothing is overdue',
			{ total: { ...NOTHING, soon: pence(100_00), balance: pence(100_00) } },
			'Nothing: nothing is overdue'
		],
		['that nothing more can happen', {}, 'Nothing more, as things stand']
	])('is %s', (_what, given, says) => {
		expect(nextOfAll(owed(given)).says).toBe(says);
	});
});

describe('what is repaid of a debt', () => {
	const money = {
		debtId: 'd',
		original: pence(200_00),
		writtenOff: NO_PENCE,
		repaid: pence(80_00)
	};

	it('says what of it they paid themselves where others paid too', () => {
		expect(moneyParts({ ...money, byThem: null }).join(', ')).toBe(
			'Originally £200.00, repaid £80.00'
		);
		expect(moneyParts({ ...money, byThem: pence(80_00) }).join(', ')).toBe(
			'Originally £200.00, repaid £80.00'
		);
		expect(moneyParts({ ...money, byThem: pence(40_00) }).join(', ')).toBe(
			'Originally £200.00, repaid £80.00 (£40.00 by them)'
		);
		expect(moneyParts({ ...money, writtenOff: pence(1), byThem: null }).join(', ')).toBe(
			'Originally £200.00, repaid £80.00, written off £0.01'
		);
		expect(moneyParts(undefined)).toEqual([]);
	});
});
