import { describe, expect, it } from 'vitest';
import { day } from './day.ts';
import {
	addWorkingDays,
	directDebitDay,
	isWorkingDay,
	nextWorkingDay,
	previousWorkingDay
} from './working-days.ts';

describe('working days', () => {
	it.each([
		['2026-12-24', true],
		['2026-12-25', false],
		['2026-12-26', false],
		['2026-12-28', false],
		['2026-12-29', true],
		['2029-01-01', false]
	])('%s: %s', (on, expected) => {
		expect(isWorkingDay(day(on))).toBe(expected);
	});

	it.each([
		['2027-03-26', '2027-03-30', '2027-03-25'],
		['2026-12-27', '2026-12-29', '2026-12-24'],
		['2027-01-04', '2027-01-04', '2027-01-04']
	])('around %s are %s and %s', (on, next, previous) => {
		expect(nextWorkingDay(day(on))).toBe(next);
		expect(previousWorkingDay(day(on))).toBe(previous);
	});

	it.each([
		['2026-11-19', 10, '2026-12-03'],
		['2026-11-21', 10, '2026-12-04'],
		['2026-12-24', 1, '2026-12-29'],
		['2026-12-29', -1, '2026-12-24'],
		['2026-11-21', 0, '2026-11-21']
	])('%s and %i of them is %s', (from, count, expected) => {
		expect(addWorkingDays(day(from), count)).toBe(expected);
	});

	it.each([
		['2027-01-01', '2027-01-04', false],
		['2029-01-01', '2029-01-02', true],
		['2026-12-01', '2026-12-01', false]
	])('a Direct Debit of %s is taken on %s, provisional %s', (nominal, on, isProvisional) => {
		expect(directDebitDay(day(nominal))).toEqual({ on, isProvisional });
	});
});
