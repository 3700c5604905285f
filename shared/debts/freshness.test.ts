import { describe, expect, it } from 'vitest';
import { day, instant } from '../time/day.ts';
import { asOfEach, type Freshness } from './freshness.ts';

const AT = instant('2026-11-18T23:20:00Z');
const fresh: Freshness = {
	'council-tax': { on: day('2026-11-18'), at: AT },
	rent: { on: day('2026-11-16'), at: AT },
	parking: { on: day('2026-11-15'), at: AT }
};
const now = { fresh, daysFresh: 3, today: day('2026-11-19') };

describe('how fresh figures are', () => {
	it('is said of each stream once, in the order of the debts', () => {
		const debts = [{ stream: 'rent' }, { stream: 'council-tax' }, { stream: 'rent' }] as const;
		expect(asOfEach(debts, now)).toEqual([
			{ stream: 'rent', on: '2026-11-16', at: AT, isOld: false },
			{ stream: 'council-tax', on: '2026-11-18', at: AT, isOld: false }
		]);
	});

	it('is old a day after policy’s days, and on the last of them not yet', () => {
		expect(asOfEach([{ stream: 'parking' }], now)[0]?.isOld).toBe(true);
		expect(asOfEach([{ stream: 'rent' }], now)[0]?.isOld).toBe(false);
	});

	it('has no day before the first extract, which is not the same as old', () => {
		expect(asOfEach([{ stream: 'care' }], now)).toEqual([
			{ stream: 'care', on: null, at: null, isOld: false }
		]);
	});
});
