/** Pay-days as they are said aloud: on the 1st of each month, every second Friday. */
import { formatDay, weekdayOf, type Day } from './day.ts';
import { dateOf } from './day-number.ts';
import type { PayDays, Rhythm } from './pay-days.ts';

/** By `weekdayOf`, less one. */
export const WEEKDAY_NAMES = [
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
	'Sunday'
] as const;

const EVERY: Record<Exclude<Rhythm, 'monthly'>, string> = {
	weekly: 'every',
	fortnightly: 'every second',
	'four-weekly': 'every fourth'
};

/** `on the 1st of each month, starting on Tuesday 1 December 2026`. */
export function sayPayDays(payDays: PayDays): string {
	const each = sayEachTime(payDays);
	return `${each}${each.endsWith(',') ? '' : ','} starting on ${inWords(payDays.firstOn)}`;
}

/** `on the 1st of each month`, `every second Friday`. */
export function sayEachTime({ rhythm, firstOn }: PayDays): string {
	if (rhythm !== 'monthly') return `${EVERY[rhythm]} ${weekday(firstOn)}`;
	const { dayOfMonth } = dateOf(firstOn);
	const orLast = dayOfMonth > 28 ? ', or its last day,' : '';
	return `on the ${ordinal(dayOfMonth)} of each month${orLast}`;
}

/** With the day of the week: `Monday 4 January 2027`. */
export function inWords(on: Day): string {
	return `${weekday(on)} ${formatDay(on)}`;
}

function weekday(on: Day): string {
	return WEEKDAY_NAMES[weekdayOf(on) - 1] ?? '';
}

export function ordinal(number: number): string {
	const isTeen = number > 10 && number < 14;
	const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
	return `${number}${ending}`;
}
