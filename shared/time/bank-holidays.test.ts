import { describe, expect, it } from 'vitest';
import { day } from './day.ts';
import {
	BANK_HOLIDAY_NAMES,
	bankHolidayOn,
	isProvisional,
	usualHolidays
} from './bank-holidays.ts';
import { PUBLISHED } from './published-holidays.ts';

/** Days proclaimed once, and the day moved for one year: what no reckoning can know beforehand. */
const PROCLAIMED = new Map([
	[2020, { without: ['2020-05-04'], beside: ['2020-05-08'] }],
	[2022, { without: ['2022-05-30'], beside: ['2022-06-02', '2022-06-03', '2022-09-19'] }],
	[2023, { without: [], beside: ['2023-05-08'] }]
]);

describe('a bank holiday', () => {
	it.each([
		['2026-12-25', 'christmas', false, false],
		['2026-12-28', 'boxing-day', true, false],
		['2022-12-26', 'boxing-day', false, false],
		['2022-12-27', 'christmas', true, false],
		['2018-12-25', 'christmas', false, false],
		['2029-01-01', 'new-year', false, true],
		['2033-12-26', 'boxing-day', false, true],
		['2033-12-27', 'christmas', true, true],
		['2038-04-26', 'easter-monday', false, true]
	] as const)('%s is %s (substitute %s, provisional %s)', (on, kind, isSubstitute, provisional) => {
		expect(bankHolidayOn(day(on))).toEqual({ kind, isSubstitute, isProvisional: provisional });
	});

	it.each(['2026-12-26', '2027-12-25', '2026-11-19', '2029-12-24'])('is not %s', (on) => {
		expect(bankHolidayOn(day(on))).toBeNull();
	});

	it.each(Array.from({ length: 10 }, (_, index) => 2019 + index))(
		'computed for %i is as published, but for what was proclaimed that year',
		(year) => {
			const published = PUBLISHED.filter(([on]) => on.startsWith(`${year}`)).map(([on]) => on);
			const moved = PROCLAIMED.get(year) ?? { without: [], beside: [] };
			const computed = [...usualHolidays(year).keys()]
				.filter((on) => !moved.without.includes(on))
				.concat(moved.beside);
			expect(computed.toSorted()).toEqual(published);
		}
	);

	it('is provisional from the first day past the published years', () => {
		expect(isProvisional(day('2028-12-31'))).toBe(false);
		expect(isProvisional(day('2029-01-01'))).toBe(true);
	});

	it('has a name, whatever it is for', () => {
		for (const [, kind] of PUBLISHED) expect(BANK_HOLIDAY_NAMES[kind]).not.toBe('');
	});

	it('comes eight times in every usual year', () => {
		for (let year = 2029; year < 2129; year += 1) expect(usualHolidays(year).size).toBe(8);
	});
});
