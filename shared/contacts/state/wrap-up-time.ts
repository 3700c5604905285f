/**
 * How long an officer has for writing a call up (policy WU): it begins when their part of the call ends, and they may
 * add to it a minute at a time, so often and no oftener. When it has run out they are over time and nothing is taken
 * from them: only they say that they have finished. Without a call there is nobody to ring next, and nothing counts.
 * The log keeps when it began and when more was asked for; how long that makes it is policy's.
 */
import type { PolicyValues } from '../../law/policy-values.ts';
import { instant, type Instant } from '../../time/day.ts';
import type { Channel } from '../log/events.ts';

export type WrapUp = {
	since: Instant;
	/** When a minute more was asked for. */
	moreAt: readonly Instant[];
};

/** By officer. */
export type WrapUps = Readonly<Record<string, WrapUp>>;

export type WrapUpTime = {
	until: Instant;
	/** How often a minute was added. */
	added: number;
	mayExtend: boolean;
};

type OfCall = { channel: Channel; officers: readonly string[]; wrapUps: WrapUps };

/** For each of these who had the customer, and does not write it up already. */
export function wrapUpsBegun(
	{ channel, officers, wrapUps }: OfCall,
	{ officerIds, at }: { officerIds: readonly string[]; at: Instant }
): WrapUps {
	if (channel !== 'phone') return wrapUps;
	const begin = officerIds.filter((id) => officers.includes(id) && !(id in wrapUps));
	if (begin.length === 0) return wrapUps;
	const wrapUp: WrapUp = { since: at, moreAt: [] };
	return { ...wrapUps, ...Object.fromEntries(begin.map((id) => [id, wrapUp])) };
}

export function wrapUpsExtended(
	wrapUps: WrapUps,
	{ officerId, at }: { officerId: string | null; at: Instant }
): WrapUps {
	const wrapUp = officerId === null ? undefined : wrapUps[officerId];
	if (!wrapUp || officerId === null) return wrapUps;
	return { ...wrapUps, [officerId]: { ...wrapUp, moreAt: [...wrapUp.moreAt, at] } };
}

/** Each minute more is after what was left, or from when it was asked for where nothing was. */
export function wrapUpTime(
	{ since, moreAt }: WrapUp,
	{ minutes, mostAdded }: PolicyValues['WU']
): WrapUpTime {
	const given = moreAt.slice(0, mostAdded);
	const until = given.reduce(
		(last, at) => later(Date.parse(last) > Date.parse(at) ? last : at, 1),
		later(since, minutes)
	);
	return { until, added: given.length, mayExtend: given.length < mostAdded };
}

function later(at: Instant, minutes: number): Instant {
	return instant(new Date(Date.parse(at) + minutes * 60_000));
}
