import { describe, expect, it } from 'vitest';
import { pence } from '../money/pence.ts';
import { appropriate, type Receivable } from './appropriation.ts';

const DEBTS: readonly Receivable[] = [
	{
		id: 'this-year',
		balance: pence(600_00),
		instalmentDue: pence(150_00),
		isOrderedTax: false,
		year: 2026
	},
	{
		id: 'newer-order',
		balance: pence(500_00),
		instalmentDue: null,
		isOrderedTax: true,
		year: 2025
	},
	{
		id: 'older-order',
		balance: pence(420_00),
		instalmentDue: null,
		isOrderedTax: true,
		year: 2024
	},
	{
		id: 'overpayment',
		balance: pence(300_00),
		instalmentDue: null,
		isOrderedTax: false,
		year: 2023
	}
];

describe('a payment', () => {
	it.each([
		[35_00, null, 'default-order', [['older-order', 35_00]], 0],
		[150_00, null, 'matches-instalment', [['this-year', 150_00]], 0],
		[300_00, null, 'matches-balance', [['overpayment', 300_00]], 0],
		[300_00, 'overpayment', 'payer-said', [['overpayment', 300_00]], 0],
		[150_00, 'newer-order', 'payer-said', [['newer-order', 150_00]], 0],
		[450_00, 'older-order', 'payer-said', [['older-order', 420_00]], 30_00],
		[50_00, 'unheard-of', 'payer-said', [], 50_00],
		[
			700_00,
			null,
			'default-order',
			[
				['older-order', 420_00],
				['newer-order', 280_00]
			],
			0
		],
		[
			2000_00,
			null,
			'default-order',
			[
				['older-order', 420_00],
				['newer-order', 500_00],
				['overpayment', 300_00],
				['this-year', 600_00]
			],
			180_00
		]
	] as const)(
		'of %i for %s goes by %s to %j, %i waits',
		(amount, names, ground, placed, unplaced) => {
			const result = appropriate(pence(amount), { names, debts: DEBTS });
			expect(result.ground).toBe(ground);
			expect(result.placed.map((one) => [one.id, one.amount])).toEqual(placed);
			expect(result.unplaced).toBe(unplaced);
		}
	);

	it('that matches two instalments matches neither plainly', () => {
		const twins = DEBTS.map((debt) => ({ ...debt, instalmentDue: pence(150_00) }));
		expect(appropriate(pence(150_00), { names: null, debts: twins }).ground).toBe('default-order');
	});
});
