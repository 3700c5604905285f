/**
 * What the switch did with a contact, or the officer at the desk: whom it rang for, who has the customer and who had them,
 * whether they are held, and how it ended. An end stays, whatever is heard after it.
 */
import type { CallEnd, OfferEnd, Presentation } from '../../calls/events.ts';
import type { Instant } from '../../time/day.ts';
import type { Channel, HeardEvent, LogPlace } from '../log/events.ts';
import { heldBy, retrievedBy } from './hold-state.ts';
import {
	joined,
	keepsRecord,
	left,
	lineAfter,
	nextOnLine,
	NOBODY_ON_LINE,
	type LineState
} from './line-state.ts';
import {
	NOT_RECORDED,
	recordingHeard,
	recordingOver,
	recordingPassedOn,
	type RecordingHeard
} from './recording-state.ts';
import { wrapUpsBegun, type WrapUps } from './wrap-up-time.ts';

export type HeardState = LineState &
	RecordingHeard & {
		channel: Channel;
		direction: 'inbound' | 'outbound';
		startedAt: Instant;
		presentation: Presentation | null;
		dialled: string | null;
		queue: string | null;
		/** Officers it rings for now, since when. */
		offers: Record<string, Instant>;
		/** How the last offer to each officer ended. */
		offersEnded: Record<string, OfferEnd>;
		/** And when. */
		offersEndedAt: Record<string, Instant>;
		/** Who has the customer, while anyone has. */
		officerId: string | null;
		/** Everyone who has had them, in order: what wrap-up and hand-over need. */
		officers: readonly string[];
		/** How long each officer has for writing it up, once their part of the call is over. */
		wrapUps: WrapUps;
		answeredAt: Instant | null;
		/** Officers whose leg is on hold; the customer is held while it is not empty. */
		heldBy: readonly string[];
		heldSince: Instant | null;
		consultingTo: string | null;
		/** Whoever is called meanwhile has picked up. */
		isConsultAnswered: boolean;
		/** Given away without a word first, and not yet taken by anybody. */
		isPassedOn: boolean;
		/** Somebody was spoken to while the customer waited. */
		hasConsulted: boolean;
		isParked: boolean;
		menuChoice: string | null;
		/** Asked by the queue they waited in, they agreed to be rung back. */
		hasAgreedToBack: boolean;
		endedAt: Instant | null;
		endedBy: CallEnd | null;
		abandoned: boolean;
		linkIsLost: boolean;
		/** When nobody heard the switch, the last open where the link is lost: what happened then is not in the log. */
		gaps: readonly Gap[];
		/** Officers who have finished with it: their wrap-up saved, or their missed offer put away. */
		finishedBy: readonly string[];
	};

/** `seconds` is null while it lasts. */
export type Gap = { from: Instant; seconds: number | null };

export const NOTHING_HEARD: HeardState = {
	...NOBODY_ON_LINE,
	channel: 'phone',
	direction: 'inbound',
	startedAt: '' as Instant,
	presentation: null,
	dialled: null,
	queue: null,
	offers: {},
	offersEnded: {},
	offersEndedAt: {},
	officerId: null,
	officers: [],
	wrapUps: {},
	answeredAt: null,
	heldBy: [],
	heldSince: null,
	consultingTo: null,
	isConsultAnswered: false,
	isPassedOn: false,
	hasConsulted: false,
	isParked: false,
	menuChoice: null,
	hasAgreedToBack: false,
	...NOT_RECORDED,
	endedAt: null,
	endedBy: null,
	abandoned: false,
	linkIsLost: false,
	gaps: [],
	finishedBy: []
};

/** What of an officer's own steps tells what the switch was asked for. */
type Stepped = HeardState & { step: string; steps: Readonly<Record<string, Instant>> };

export function heardAfter(contact: Stepped, event: HeardEvent & LogPlace): Partial<HeardState> {
	switch (event.type) {
		case 'contactStarted':
			return {
				channel: event.channel,
				direction: event.direction,
				presentation: event.presentation,
				dialled: event.dialled ?? contact.dialled,
				// A call may be introduced after it was first heard of.
				startedAt: contact.startedAt || event.at
			};
		case 'callerKnown':
			return { presentation: event.presentation };
		case 'callerWithdrawn':
			return { presentation: 'withheld' };
		case 'queued':
			return { queue: event.queue };
		case 'offered':
			return {
				finishedBy: contact.finishedBy.filter((officerId) => officerId !== event.officerId),
				offers: { ...contact.offers, [event.officerId]: event.at },
				queue: event.queue ?? contact.queue,
				isParkOver: false
			};
		case 'offerEnded':
			return {
				offers: without(contact.offers, event.officerId),
				offersEnded: { ...contact.offersEnded, [event.officerId]: event.because },
				offersEndedAt: { ...contact.offersEndedAt, [event.officerId]: event.at }
			};
		case 'answered':
			return answeredBy(contact, event.officerId, event.at);
		case 'received':
			return takenBy(contact, event.officerId);
		case 'released':
			return releasedBy(contact, event.officerId, event.at);
		case 'held':
			return heldBy(contact, event);
		case 'retrieved':
			return retrievedBy(contact, event.officerId);
		case 'consultStarted':
			return { consultingTo: event.to, isConsultAnswered: false, hasConsulted: true };
		case 'consultAnswered':
			return { isConsultAnswered: contact.consultingTo !== null };
		case 'consultEnded':
			return { consultingTo: null, isConsultAnswered: false };
		case 'transferred':
			return passedOn(contact, event);
		case 'parked':
		case 'parkedIn':
			return { ...lineAfter(contact, event), isParked: true, officerId: null };
		case 'unparked':
		case 'parkTimedOut':
			return { ...lineAfter(contact, event), isParked: false };
		case 'conferenceChanged':
		case 'holdUnknown':
			return lineAfter(contact, event);
		case 'menuChosen':
			return { menuChoice: event.choice };
		case 'callBackAnswered':
			return { hasAgreedToBack: event.isAgreed };
		case 'recordingChanged':
			return recordingHeard(contact, event);
		case 'callEnded':
			return contact.endedAt
				? {}
				: {
						endedAt: event.at,
						endedBy: event.endedBy,
						wrapUps: wrapUpsBegun(contact, { officerIds: contact.officers, at: event.at }),
						abandoned: event.abandoned,
						offers: {},
						heldBy: [],
						heldSince: null,
						consultingTo: null,
						isConsultAnswered: false,
						isPassedOn: false,
						isParked: false,
						...NOBODY_ON_LINE,
						passedTo: contact.passedTo,
						linkIsLost: false,
						...recordingOver(contact, event.at),
						gaps: closedGaps(contact, event.at)
					};
		case 'linkLost':
			return contact.endedAt || contact.linkIsLost
				? {}
				: { linkIsLost: true, gaps: [...contact.gaps, { from: event.at, seconds: null }] };
		case 'linkRestored':
			return { linkIsLost: false, gaps: closedGaps(contact, event.at) };
	}
}

/** A gap that was begun is closed to the second. */
function closedGaps({ gaps }: HeardState, at: Instant): readonly Gap[] {
	return gaps.map((gap) =>
		gap.seconds === null
			? { ...gap, seconds: Math.max(0, Math.round((Date.parse(at) - Date.parse(gap.from)) / 1000)) }
			: gap
	);
}

function answeredBy(contact: HeardState, officerId: string, at: Instant): Partial<HeardState> {
	if (contact.endedAt) return { offers: without(contact.offers, officerId), isPassedOn: false };
	if (contact.officerId === officerId)
		return {
			offers: without(contact.offers, officerId),
			isPassedOn: false,
			...joined(contact, officerId)
		};
	return {
		...(keepsRecord(contact) ? besides(contact, officerId) : takenBy(contact, officerId)),
		offers: without(contact.offers, officerId),
		offersEnded: { ...contact.offersEnded, [officerId]: 'connected' },
		answeredAt: contact.answeredAt ?? at
	};
}

/** From here on this officer has the customer. */
function takenBy(contact: HeardState, officerId: string): Partial<HeardState> {
	return {
		officerId,
		isPassedOn: false,
		// Given back by a colleague without a ring, it is on their screen again.
		finishedBy: contact.finishedBy.filter((earlier) => earlier !== officerId),
		officers: [...contact.officers.filter((earlier) => earlier !== officerId), officerId],
		wrapUps: without(contact.wrapUps, officerId),
		...joined(contact, officerId)
	};
}

/** With the customer too, while somebody else has the record: it stays the last of theirs. */
function besides(contact: HeardState, officerId: string): Partial<HeardState> {
	const earlier = contact.officers.filter((other) => other !== officerId);
	return {
		...takenBy(contact, officerId),
		officerId: contact.officerId,
		officers: [...earlier.slice(0, -1), officerId, ...earlier.slice(-1)]
	};
}

/** Whoever was spoken to first and is there already has the record from now on. */
function passedOn(
	contact: HeardState,
	{ kind, to }: Extract<HeardEvent, { type: 'transferred' }>
): Partial<HeardState> {
	const { officerId } = contact;
	const next = kind === 'attended' && officerId !== null ? nextOnLine(contact, officerId) : null;
	return {
		...(next === null ? {} : takenBy(contact, next)),
		consultingTo: null,
		isConsultAnswered: false,
		isPassedOn: kind === 'blind',
		...recordingPassedOn(contact),
		passedTo: to,
		heldBy: [],
		heldSince: null
	};
}

/** The officer's own leg has gone; somebody else may already have the customer. */
function releasedBy(contact: HeardState, officerId: string, at: Instant): Partial<HeardState> {
	const gone = {
		wrapUps: wrapUpsBegun(contact, { officerIds: [officerId], at }),
		...retrievedBy(contact, officerId),
		...left(contact, officerId)
	};
	if (contact.officerId !== officerId) return gone;
	const next = nextOnLine(contact, officerId);
	if (next === null) return { ...gone, officerId: null };
	return { ...gone, ...takenBy({ ...contact, ...gone }, next), ...recordingPassedOn(contact) };
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
	return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
