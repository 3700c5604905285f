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

/** `exempt` is what would have stood against a call that they asked for: it is shown beside it. */
export type ContactWeighed =
	{ ok: true; exempt: ContactRefusal | null } | { ok: false; because: ContactRefusal };

/** A call that they asked for goes on whatever stands against it. */
export function weighContact(
	{ isAskedFor, ...asked }: ContactAsked & { isAskedFor: boolean },
	policy: PolicyValues['C1']
): ContactWeighed {
	const because = contactRefusal(asked, policy);
	return because !== null && !isAskedFor ? { ok: false, because } : { ok: true, exempt: because };
}

/** In words an officer can read: what stands against getting in touch. */
export function sayContactRefusal(
	because: ContactRefusal,
	{ on, earlier }: Pick<ContactAsked, 'on' | 'earlier'>,
	policy: PolicyValues['C1']
): string {
	switch (because) {
		case 'moratorium':
			return 'They are in breathing space: we do not get in touch about payment.';
		case 'bereavement':
			return 'A death is reported on their record: we do not get in touch about payment.';
		case 'bank-holiday':
			return 'Today is a bank holiday: we do not get in touch about payment.';
		case 'hours':
			return `It is outside the hours in which we get in touch: ${sayHours(policy.hours[weekdayOf(on) - 1] ?? null)}.`;
		case 'too-often': {
			const reached = policy.most.find((limit) => isReached(limit, { on, earlier }));
			return `We have been in touch as often as we may: ${reached ? sayLimit(reached) : 'too often'}.`;
		}
	}
}

function sayHours(hours: readonly [number, number] | null): string {
	return hours === null ? 'not today' : `today ${clock(hours[0])} to ${clock(hours[1])}`;
}

function sayLimit({ contacts, days }: PolicyValues['C1']['most'][number]): string {
	const times = contacts === 1 ? 'once' : `${contacts} times`;
	return `${times} in ${days === 1 ? 'a day' : `${days} days`}`;
}

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

function isTooOften(asked: ContactAsked, policy: PolicyValues['C1']): boolean {
	return policy.most.some((limit) => isReached(limit, asked));
}

/** A window of seven days is this day and the six before it. */
function isReached(
	{ contacts, days }: PolicyValues['C1']['most'][number],
	{ on, earlier }: Pick<ContactAsked, 'on' | 'earlier'>
): boolean {
	const since = addDays(on, 1 - days);
	return earlier.filter((day) => day >= since && day <= on).length >= contacts;
}

function clock(hour: number): string {
	return `${String(hour).padStart(2, '0')}:00`;
}
