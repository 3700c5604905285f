/**
 * When we may get in touch about payment (policy C1), every stream and channel counted together: so many a day, a week
 * and four weeks; within the hours of the day of the week; never on a bank holiday, and never in a moratorium or
 * bereavement. A call back that was asked for and a notice the law requires are exempt, and shown.
 */
import { bankHolidayOn } from '../time/bank-holidays.ts';
import { addDays, type Day, weekdayOf } from '../time/day.ts';
import type { PolicyValues } from './policy-values.ts';

export type ContactAsked = {
	on: Day;
	/** The clock in London, `08:00`. */
	at: string;
	/** The days on which we got in touch about payment before. */
	earlier: readonly Day[];
	isInMoratorium: boolean;
	isBereaved: boolean;
};

export type ContactRefusal = 'moratorium' | 'bereavement' | 'bank-holiday' | 'hours' | 'too-often';

/** Null where we may. */
export function contactRefusal(
	asked: ContactAsked,
	policy: PolicyValues['C1']
): ContactRefusal | null {
	if (asked.isInMoratorium) return 'moratorium';
	if (asked.isBereaved) return 'bereavement';
	if (bankHolidayOn(asked.on)) return 'bank-holiday';
	const hours = policy.hours[weekdayOf(asked.on) - 1];
	if (!hours || asked.at < clock(hours[0]) || asked.at >= clock(hours[1])) return 'hours';
	return isTooOften(asked, policy) ? 'too-often' : null;
}

/** A window of seven days is this day and the six before it. */
function isTooOften({ on, earlier }: ContactAsked, policy: PolicyValues['C1']): boolean {
	return policy.most.some(({ contacts, days }) => {
		const since = addDays(on, 1 - days);
		return earlier.filter((day) => day >= since && day <= on).length >= contacts;
	});
}

function clock(hour: number): string {
	return `${String(hour).padStart(2, '0')}:00`;
}
