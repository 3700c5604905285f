/**
 * What must stand in a contact's log so that it says of a call what its switch says now, when nobody listened for a
 * while: whatever ended meanwhile ends, though nobody heard how. What began meanwhile the switch tells as if heard.
 */
import type { Call } from '../../calls/lines.ts';
import type { Contact } from '../state/fold.ts';
import type { ContactEventBody } from './events.ts';

export type OfficerOf = (extension: string) => string | undefined;

export function endedInGap(
	contact: Contact,
	{ call, officerOf }: { call: Call; officerOf: OfficerOf }
): readonly ContactEventBody[] {
	if (contact.endedAt !== null) return [];
	const having = officersAt(call.with, officerOf);
	const ringing = officersAt(
		call.offers.filter(({ ended }) => ended === null),
		officerOf
	);
	const holding = officersAt(
		call.with.filter(({ legId }) => call.held.includes(legId)),
		officerOf
	);
	const because = having.size > 0 ? 'answeredElsewhere' : 'noAnswer';
	const stopped = Object.keys(contact.offers).filter((id) => !ringing.has(id) && !having.has(id));
	const unsure = officersAt(
		call.with.filter(({ legId }) => call.holdUnknown.includes(legId)),
		officerOf
	);
	const isOver = (id: string) => having.has(id) && !holding.has(id) && !unsure.has(id);
	const resumed = contact.heldBy.filter(isOver);
	const gone = goneFrom(contact, having);
	return [
		...stopped.map((officerId) => ({ type: 'offerEnded', officerId, because }) as const),
		...gone.map((officerId) => ({ type: 'released', officerId }) as const),
		...resumed.map((officerId) => ({ type: 'retrieved', officerId }) as const),
		...(contact.isParked && !call.isParked ? [{ type: 'unparked' } as const] : []),
		...(contact.consultingTo !== null && !call.consult ? [{ type: 'consultEnded' } as const] : [])
	];
}

/** Whoever had the customer, shared the line or holds them, and has not now. */
function goneFrom(
	{ officerId, heldBy, onLine }: Contact,
	having: ReadonlySet<string>
): readonly string[] {
	const had = new Set([...(officerId === null ? [] : [officerId]), ...heldBy, ...onLine]);
	return [...had].filter((id) => !having.has(id));
}

function officersAt(legs: readonly { agent: string }[], officerOf: OfficerOf): ReadonlySet<string> {
	return new Set(legs.flatMap(({ agent }) => officerOf(agent) ?? []));
}
