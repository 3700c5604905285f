import { describe, expect, it } from 'vitest';
import {
	addDays,
	addMonths,
	day,
	dayInLondon,
	daysBetween,
	formatDay,
	formatDayShort,
	instant,
	instantInLondon,
	isDay,
	timeInLondon
} from './day.ts';

describe('a day', () => {
	it.each(['2026-02-29', '2026-13-01', '2026-1-1', '20261119', '', 'today'])(
		'is never "%s"',
		(text) => {
			expect(isDay(text)).toBe(false);
		}
	);

	it('keeps 29 February in a leap year', () => {
		expect(isDay('2028-02-29')).toBe(true);
	});

	it.each([
		['2026-01-31', 1, '2026-02-28'],
		['2028-01-31', 1, '2028-02-29'],
		['2026-12-01', 25, '2029-01-01']
	])('%s and %i months is %s', (from, months, expected) => {
		expect(addMonths(day(from), months)).toBe(expected);
	});

	it('counts across the change of the clocks', () => {
		expect(daysBetween(day('2026-10-24'), day('2026-10-26'))).toBe(2);
		expect(addDays(day('2026-03-28'), 2)).toBe('2026-03-30');
	});

	it('is shown in words', () => {
		expect(formatDay(day('2026-12-01'))).toBe('1\u00a0December\u00a02026');
		expect(formatDayShort(day('2026-09-30'))).toBe('30\u00a0Sep\u00a02026');
	});
});

describe("the council's day", () => {
	it.each([
		['2026-03-31T22:59:00Z', '2026-03-31', '23:59'],
		['2026-03-31T23:00:00Z', '2026-04-01', '00:00'],
		['2026-11-19T23:59:59Z', '2026-11-19', '23:59']
	])('%s is %s at %s', (at, onDay, time) => {
		expect(dayInLondon(instant(at))).toBe(onDay);
		expect(timeInLondon(instant(at))).toBe(time);
	});

	it.each([
		['2026-03-31', '23:59', '2026-03-31T22:59:00.000Z'],
		['2026-11-19', '09:00', '2026-11-19T09:00:00.000Z'],
		['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z']
	])('on %s at %s is %s', (on, time, at) => {
		expect(instantInLondon(day(on), time)).toBe(at);
	});
});
