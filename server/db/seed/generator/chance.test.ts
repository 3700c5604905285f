import { describe, expect, it } from 'vitest';
import { chanceFrom } from './chance.ts';

describe('chance', () => {
	it('comes out the same from the same seed', () => {
		const [one, other] = [chanceFrom(7), chanceFrom(7)];
		const draws = Array.from({ length: 50 }, () => one.whole(1, 1000));
		expect(Array.from({ length: 50 }, () => other.whole(1, 1000))).toEqual(draws);
		expect(new Set(draws).size).toBeGreaterThan(40);
	});

	it('keeps to its limits, both of them possible', () => {
		const chance = chanceFrom(1);
		const draws = new Set(Array.from({ length: 500 }, () => chance.whole(3, 6)));
		expect([...draws].sort()).toEqual([3, 4, 5, 6]);
	});

	it('weighs what it chooses', () => {
		const chance = chanceFrom(2);
		const draws = Array.from({ length: 2000 }, () =>
			chance.weighted([
				['often', 9],
				['seldom', 1],
				['never', 0]
			] as const)
		);
		const seldom = draws.filter((draw) => draw === 'seldom').length;
		expect(seldom).toBeGreaterThan(120);
		expect(seldom).toBeLessThan(290);
		expect(draws).not.toContain('never');
	});

	it('has its middle where it was told and a long tail above', () => {
		const chance = chanceFrom(3);
		const draws = Array.from({ length: 4001 }, () => chance.skewed(24_000, 1.1)).sort(
			(a, b) => a - b
		);
		expect(draws[2000]).toBeGreaterThan(21_000);
		expect(draws[2000]).toBeLessThan(27_000);
		expect(draws.at(-1)).toBeGreaterThan(400_000);
	});
});
