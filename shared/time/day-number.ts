/**
 * A day as a whole number of days from 1 January 1970, by the arithmetic of the Gregorian calendar. A plan asks for
 * hundreds of days as the slider moves, and a calendar library costs more than the plan itself; the tests hold this
 * equal to the library's answer.
 */
import type { Day } from './kinds.ts';

export type CalendarDate = { year: number; month: number; dayOfMonth: number };

/** A day written YYYY-MM-DD is read by position: a `Day` is only ever made from a date that exists. */
export function dateOf(on: Day): CalendarDate {
	return {
		year: digits(on, 0, 4),
		month: digits(on, 5, 7),
		dayOfMonth: digits(on, 8, 10)
	};
}

export function dayOfDate({ year, month, dayOfMonth }: CalendarDate): Day {
	return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as Day;
}

export function daysInMonth({ year, month }: { year: number; month: number }): number {
	if (month === 2) return isLeap(year) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Years are counted from March, so that a leap day is the last of its year. */
export function dayNumber(on: Day): number {
	const { year, month, dayOfMonth } = dateOf(on);
	const marchYear = month > 2 ? year : year - 1;
	const era = Math.floor(marchYear / 400);
	const yearOfEra = marchYear - era * 400;
	const dayOfYear =
		Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
	const dayOfEra =
		yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / CENTURY) + dayOfYear;
	return era * DAYS_OF_400_YEARS + dayOfEra - DAYS_TO_1970;
}

export function dayOfNumber(number: number): Day {
	const shifted = number + DAYS_TO_1970;
	const era = Math.floor(shifted / DAYS_OF_400_YEARS);
	const dayOfEra = shifted - era * DAYS_OF_400_YEARS;
	const leapDays =
		Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
	const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
	const dayOfYear =
		dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / CENTURY));
	const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
	return dayOfDate({
		year: yearOfEra + era * 400 + (month > 2 ? 0 : 1),
		month,
		dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
	});
}

/** 1 is Monday, 7 is Sunday; 1 January 1970 was a Thursday. */
export function weekdayOfNumber(number: number): number {
	return ((((number + 3) % 7) + 7) % 7) + 1;
}

const CENTURY = 100;
const DAYS_OF_400_YEARS = 146097;
const DAYS_TO_1970 = 719468;

function isLeap(year: number): boolean {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function digits(on: Day, from: number, to: number): number {
	let number = 0;
	for (let at = from; at < to; at += 1) number = number * 10 + on.charCodeAt(at) - 48;
	return number;
}

function twoDigits(number: number): string {
	return number < 10 ? `0${number}` : `${number}`;
}
