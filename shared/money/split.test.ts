import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pence } from './pence.ts';
import { split, splitEqually, type SparePennies } from './split.ts';

const SPARES: readonly SparePennies[] = ['one-each', 'first', 'last'];

describe('shares of an amount', () => {
	it.each([
		[15, [4, 0, 1], 'one-each', [12, 0, 3]],
		[10, [1, 1, 1], 'one-each', [4, 3, 3]],
		[11, [1, 1, 1], 'one-each', [4, 4, 3]],
		[11, [1, 1, 1], 'first', [5, 3, 3]],
		[11, [1, 1, 1], 'last', [3, 3, 5]],
		[10, [0, 1, 1, 1, 0], 'first', [0, 4, 3, 3, 0]],
		[10, [0, 1, 1, 1, 0], 'last', [0, 3, 3, 4, 0]],
		[1, [1, 1], 'one-each', [1, 0]],
		[1, [1, 1], 'last', [0, 1]],
		[0, [1, 2], 'one-each', [0, 0]],
		[-10, [1, 1, 1], 'one-each', [-4, -3, -3]],
		[1999, [1], 'last', [1999]],
		[Number.MAX_SAFE_INTEGER, [1, 1], 'last', [4503599627370495, 4503599627370496]]
	] as const)('of %i by %j, spare to %s, are %j', (whole, weights, spare, expected) => {
		expect(split(pence(whole), { weights, spare })).toEqual(expected);
	});

	it('put every odd penny on the last of twelve payments', () => {
		const payments = splitEqually(pence(500_00), { count: 12, spare: 'last' });
		expect(payments.slice(0, 11)).toEqual(Array.from({ length: 11 }, () => 41_66));
		expect(payments.at(-1)).toBe(41_74);
	});

	it.each([[[]], [[0, 0]], [[-1, 2]], [[0.5, 0.5]]])('are refused by weights %j', (weights) => {
		expect(() => split(pence(100), { weights, spare: 'first' })).toThrow(RangeError);
	});

	it('sum to the whole, and differ from the exact share by less than the pennies spare', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -1e12, max: 1e12 }),
				fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 12 }),
				fc.constantFrom(...SPARES),
				(whole, weights, spare) => {
					fc.pre(weights.some((weight) => weight > 0));
					const shares = split(pence(whole), { weights, spare });
					expect(shares.reduce((total: number, share) => total + share, 0)).toBe(whole);
					const total = weights.reduce((sum, weight) => sum + weight, 0);
					weights.forEach((weight, index) => {
						const exact = (whole * weight) / total;
						expect(Math.abs((shares[index] ?? 0) - exact)).toBeLessThan(weights.length + 0.001);
						if (weight === 0) expect(shares[index]).toBe(0);
					});
				}
			)
		);
	});

	it('of equal weight differ by at most a penny when the spare ones go one each', () => {
		fc.assert(
			fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 400 }), (whole, count) => {
				const shares = splitEqually(pence(whole), { count, spare: 'one-each' });
				expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
			})
		);
	});
});
