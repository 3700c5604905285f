import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, day, daysBetween, weekdayOf } from './day.ts';
import { dateOf, dayNumber, dayOfDate, dayOfNumber, daysInMonth } from './day-number.ts';

const EPOCH = Temporal.PlainDate.from('1970-01-01');

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
				const date = EPOCH.add({ days: number });
				const on = day(date.toString());
				expect(dayOfNumber(number)).toBe(on);
				expect(dayNumber(on)).toBe(number);
				expect(weekdayOf(on)).toBe(date.dayOfWeek);
				expect(dayOfDate(dateOf(on))).toBe(on);
				expect(daysBetween(day('1970-01-01'), on)).toBe(number);
			}),
			{ numRuns: 500 }
		);
	});

	it('adds days and months, either way, as the calendar library does', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -25567, max: 84000 }),
				fc.integer({ min: -600, max: 600 }),
				(number, by) => {
					const date = EPOCH.add({ days: number });
					const on = day(date.toString());
					expect(addMonths(on, by)).toBe(date.add({ months: by }).toString());
					expect(addDays(on, by)).toBe(date.add({ days: by }).toString());
				}
			),
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
