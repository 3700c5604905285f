import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween, weekdayOf } from './day.ts';
import {
	dateOf,
	dayNumber,
	dayOfDate,
	dayOfNumber,
	daysInMonth,
	weekdayOfNumber
} from './day-number.ts';

const EPOCH = day('1970-01-01');

describe('a day as a number', () => {
	it.each([
		['1970-01-01', 0],
		['1969-12-31', -1],
		['2000-02-29', 11016],
		['2026-11-19', 20776]
	])('%s is %i', (text, number) => {
		expect(dayNumber(day(text))).toBe(number);
		expect(dayOfNumber(number)).toBe(text);
	});

	it('agrees with the calendar library on every day of three centuries it is asked about', () => {
		fc.assert(
			fc.property(fc.integer({ min: -25567, max: 84000 }), (number) => {
				const on = addDays(EPOCH, number);
				expect(dayOfNumber(number)).toBe(on);
				expect(dayNumber(on)).toBe(daysBetween(EPOCH, on));
				expect(weekdayOfNumber(number)).toBe(weekdayOf(on));
				expect(dayOfDate(dateOf(on))).toBe(on);
			}),
			{ numRuns: 500 }
		);
	});

	it.each([
		[2027, 2, 28],
		[2028, 2, 29],
		[2100, 2, 28],
		[2000, 2, 29],
		[2026, 4, 30],
		[2026, 12, 31]
	])('knows that month %i-%i has %i days', (year, month, days) => {
		expect(daysInMonth({ year, month })).toBe(days);
	});
});
