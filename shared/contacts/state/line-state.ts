/**
 * Who is on the line with the customer beside whoever keeps the record, and where a customer is parked. One officer keeps
 * the record of a conference: whoever brought it together, until they leave; then the next who is still there.
 */
import { instant, type Instant } from '../../time/day.ts';
import type { HeardEvent, LogPlace } from '../log/events.ts';

export type Conference = {
	officerIds: readonly string[];
	/** Whose telephone is nobody's here, or outside. */
	others: number;
};

export type Parked = {
	by: string | null;
	/** What is dialled to take them back. */
	space: string | null;
	since: Instant;
	/** When they ring again; null where the switch has not said. */
	until: Instant | null;
};

export type LineState = {
	/** Officers whose leg is with the customer's, in the order in which they came. */
	onLine: readonly string[];
	/** Two or more are with the customer; null while it is one or nobody. */
	conference: Conference | null;
	/** Whether they hold the customer nobody knows: nobody listened, and the switch does not say. */
	holdUnknownBy: readonly string[];
	parked: Parked | null;
	/** Nobody took the customer in time, and nobody has them yet. */
	isParkOver: boolean;
	/** The extension that the customer was passed on to last. */
	passedTo: string | null;
};

export const NOBODY_ON_LINE: LineState = {
	onLine: [],
	conference: null,
	holdUnknownBy: [],
	parked: null,
	isParkOver: false,
	passedTo: null
};

export type LineEvent = Extract<
	HeardEvent,
	{
		type: 'conferenceChanged' | 'holdUnknown' | 'parked' | 'parkedIn' | 'parkTimedOut' | 'unparked';
	}
>;

/** What is said of the line itself; who comes and goes is `joined` and `left`. */
export function lineAfter(line: LineState, event: LineEvent & LogPlace): Partial<LineState> {
	switch (event.type) {
		case 'conferenceChanged': {
			const { officerIds, others } = event;
			const isOne = officerIds.length + others < 2;
			return { conference: isOne ? null : { officerIds, others } };
		}
		case 'holdUnknown':
			return { holdUnknownBy: [...without(line.holdUnknownBy, event.officerId), event.officerId] };
		case 'parked':
			return parkedBy({ by: null, space: null, since: event.at, until: null });
		case 'parkedIn': {
			const { officerId: by, space, seconds, at: since } = event;
			return parkedBy({ by, space, since, until: seconds === null ? null : later(since, seconds) });
		}
		case 'parkTimedOut':
			return { parked: null, isParkOver: true };
		case 'unparked':
			return { parked: null };
	}
}

function parkedBy(parked: Parked): Partial<LineState> {
	return { onLine: [], conference: null, holdUnknownBy: [], parked, isParkOver: false };
}

export function joined(line: LineState, officerId: string): Partial<LineState> {
	return {
		onLine: line.onLine.includes(officerId) ? line.onLine : [...line.onLine, officerId],
		parked: null,
		isParkOver: false
	};
}

export function left(line: LineState, officerId: string): Partial<LineState> {
	return {
		onLine: without(line.onLine, officerId),
		holdUnknownBy: without(line.holdUnknownBy, officerId)
	};
}

type OfPen = LineState & {
	officerId: string | null;
	consultingTo: string | null;
	heldBy: readonly string[];
};

/** Whoever comes to the line now leaves the record with whoever has it: they share it, consult, or hold the customer. */
export function keepsRecord({
	officerId,
	onLine,
	conference,
	consultingTo,
	heldBy
}: OfPen): boolean {
	if (officerId === null || !onLine.includes(officerId)) return false;
	const isAsking = consultingTo !== null || heldBy.includes(officerId);
	return isAsking || (conference?.officerIds.includes(officerId) ?? false);
}

/** Who has the record when this officer gives it up: whoever came last of those who are there. */
export function nextOnLine({ onLine }: Pick<LineState, 'onLine'>, officerId: string) {
	return onLine.findLast((other) => other !== officerId) ?? null;
}

/** With the customer, and somebody else keeps the record. */
export function isBeside(
	contact: Pick<LineState, 'onLine' | 'conference'> & {
		officerId: string | null;
		endedAt: Instant | null;
	},
	officerId: string
): boolean {
	const { onLine, conference, endedAt } = contact;
	const isIn = conference !== null && onLine.includes(officerId);
	return endedAt === null && isIn && contact.officerId !== officerId;
}

const later = (at: Instant, seconds: number) => instant(new Date(Date.parse(at) + seconds * 1000));

function without(officerIds: readonly string[], officerId: string): readonly string[] {
	return officerIds.filter((other) => other !== officerId);
}
