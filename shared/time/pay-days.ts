/**
 * The days on which somebody pays: weekly, fortnightly, four-weekly, or monthly on the day of the month of the first
 * payment. Where a month has no such day it is the month's last, and the month after returns to it.
 */
import { addMonths, type Day } from './day.ts';
import { dateOf, dayNumber, dayOfNumber } from './day-number.ts';

export const RHYTHMS = ['weekly', 'fortnightly', 'four-weekly', 'monthly'] as const;

export type Rhythm = (typeof RHYTHMS)[number];

export const RHYTHM_NAMES: Record<Rhythm, string> = {
	weekly: 'a week',
	fortnightly: 'a fortnight',
	'four-weekly': 'every four weeks',
	monthly: 'a month'
};

export type PayDays = { rhythm: Rhythm; firstOn: Day };

const DAYS_APART: Record<Exclude<Rhythm, 'monthly'>, number> = {
	weekly: 7,
	fortnightly: 14,
	'four-weekly': 28
};

/** The first `count` of them. */
export function payDaysOf(payDays: PayDays, count: number): Day[] {
	return Array.from({ length: count }, (_, index) => payDayAt(payDays, index));
}

/** 0 is the first. */
export function payDayAt({ rhythm, firstOn }: PayDays, index: number): Day {
	if (rhythm === 'monthly') return addMonths(firstOn, index);
	return dayOfNumber(dayNumber(firstOn) + index * DAYS_APART[rhythm]);
}

/** How many there are up to and including a day. */
export function payDaysUntil({ rhythm, firstOn }: PayDays, until: Day): number {
	if (until < firstOn) return 0;
	if (rhythm !== 'monthly')
		return Math.floor((dayNumber(until) - dayNumber(firstOn)) / DAYS_APART[rhythm]) + 1;
	const from = dateOf(firstOn);
	const to = dateOf(until);
	const months = (to.year - from.year) * 12 + to.month - from.month;
	return addMonths(firstOn, months) <= until ? months + 1 : months;
}
