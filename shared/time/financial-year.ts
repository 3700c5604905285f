/** The council's year, 1 April to 31 March, known by the calendar year it begins in: 2026 is 2026 to 2027. */
import type { Day } from './day.ts';
import { dateOf, dayOfDate } from './day-number.ts';

export function financialYearOf(on: Day): number {
	const { year, month } = dateOf(on);
	return month >= 4 ? year : year - 1;
}

export function lastDayOfYear(financialYear: number): Day {
	return dayOfDate({ year: financialYear + 1, month: 3, dayOfMonth: 31 });
}

export function firstDayOfYear(financialYear: number): Day {
	return dayOfDate({ year: financialYear, month: 4, dayOfMonth: 1 });
}
