/**
 * A day still to come, as an officer types it: `1 December`, `1/12`, `1 dec 2026`, `friday`, `tomorrow`. Without a year
 * it is the next such day; a day that has gone by is taken as typed, because a rule says better why it is too late.
 */
import { daysInMonth, dayOfDate } from './day-number.ts';
import { addDays, weekdayOf, type Day } from './day.ts';
import { readDay } from './day-said.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const CENTURY = 2000;

/** Null where it is no date: the thirtieth of February, a lone number, words. */
export function readDayAhead(said: string, today: Day): Day | null {
	const text = said.trim().toLowerCase();
	if (text === 'today') return today;
	if (text === 'tomorrow') return addDays(today, 1);
	const weekday = WEEKDAYS.findIndex((name) => text.length >= 3 && text.startsWith(name));
	if (weekday >= 0 && /^[a-z]+$/.test(text)) return nextWeekday(weekday + 1, today);
	const read = readDay(said);
	if (!read) return null;
	const { day: dayOfMonth, month } = read;
	if (read.year !== null) {
		const year = read.year < 100 ? CENTURY + read.year : read.year;
		return existing({ year, month, dayOfMonth });
	}
	const thisYear = Number(today.slice(0, 4));
	const soon = existing({ year: thisYear, month, dayOfMonth });
	return soon !== null && soon >= today
		? soon
		: existing({ year: thisYear + 1, month, dayOfMonth });
}

/** The next one after today: who says Friday on a Friday means the week after. */
function nextWeekday(weekday: number, today: Day): Day {
	const ahead = (weekday - weekdayOf(today) + 7) % 7;
	return addDays(today, ahead === 0 ? 7 : ahead);
}

function existing(date: { year: number; month: number; dayOfMonth: number }): Day | null {
	return date.dayOfMonth <= daysInMonth(date) ? dayOfDate(date) : null;
}
