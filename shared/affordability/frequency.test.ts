import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pence } from '../money/pence.ts';
import { convert, FREQUENCIES, perMonth, perWeek, TIMES_A_YEAR } from './frequency.ts';

describe('an amount at another frequency', () => {
	it.each([
		['weekly', 43_20, 187_20],
		['weekly', 7_99, 34_62],
		['fortnightly', 321_77, 697_17],
		['four-weekly', 1_00, 1_08],
		['monthly', 424_90, 424_90],
		['twice-monthly', 85_15, 170_30],
		['quarterly', 100_00, 33_33],
		['half-yearly', 315_00, 52_50],
		['annual', 1000_00, 83_33],
		['ten-monthly', 189_00, 157_50],
		['termly-3', 210_00, 52_50],
		['weekly', 0, 0]
	] as const)('%s %i is %i a month', (frequency, amount, monthly) => {
		expect(perMonth(pence(amount), frequency)).toBe(monthly);
	});

	it('of 433.33 a month is 100.00 a week', () => {
		expect(perWeek(pence(433_33), 'monthly')).toBe(100_00);
	});

	it('is never more than half a penny a time from the exact one', () => {
		fc.assert(
			fc.property(
				fc.nat(10_000_000),
				fc.constantFrom(...FREQUENCIES),
				fc.constantFrom(...FREQUENCIES),
				(amount, from, to) => {
					const exact = (amount * TIMES_A_YEAR[from]) / TIMES_A_YEAR[to];
					expect(Math.abs(convert(pence(amount), { from, to }) - exact)).toBeLessThanOrEqual(0.5);
				}
			)
		);
	});
});
