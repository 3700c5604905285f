import { describe, expect, it } from 'vitest';
import { day } from './day.ts';
import { financialYearOf, firstDayOfYear, lastDayOfYear } from './financial-year.ts';

describe('the council’s year', () => {
	it.each([
		['2026-04-01', 2026],
		['2026-11-19', 2026],
		['2027-03-31', 2026],
		['2027-04-01', 2027]
	])('of %s is that of %i', (on, year) => {
		expect(financialYearOf(day(on))).toBe(year);
	});

	it('begins on 1 April and ends on 31 March', () => {
		expect([firstDayOfYear(2026), lastDayOfYear(2026)]).toEqual(['2026-04-01', '2027-03-31']);
	});
});
