/**
 * Whether a customer may be rung back on a day, at a time and on a number, by what they asked. What may not be is
 * refused by the wish that stands against it, with the nearest that is allowed; nothing is moved without them.
 */
import { addDays, formatDay, weekdayOf, type Day } from '../../time/day.ts';
import { WEEKDAY_NAMES } from '../../time/spoken.ts';
import { daysOf, nationalNumber, onlyBy, timesOf } from './wish.ts';
import type { Reach, Wish } from './wish.ts';

export type Ringing = {
	on: Day;
	/** `10:30`. */
	at: string;
	/** Null for whichever of theirs may be rung. */
	number: string | null;
};

export type AgainstWish = {
	kind: 'no-calls' | 'not-that-number' | 'not-that-day' | 'not-at-that-time';
	/** The wish itself, in a sentence. */
	wish: string;
	/** Null where they may not be rung at all. */
	nearest: Ringing | null;
};

export type MayRing = { ok: true; number: string | null } | { ok: false; against: AgainstWish };

/** So long before the end of their hours a call may still begin. */
const LAST_MINUTES = 15;
const DAYS_AHEAD = 14;

export function mayRing(asked: Ringing, reach: Reach, today: Day): MayRing {
	const against = whatStandsAgainst(asked, reach);
	if (!against) return { ok: true, number: asked.number ?? ringable(reach)[0] ?? null };
	const nearest = against.kind === 'no-calls' ? null : nearestTo(asked, { reach, today });
	return { ok: false, against: { ...against, nearest } };
}

/** Their numbers that they have not asked us to leave alone. */
export function ringable({ wishes, numbers }: Reach): readonly string[] {
	return numbers.filter((number) => !wishes.some((wish) => wish.notNumbers.includes(number)));
}

function whatStandsAgainst(
	{ on, at, number }: Ringing,
	reach: Reach
): Pick<AgainstWish, 'kind' | 'wish'> | null {
	const { wishes, numbers } = reach;
	const silent = wishes.find(({ channels }) => channels.length > 0 && !channels.includes('phone'));
	if (silent) return { kind: 'no-calls', wish: onlyBy(silent) };
	if (numbers.length > 0 && ringable(reach).length === 0)
		return { kind: 'no-calls', wish: 'They asked us not to ring any number that we hold.' };
	if (number !== null && wishes.some(({ notNumbers }) => notNumbers.includes(number)))
		return { kind: 'not-that-number', wish: `Do not ring ${nationalNumber(number)}.` };
	const otherDay = wishes.find((wish) => !isOnDay(wish, on));
	if (otherDay) return { kind: 'not-that-day', wish: `Ring only${daysOf(otherDay)}.` };
	const otherTime = wishes.find((wish) => !isAtTime(wish, at));
	return otherTime ? { kind: 'not-at-that-time', wish: `Ring only${timesOf(otherTime)}.` } : null;
}

function isOnDay({ ringDays }: Wish, on: Day): boolean {
	return ringDays.length === 0 || ringDays.includes(weekdayOf(on));
}

function isAtTime({ ringFrom, ringUntil }: Wish, at: string): boolean {
	return (ringFrom === '' || at >= ringFrom) && (ringUntil === '' || at < ringUntil);
}

/** Null where two wishes together leave no hour of any day. */
function nearestTo(asked: Ringing, { reach, today }: { reach: Reach; today: Day }): Ringing | null {
	const { wishes } = reach;
	const hours = sharedHours(wishes);
	if (!hours) return null;
	const isNumberRight = asked.number === null || ringable(reach).includes(asked.number);
	const number = isNumberRight ? asked.number : (ringable(reach)[0] ?? null);
	for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
		const on = addDays(asked.on < today ? today : asked.on, ahead);
		if (!wishes.every((wish) => isOnDay(wish, on))) continue;
		const at = within(hours, asked.at);
		// Earlier than was asked for today may be over by now.
		if (on === today && at < asked.at) continue;
		return { on, at, number };
	}
	return null;
}

type Hours = { from: string; until: string };

function sharedHours(wishes: readonly Wish[]): Hours | null {
	const from = wishes.map(({ ringFrom }) => ringFrom).reduce((a, b) => (a > b ? a : b), '');
	const ends = wishes.map(({ ringUntil }) => ringUntil).filter((time) => time !== '');
	const until = ends.toSorted()[0] ?? '';
	return from !== '' && until !== '' && from >= until ? null : { from, until };
}

function within({ from, until }: Hours, at: string): string {
	if (from !== '' && at < from) return from;
	if (until === '' || at < until) return at;
	const last = minutesBefore(until);
	return last < from ? from : last;
}

function minutesBefore(until: string): string {
	const [hours = 0, minutes = 0] = until.split(':').map(Number);
	const last = Math.max(0, hours * 60 + minutes - LAST_MINUTES);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(Math.floor(last / 60))}:${two(last % 60)}`;
}

/** `They asked: ring only on Monday. The nearest that is allowed is Monday 23 November 2026 at 10:00.` */
export function sayAgainst({ wish, nearest }: AgainstWish): string {
	const asked = `The customer asked: ${wish}`;
	if (nearest === null) return `${asked} Choose another way to reach them.`;
	return `${asked} The nearest that is allowed is ${sayRinging(nearest)}.`;
}

/** `Monday 23 November 2026 at 10:00, on 07700 900123`. */
export function sayRinging({ on, at, number }: Ringing): string {
	const day = `${WEEKDAY_NAMES[weekdayOf(on) - 1] ?? ''} ${formatDay(on)}`;
	return `${day} at ${at}${number === null ? '' : `, on ${nationalNumber(number)}`}`;
}
