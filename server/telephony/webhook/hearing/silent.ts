/**
 * What is not believed any more: a provider whose message of an end was lost will never send another. Four hours after
 * the last word of a call it has ended, nobody knows how; a telephone that has rung for a quarter of an hour without a
 * word rings no more, while its call waits on.
 */
import type { Call } from '#shared/calls/lines.ts';
import type { Instant } from '#shared/time/day.ts';
import type { Said } from '../dialect.ts';

export const CALL_SILENT_MINUTES = 240;
export const RING_SILENT_MINUTES = 15;

/** A call, and when it was heard of last. */
export type Known = { call: Call; at: Instant };

type OfContact = Extract<Said, { contactId: string }>;

export function silent(known: readonly Known[], at: Instant): OfContact[] {
	return known.flatMap(({ call, at: heardAt }) => {
		if (call.ended) return [];
		const minutes = (Date.parse(at) - Date.parse(heardAt)) / 60_000;
		const { contactId, direction } = call;
		const of = { contactId, direction };
		if (minutes >= CALL_SILENT_MINUTES) return [{ type: 'contact.ended', ...of, by: 'unknown' }];
		return minutes >= RING_SILENT_MINUTES ? ringsNoMore(call) : [];
	});
}

function ringsNoMore({ contactId, direction, offers }: Call): OfContact[] {
	return offers
		.filter(({ ended }) => ended === null)
		.map(({ agent, legId }) => ({
			type: 'agent.offerEnded',
			contactId,
			direction,
			agent,
			legId,
			because: 'noAnswer'
		}));
}
