/**
 * The one reader of the clock. Everything that needs the time takes a Clock, so that a test can fix it and a demo can
 * start on a day of its own. The demo's clock begins at 10:00 in London on DEMO_DAY and runs on from there; it hangs on
 * the real moment the demo was started, so a server that is restarted is still at the same time.
 */
import { Temporal } from 'temporal-polyfill';
import { dayInLondon, instant, type Day, type Instant } from '#shared/time/day.ts';

export type Clock = Readonly<{
	now: () => Instant;
	/** The council's day: Europe/London. */
	today: () => Day;
}>;

export const systemClock: Clock = clockOf(() => Date.now());

/** The demo's day from 10:00 on, `startedAt` being the real moment that counts as 10:00. */
export function demoClock({ day, startedAt }: { day: Day; startedAt: Instant }): Clock {
	const ten = tenInLondon(day);
	const started = Date.parse(startedAt);
	return clockOf(() => ten + Date.now() - started);
}

/** A clock that stands still, for tests and for a seed that must come out the same. */
export function fixedClock(at: Instant): Clock {
	return clockOf(() => Date.parse(at));
}

/** The clock this environment asks for. */
export function clockFor(env: { demoDay: Day | null; demoStartedAt: Instant | null }): Clock {
	if (env.demoDay === null) return systemClock;
	return demoClock({ day: env.demoDay, startedAt: env.demoStartedAt ?? systemClock.now() });
}

/** Milliseconds since it was asked for, to a tenth; the demo's day and a change of the clock do not touch it. */
export function stopwatch(): () => number {
	const from = performance.now();
	return () => Math.round((performance.now() - from) * 10) / 10;
}

/** A moment is written down once: what is done in one millisecond asks for it again and again. */
function clockOf(milliseconds: () => number): Clock {
	let known: { at: number; written: Instant } | null = null;
	const now = () => {
		const at = milliseconds();
		if (known?.at !== at) known = { at, written: instant(new Date(at)) };
		return known.written;
	};
	return Object.freeze({ now, today: dayBy(now) });
}

/** London's midnight is a whole hour of UTC: the day is worked out once an hour, because everything asks for it. */
function dayBy(now: () => Instant): () => Day {
	let known: { hour: string; today: Day } | null = null;
	return () => {
		const at = now();
		const hour = at.slice(0, 13);
		if (known?.hour !== hour) known = { hour, today: dayInLondon(at) };
		return known.today;
	};
}

function tenInLondon(day: Day): number {
	return Temporal.PlainDate.from(day).toZonedDateTime({
		timeZone: 'Europe/London',
		plainTime: '10:00'
	}).epochMilliseconds;
}
