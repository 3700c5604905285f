import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/time/day.ts';
import { sayMoved, taxYearOf, timelineOf } from './timeline.ts';

describe('a timeline', () => {
	it('leaves every day where it was written on the day it was written', () => {
		const time = timelineOf(day('2026-11-19'));
		expect(time.at('2026-08-14')).toBe('2026-08-14');
		expect(time.year(0).words).toBe('2026 to 2027');
	});

	it('keeps the distance from another day', () => {
		expect(timelineOf(day('2027-01-10')).at('2026-11-09')).toBe('2026-12-31');
		expect(timelineOf(day('2026-11-09')).at('2026-12-08')).toBe('2026-11-28');
	});

	it.each([
		['2026-03-31', '2025 to 2026'],
		['2026-04-01', '2026 to 2027'],
		['2028-02-29', '2027 to 2028']
	])('%s is in %s', (on, words) => {
		expect(taxYearOf(day(on)).words).toBe(words);
	});

	it('moves what a tax year cannot hold to the nearest day that can, and says so once', () => {
		const time = timelineOf(day('2027-04-20'));
		const what = 'Kelly Ashworth, an instalment';
		for (const written of ['2026-04-01', '2026-10-01', '2026-11-01', '2027-04-01']) {
			time.within(time.year(0), { written, what });
		}
		expect(time.within(time.year(0), { written: '2026-04-01', what })).toBe('2027-04-01');
		expect(sayMoved(time.moved).map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
			`${what}: 2 days from 31 August 2026 to 2 March 2027 would fall outside 2027 to 2028, so 1 April 2027.`
		]);
	});
});
