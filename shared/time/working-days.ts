/**
 * Working days: Monday to Friday without the bank holidays of England and Wales. A Direct Debit that falls on another
 * day is taken on the next working day (Bacs), and is read back as that day (council policy P8).
 */
import { bankHolidayOn, isProvisional } from './bank-holidays.ts';
import type { Day } from './day.ts';
import { dayNumber, dayOfNumber, weekdayOfNumber } from './day-number.ts';

export function isWorkingDay(on: Day): boolean {
	return weekdayOfNumber(dayNumber(on)) <= 5 && bankHolidayOn(on) === null;
}

/** The day itself where it is a working day. */
export function nextWorkingDay(on: Day): Day {
	return isWorkingDay(on) ? on : workingDayFrom(on, 1);
}

/** The day itself where it is a working day. */
export function previousWorkingDay(on: Day): Day {
	return isWorkingDay(on) ? on : workingDayFrom(on, -1);
}

/** The `count`-th working day after a day, which itself need not be one and is never counted. */
export function addWorkingDays(from: Day, count: number): Day {
	let on = from;
	for (let left = Math.abs(count); left > 0; left -= 1) on = workingDayFrom(on, count < 0 ? -1 : 1);
	return on;
}

/** When a payment by Direct Debit is really taken, and whether bank holidays not yet published could move it. */
export function directDebitDay(nominal: Day): { on: Day; isProvisional: boolean } {
	return { on: nextWorkingDay(nominal), isProvisional: isProvisional(nominal) };
}

function workingDayFrom(on: Day, step: 1 | -1): Day {
	let number = dayNumber(on) + step;
	while (!isWorkingDay(dayOfNumber(number))) number += step;
	return dayOfNumber(number);
}
