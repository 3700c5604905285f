/**
 * A day is a calendar date of the council (Europe/London), not a moment; an instant is a moment in UTC.
 * Both are strings that sort, compare with === and travel as they are. Nothing here reads a clock.
 */
import { Temporal } from 'temporal-polyfill';
import {
	dateOf,
	dayNumber,
	dayOfDate,
	dayOfNumber,
	daysInMonth,
	weekdayOfNumber
} from './day-number.ts';
import type { Day, Instant } from './kinds.ts';

export type { Day, Instant } from './kinds.ts';

/** A day from text already in ISO form. Throws when there is no such date. */
export function day(text: string): Day {
	const date = Temporal.PlainDate.from(text, { overflow: 'reject' });
	if (date.toString() !== text) throw new RangeError('A day is not written as YYYY-MM-DD.');
	return text as Day;
}

export function isDay(text: string): text is Day {
	try {
		return day(text) === text;
	} catch {
		return false;
	}
}

/** An instant from a Date or from any text with an offset. */
export function instant(from: Date | string): Instant {
	return new Date(from).toISOString() as Instant;
}

/** The council's day at a moment: the one place where an instant becomes a day. */
export function dayInLondon(at: Instant): Day {
	return Temporal.Instant.from(at)
		.toZonedDateTimeISO('Europe/London')
		.toPlainDate()
		.toString() as Day;
}

/** The clock in London at a moment, `10:52`. */
export function timeInLondon(at: Instant): string {
	return secondInLondon(at).slice(0, 5);
}

/** The same to the second, `10:52:07`. */
export function secondInLondon(at: Instant): string {
	return Temporal.Instant.from(at)
		.toZonedDateTimeISO('Europe/London')
		.toPlainTime()
		.toString({ smallestUnit: 'second' });
}

/** The moment a clock in London shows `time` on a day; of an hour that comes twice, the first. */
export function instantInLondon(on: Day, time: string): Instant {
	return instant(
		Temporal.PlainDate.from(on)
			.toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from(time) })
			.toInstant()
			.toString()
	);
}

export function addDays(from: Day, days: number): Day {
	return dayOfNumber(dayNumber(from) + days);
}

/** The same day of the month `months` later, or the month's last day where it has none such. */
export function addMonths(from: Day, months: number): Day {
	const { year, month, dayOfMonth } = dateOf(from);
	const monthIndex = year * 12 + month - 1 + months;
	const to = { year: Math.floor(monthIndex / 12), month: (monthIndex % 12) + 1 };
	return dayOfDate({ ...to, dayOfMonth: Math.min(dayOfMonth, daysInMonth(to)) });
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return dayNumber(to) - dayNumber(from);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(on: Day): number {
	return weekdayOfNumber(dayNumber(on));
}

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
] as const;

/** `December` of 12. */
export function monthName(month: number): string {
	return MONTHS[month - 1] ?? '';
}

/** `1 December 2026`, with spaces that do not break. */
export function formatDay(on: Day): string {
	const { dayOfMonth, month, year } = dateOf(on);
	return `${dayOfMonth}\u00a0${monthName(month)}\u00a0${year}`;
}

/** `1 Dec 2026`, for narrow columns of many dates and nowhere else. */
export function formatDayShort(on: Day): string {
	const { dayOfMonth, month, year } = dateOf(on);
	return `${dayOfMonth}\u00a0${monthName(month).slice(0, 3)}\u00a0${year}`;
}
