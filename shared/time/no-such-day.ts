/** Why what was typed is no day though it reads as one: the month is shorter. In words, to stand beside the field. */
import { dayOfDate, daysInMonth } from './day-number.ts';
import { formatDay } from './day.ts';
import { readDay } from './day-said.ts';

/** Where no year was said, February is given its twenty-ninth. */
const LEAP_YEAR = 2028;

/** `November has 30 days.` Null where it does not read as a day at all. */
export function noSuchDay(said: string): string | null {
	const read = readDay(said);
	if (!read) return null;
	const year = yearSaid(read.year);
	const date = { year: year ?? LEAP_YEAR, month: read.month, dayOfMonth: 1 };
	const days = daysInMonth(date);
	if (read.day <= days) return null;
	const [, month = '', formatted = ''] = formatDay(dayOfDate(date)).split('\u00a0');
	return `${month}${year === null ? '' : ` ${formatted}`} has ${days} days.`;
}

function yearSaid(year: number | null): number | null {
	if (year === null) return null;
	return year < 100 ? 2000 + year : year;
}
