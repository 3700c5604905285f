/**
 * By when a source must have been told: before its next recovery run, on the working days that policy O1 gives it. A
 * run that falls on a bank holiday is left out, not moved.
 */
import type { LifeRows, RecoveryRun } from '../law/policy-values.ts';
import { addDays, dayInLondon, instantInLondon, weekdayOf, type Instant } from '../time/day.ts';
import { isWorkingDay } from '../time/working-days.ts';

/** A run may be left out for Christmas, never for this long. */
const LONGEST_DAYS = 60;

export function runOf(source: string, { systems, other }: LifeRows['O1']): RecoveryRun {
	return systems[source] ?? other;
}

/** The moment by which it must have been told, from `now` on. */
export function sendBy(now: Instant, run: RecoveryRun): Instant {
	const today = dayInLondon(now);
	for (let ahead = 0; ahead < LONGEST_DAYS; ahead += 1) {
		const on = addDays(today, ahead);
		const last = instantInLondon(on, run.sendBy);
		if (run.weekdays.includes(weekdayOf(on)) && isWorkingDay(on) && now <= last) return last;
	}
	throw new Error('A source has no recovery run in two months.');
}
