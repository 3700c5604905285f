/**
 * Bank holidays of England and Wales (Banking and Financial Dealings Act 1971 and proclamations): as published where
 * they are, and in other years the eight usual ones, computed; those to come are marked provisional, because a further
 * day may yet be proclaimed or one moved (council policy P8).
 */
import type { Day } from './day.ts';
import { dateOf, dayNumber, dayOfDate, dayOfNumber, weekdayOfNumber } from './day-number.ts';
import {
	FIRST_PUBLISHED_YEAR,
	LAST_PUBLISHED_YEAR,
	PUBLISHED,
	type BankHolidayKind
} from './published-holidays.ts';

export type BankHoliday = { kind: BankHolidayKind; isSubstitute: boolean; isProvisional: boolean };

export const BANK_HOLIDAY_NAMES: Record<BankHolidayKind, string> = {
	'new-year': 'New Year’s Day',
	'good-friday': 'Good Friday',
	'easter-monday': 'Easter Monday',
	'early-may': 'Early May bank holiday',
	spring: 'Spring bank holiday',
	'late-august': 'Summer bank holiday',
	christmas: 'Christmas Day',
	'boxing-day': 'Boxing Day',
	'platinum-jubilee': 'Platinum Jubilee bank holiday',
	'state-funeral': 'Bank holiday for the State Funeral of Queen Elizabeth II',
	coronation: 'Bank holiday for the coronation of King Charles III'
};

export function bankHolidayOn(on: Day): BankHoliday | null {
	const { year } = dateOf(on);
	const isPublished = year >= FIRST_PUBLISHED_YEAR && year <= LAST_PUBLISHED_YEAR;
	return (isPublished ? PUBLISHED_DAYS : usualHolidays(year)).get(on) ?? null;
}

/** Whether what we say of this day's being a working day may yet change. */
export function isProvisional(on: Day): boolean {
	return dateOf(on).year > LAST_PUBLISHED_YEAR;
}

const PUBLISHED_DAYS: ReadonlyMap<string, BankHoliday> = new Map(
	PUBLISHED.map(([on, kind, substitute]) => [
		on,
		{ kind, isSubstitute: substitute !== undefined, isProvisional: false }
	])
);

/** Worked out once a year: a plan asks about a hundred days of it. */
const USUAL_DAYS = new Map<number, ReadonlyMap<string, BankHoliday>>();

/** The eight of an ordinary year, in date order. A weekend's holiday is kept on the next day that is free. */
export function usualHolidays(year: number): ReadonlyMap<string, BankHoliday> {
	const known = USUAL_DAYS.get(year);
	if (known) return known;
	const computed = computeUsual(year);
	USUAL_DAYS.set(year, computed);
	return computed;
}

function computeUsual(year: number): ReadonlyMap<string, BankHoliday> {
	const easter = easterSunday(year);
	const days = new Map<string, BankHoliday>();
	const put = (kind: BankHolidayKind, nominal: number): void => {
		let kept = nominal;
		while (weekdayOfNumber(kept) > 5 || days.has(dayOfNumber(kept))) kept += 1;
		days.set(dayOfNumber(kept), {
			kind,
			isSubstitute: kept !== nominal,
			isProvisional: year > LAST_PUBLISHED_YEAR
		});
	};
	put('new-year', numberOf({ year, month: 1, dayOfMonth: 1 }));
	put('good-friday', easter - 2);
	put('easter-monday', easter + 1);
	put('early-may', mondayFrom(numberOf({ year, month: 5, dayOfMonth: 1 })));
	put('spring', mondayFrom(numberOf({ year, month: 5, dayOfMonth: 25 })));
	put('late-august', mondayFrom(numberOf({ year, month: 8, dayOfMonth: 25 })));
	for (const [kind, nominal] of midwinter(year)) put(kind, nominal);
	return days;
}

/** Where Christmas Day is a Sunday, Boxing Day keeps its Monday and Christmas moves to the Tuesday. */
function midwinter(year: number): readonly (readonly [BankHolidayKind, number])[] {
	const christmas = numberOf({ year, month: 12, dayOfMonth: 25 });
	const both = [
		['christmas', christmas],
		['boxing-day', christmas + 1]
	] as const;
	return weekdayOfNumber(christmas) === 7 ? both.toReversed() : both;
}

function numberOf(date: { year: number; month: number; dayOfMonth: number }): number {
	return dayNumber(dayOfDate(date));
}

function mondayFrom(number: number): number {
	return number + ((8 - weekdayOfNumber(number)) % 7);
}

/** In a century. */
const YEARS = 100;

/** The Gregorian reckoning of Easter (Meeus, after the anonymous correspondent of Nature, 1876). */
function easterSunday(year: number): number {
	const golden = year % 19;
	const inCentury = year % YEARS;
	const century = (year - inCentury) / YEARS;
	const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
	const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
	const toSunday =
		(32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
	const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
	const march = epact + toSunday - 7 * late + 114;
	return numberOf({ year, month: Math.floor(march / 31), dayOfMonth: (march % 31) + 1 });
}
