import { expect, test } from 'vitest';
import { day, instant } from '#shared/time/day.ts';
import { clockFor, demoClock, fixedClock, stopwatch, systemClock } from './clock.ts';

/** How far a clock is from an instant, in milliseconds; a test machine may be slow. */
const behind = (at: string, from: string) => Date.parse(at) - Date.parse(from);

test.each([
	['in winter, when London is on UTC', '2026-11-19', '2026-11-19T10:00:00.000Z'],
	['in summer, an hour ahead of UTC', '2026-07-19', '2026-07-19T09:00:00.000Z'],
	['on the Sunday the clocks go forward', '2026-03-29', '2026-03-29T09:00:00.000Z'],
	['on the Sunday the clocks go back', '2026-10-25', '2026-10-25T10:00:00.000Z']
])('the demo starts at ten in London %s', (_, on, ten) => {
	const clock = demoClock({ day: day(on), startedAt: systemClock.now() });
	expect(clock.today()).toBe(on);
	expect(behind(clock.now(), ten)).toBeGreaterThanOrEqual(0);
	expect(behind(clock.now(), ten)).toBeLessThan(5000);
});

test('a restarted server goes on at the same time, not at ten again', () => {
	const twoHoursAgo = instant(new Date(Date.parse(systemClock.now()) - 2 * 3_600_000));
	const clock = clockFor({ demoDay: day('2026-11-19'), demoStartedAt: twoHoursAgo });
	expect(behind(clock.now(), '2026-11-19T12:00:00.000Z')).toBeGreaterThanOrEqual(0);
	expect(behind(clock.now(), '2026-11-19T12:00:00.000Z')).toBeLessThan(5000);
});

test('the demo runs on past midnight into the next day', () => {
	const yesterday = instant(new Date(Date.parse(systemClock.now()) - 24 * 3_600_000));
	expect(demoClock({ day: day('2026-02-28'), startedAt: yesterday }).today()).toBe('2026-03-01');
});

test('without a demo day the clock is the real one', () => {
	expect(clockFor({ demoDay: null, demoStartedAt: null })).toBe(systemClock);
});

test('a fixed clock stands still, and its day is the day in London', () => {
	const clock = fixedClock(instant('2026-06-30T23:30:00.000Z'));
	expect([clock.now(), clock.today()]).toEqual(['2026-06-30T23:30:00.000Z', '2026-07-01']);
});

test('a stopwatch only goes forward', () => {
	const took = stopwatch();
	expect(took()).toBeLessThanOrEqual(took());
});
