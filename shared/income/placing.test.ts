import { describe, expect, it } from 'vitest';
import { pence, type Pence } from '../money/pence.ts';
import { checkSplit, place, type AccountDebt } from './placing.ts';

const DEBT: AccountDebt = {
	id: 'invoice',
	reference: 'SI00903316',
	balance: pence(126_00),
	instalmentDue: null,
	isOrderedTax: false,
	year: 2026
};
const ORDER: AccountDebt = {
	...DEBT,
	id: 'order',
	reference: '7710448261',
	balance: pence(420_00),
	isOrderedTax: true,
	year: 2024
};
const RUNNING: AccountDebt = {
	...DEBT,
	id: 'running',
	reference: '7710448261',
	balance: pence(600_00),
	instalmentDue: pence(150_00)
};

describe('a sum that comes in', () => {
	it.each<[string, number, readonly AccountDebt[], string | null, object, number]>([
		['to the one debt it names', 50_00, [DEBT], 'payer-said', { invoice: 50_00 }, 0],
		['to its debt and the rest waits', 150_00, [DEBT], 'payer-said', { invoice: 126_00 }, 24_00],
		[
			'to the instalment it is',
			150_00,
			[ORDER, RUNNING],
			'matches-instalment',
			{ running: 150_00 },
			0
		],
		['to the balance it is', 420_00, [ORDER, RUNNING], 'matches-balance', { order: 420_00 }, 0],
		[
			'to the oldest order of its account',
			35_00,
			[RUNNING, ORDER],
			'default-order',
			{ order: 35_00 },
			0
		],
		['nowhere, quoting nobody', 50_00, [], null, {}, 50_00],
		['nowhere, quoting two accounts', 50_00, [DEBT, ORDER], null, {}, 50_00],
		['nowhere, where nothing is owed', 50_00, [{ ...DEBT, balance: pence(0) }], null, {}, 50_00],
		['nowhere, where it is in credit', 50_00, [{ ...DEBT, balance: pence(-5) }], null, {}, 50_00]
	])('goes %s', (_name, amount, debts, ground, parts, waiting) => {
		const placed = place(pence(amount), { debts, owed: new Map() });
		expect(placed.ground).toBe(ground);
		expect(Object.fromEntries(placed.parts.map((one) => [one.debtId, one.amount]))).toEqual(parts);
		expect(placed.waiting).toBe(waiting);
		expect(placed.rules).toEqual(ground === null ? [] : ['PAY.appropriation']);
	});

	it('finds what the one before it left', () => {
		const owed = new Map<string, Pence>();
		expect(place(pence(100_00), { debts: [DEBT], owed }).waiting).toBe(0);
		expect(place(pence(100_00), { debts: [DEBT], owed }).waiting).toBe(74_00);
		expect(place(pence(1), { debts: [DEBT], owed }).waiting).toBe(1);
	});
});

describe('an officer places', () => {
	const debts = [
		{ id: 'a', balance: pence(100_00) },
		{ id: 'b', balance: pence(30_00) }
	];

	it.each<[string, readonly [string, number][], string | null]>([
		['all of it on one', [['a', 50_00]], null],
		[
			'it split over two',
			[
				['a', 20_00],
				['b', 30_00]
			],
			null
		],
		['part of it', [['a', 1]], null],
		['nothing', [], 'nothing-placed'],
		['less than nothing', [['a', -1]], 'nothing-placed'],
		[
			'a part of nothing',
			[
				['a', 10_00],
				['b', 0]
			],
			'nothing-placed'
		],
		['a penny more than came', [['a', 50_01]], 'more-than-received'],
		[
			'together a penny more than came',
			[
				['a', 20_01],
				['b', 30_00]
			],
			'more-than-received'
		],
		['more than is owed', [['b', 30_01]], 'more-than-owed'],
		['it on somebody else’s', [['c', 1]], 'not-their-debt'],
		[
			'it twice on one',
			[
				['a', 1],
				['a', 1]
			],
			'placed-twice'
		]
	])('%s', (_name, written, because) => {
		const parts = written.map(([debtId, amount]) => ({ debtId, amount: pence(amount) }));
		const checked = checkSplit(parts, { waiting: pence(50_00), debts });
		expect(checked).toEqual(because === null ? { ok: true } : { ok: false, because });
	});
});
