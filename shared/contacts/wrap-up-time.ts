/**
 * How long an officer has for writing a call up (policy WU): it begins when their part of the call ends, and they may
 * add to it a minute at a time, so often and no oftener. When it has run out they are over time and nothing is taken
 * from them: only they say that they have finished. Without a call there is nobody to ring next, and nothing counts.
 */
import { policyInForce } from '../law/policy.ts';
import { dayInLondon, instant, type Instant } from '../time/day.ts';
import type { Channel } from './events.ts';

export type WrapUp = {
	since: Instant;
	until: Instant;
	/** How often a minute was added. */
	added: number;
};

/** By officer. */
export type WrapUps = Readonly<Record<string, WrapUp>>;

type OfCall = { channel: Channel; officers: readonly string[]; wrapUps: WrapUps };

/** For each of these who had the customer, and does not write it up already. */
export function wrapUpsBegun(
	{ channel, officers, wrapUps }: OfCall,
	{ officerIds, at }: { officerIds: readonly string[]; at: Instant }
): WrapUps {
	if (channel !== 'phone') return wrapUps;
	const begin = officerIds.filter((id) => officers.includes(id) && !(id in wrapUps));
	if (begin.length === 0) return wrapUps;
	const { minutes } = policyAt(at);
	const wrapUp: WrapUp = { since: at, until: later(at, minutes), added: 0 };
	return { ...wrapUps, ...Object.fromEntries(begin.map((id) => [id, wrapUp])) };
}

/** A minute more: after what was left of it, or from now where nothing was. */
export function wrapUpsExtended(
	wrapUps: WrapUps,
	{ officerId, at }: { officerId: string | null; at: Instant }
): WrapUps {
	const wrapUp = officerId === null ? undefined : wrapUps[officerId];
	if (!wrapUp || officerId === null || !mayExtend(wrapUp)) return wrapUps;
	const from = Date.parse(wrapUp.until) > Date.parse(at) ? wrapUp.until : at;
	const extended = { ...wrapUp, until: later(from, 1), added: wrapUp.added + 1 };
	return { ...wrapUps, [officerId]: extended };
}

export function mayExtend({ since, added }: WrapUp): boolean {
	return added < policyAt(since).mostAdded;
}

function policyAt(at: Instant) {
	return policyInForce(dayInLondon(at)).WU.value;
}

function later(at: Instant, minutes: number): Instant {
	return instant(new Date(Date.parse(at) + minutes * 60_000));
}
