/**
 * When somebody who was left waiting is to be rung, and until when: within the council's hours of getting in touch
 * (policy C1) and the hours the customer asked for; over at the end of the working day after it.
 */
import { mayRing } from '../../customers/wishes/ring.ts';
import type { Reach } from '../../customers/wishes/wish.ts';
import type { PolicyValues } from '../../law/policy-values.ts';
import { bankHolidayOn } from '../../time/bank-holidays.ts';
import {
	addDays,
	dayInLondon,
	instantInLondon,
	timeInLondon,
	weekdayOf,
	type Day,
	type Instant
} from '../../time/day.ts';
import { addWorkingDays } from '../../time/working-days.ts';

const DAYS_AHEAD = 14;

export type BackDue = { dueAt: Instant; expiresAt: Instant };

/** Null where their wishes leave no time in two weeks. */
export function backDue(
	{ at, number, reach }: { at: Instant; number: string; reach: Reach },
	policy: Pick<PolicyValues['C1'], 'hours'>
): BackDue | null {
	const today = dayInLondon(at);
	for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
		const on = addDays(today, ahead);
		const earliest = ahead === 0 ? timeInLondon(at) : '00:00';
		const time = firstTime(on, { earliest, number, reach, policy });
		if (time !== null) return { dueAt: timeAt(on, { time, at }), expiresAt: expiryOf(on) };
	}
	return null;
}

/** At once is this very moment, not the beginning of its minute. */
function timeAt(on: Day, { time, at }: { time: string; at: Instant }): Instant {
	return on === dayInLondon(at) && time === timeInLondon(at) ? at : instantInLondon(on, time);
}

function expiryOf(dueOn: Day): Instant {
	return instantInLondon(addDays(addWorkingDays(dueOn, 1), 1), '00:00');
}

function firstTime(
	on: Day,
	{
		earliest,
		number,
		reach,
		policy
	}: {
		earliest: string;
		number: string;
		reach: Reach;
		policy: Pick<PolicyValues['C1'], 'hours'>;
	}
): string | null {
	const hours = bankHolidayOn(on) ? null : policy.hours[weekdayOf(on) - 1];
	if (!hours) return null;
	const [opens, closes] = [clock(hours[0]), clock(hours[1])];
	const begins = [earliest, opens, ...reach.wishes.map(({ ringFrom }) => ringFrom)];
	const time = begins.reduce((a, b) => (a > b ? a : b));
	const isKept = time < closes && mayRing({ on, at: time, number }, reach, on).ok;
	return isKept ? time : null;
}

function clock(hour: number): string {
	return `${String(hour).padStart(2, '0')}:00`;
}
