/**
 * The log folded into the contact: the screen after a reload or a crash, the hand-over on a transfer, the leader's
 * follow-along and the browser's own unanswered events are all this one function.
 */
import type { CallEnd, OfferEnd, Presentation, RecordingState } from '../calls/events.ts';
import type { Instant } from '../time/day.ts';
import {
	conversationAbout,
	conversationAfter,
	isConversationEvent,
	NO_CONVERSATION,
	type Conversation,
	type ConversationEvent
} from './conversation.ts';
import type { Channel, ContactEvent } from './events.ts';
import { helpAfter, type Help } from './help-state.ts';
import { wrapUpsBegun, wrapUpsExtended, type WrapUps } from './wrap-up-time.ts';

export type CallState = 'waiting' | 'ringing' | 'on-call' | 'on-hold' | 'ended';

export type Contact = Conversation & {
	channel: Channel;
	direction: 'inbound' | 'outbound';
	version: number;
	startedAt: Instant;
	presentation: Presentation | null;
	dialled: string | null;
	queue: string | null;
	/** Officers it rings for now, since when. */
	offers: Record<string, Instant>;
	/** How the last offer to each officer ended. */
	offersEnded: Record<string, OfferEnd>;
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
	isParked: boolean;
	menuChoice: string | null;
	recording: RecordingState | null;
	recordingSince: Instant | null;
	endedAt: Instant | null;
	endedBy: CallEnd | null;
	abandoned: boolean;
	linkIsLost: boolean;
	step: string;
	/** When each step was first entered. */
	steps: Record<string, Instant>;
	linesSaid: readonly string[];
	notes: string;
	/** Officers who have finished with it: their wrap-up saved, or their missed offer put away. */
	finishedBy: readonly string[];
	/** What whoever has the customer asks of their team leader; null while nothing is. */
	help: Help | null;
};

const EMPTY: Contact = {
	channel: 'phone',
	direction: 'inbound',
	version: 0,
	startedAt: '' as Instant,
	presentation: null,
	dialled: null,
	queue: null,
	offers: {},
	offersEnded: {},
	officerId: null,
	officers: [],
	wrapUps: {},
	answeredAt: null,
	heldBy: [],
	heldSince: null,
	consultingTo: null,
	isParked: false,
	menuChoice: null,
	recording: null,
	recordingSince: null,
	endedAt: null,
	endedBy: null,
	abandoned: false,
	linkIsLost: false,
	...NO_CONVERSATION,
	step: 'greeting',
	steps: {},
	linesSaid: [],
	notes: '',
	finishedBy: [],
	help: null
};

export function foldContact(events: readonly ContactEvent[]): Contact {
	return events.reduce(applyEvent, EMPTY);
}

/** One event on a contact. Ends are sticky; an event that says nothing new changes only the version. */
export function applyEvent(contact: Contact, event: ContactEvent): Contact {
	const change = isConversationEvent(event)
		? conversationAfter(contact, event)
		: changeBy(contact, event);
	const after = { ...contact, ...change, version: Math.max(contact.version, event.seq) };
	return { ...after, help: helpAfter(after, event) };
}

function changeBy(
	contact: Contact,
	event: Exclude<ContactEvent, { type: ConversationEvent['type'] }>
): Partial<Contact> {
	switch (event.type) {
		case 'contactStarted':
			return {
				channel: event.channel,
				direction: event.direction,
				presentation: event.presentation,
				dialled: event.dialled,
				startedAt: event.at
			};
		case 'callerWithdrawn':
			return { presentation: 'withheld' };
		case 'queued':
			return { queue: event.queue };
		case 'offered':
			return {
				finishedBy: contact.finishedBy.filter((officerId) => officerId !== event.officerId),
				offers: { ...contact.offers, [event.officerId]: event.at },
				queue: event.queue ?? contact.queue
			};
		case 'offerEnded':
			return {
				offers: without(contact.offers, event.officerId),
				offersEnded: { ...contact.offersEnded, [event.officerId]: event.because }
			};
		case 'answered':
			return answeredBy(contact, event.officerId, event.at);
		case 'received':
			return takenBy(contact, event.officerId, event.at);
		case 'released':
			return releasedBy(contact, event.officerId, event.at);
		case 'held':
			return contact.heldBy.includes(event.officerId)
				? {}
				: {
						heldBy: [...contact.heldBy, event.officerId],
						heldSince: contact.heldSince ?? event.at
					};
		case 'retrieved':
			return retrievedBy(contact, event.officerId);
		case 'consultStarted':
			return { consultingTo: event.to };
		case 'consultEnded':
			return { consultingTo: null };
		case 'transferred':
			return { consultingTo: null, heldBy: [], heldSince: null };
		case 'parked':
			return { isParked: true, officerId: null };
		case 'unparked':
			return { isParked: false };
		case 'menuChosen':
			return { menuChoice: event.choice };
		case 'recordingChanged':
			return { recording: event.state, recordingSince: event.at };
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
						isParked: false,
						linkIsLost: false
					};
		case 'linkLost':
			return contact.endedAt ? {} : { linkIsLost: true };
		case 'linkRestored':
			return { linkIsLost: false };
		case 'customerChosen':
			return conversationAbout(event.customerId, contact);
		case 'customerCleared':
			return conversationAbout(null, contact);
		case 'stepEntered':
			return {
				step: event.step,
				steps:
					event.step in contact.steps ? contact.steps : { ...contact.steps, [event.step]: event.at }
			};
		case 'lineSaid':
			return contact.linesSaid.includes(event.line)
				? {}
				: { linesSaid: [...contact.linesSaid, event.line] };
		case 'noteWritten':
			return { notes: event.words?.['note'] ?? contact.notes };
		case 'callAsked':
		case 'helpAsked':
		case 'helpWithdrawn':
		case 'helpAnswered':
			return {};
		case 'wrapUpExtended':
			return { wrapUps: wrapUpsExtended(contact.wrapUps, { officerId: event.by, at: event.at }) };
		case 'conversationEnded':
			return endWithoutCall(contact, event.at);
		case 'dismissed':
		case 'wrappedUp':
			return {
				...endWithoutCall(contact, event.at),
				...(event.by && !contact.finishedBy.includes(event.by)
					? { finishedBy: [...contact.finishedBy, event.by] }
					: {})
			};
	}
}

/** Where the call stands for its screens. A contact without a call (desk, writing) is never ringing. */
export function callState(contact: Contact): CallState {
	if (contact.endedAt) return 'ended';
	if (contact.officerId) return contact.heldBy.length > 0 ? 'on-hold' : 'on-call';
	return Object.keys(contact.offers).length > 0 ? 'ringing' : 'waiting';
}

/** Whose screen it belongs on: those it rings for, who have or had the customer, or who missed it, until they finish. */
export function officersOf(contact: Contact): readonly string[] {
	const everyone = [
		...Object.keys(contact.offers),
		...Object.keys(contact.offersEnded),
		...contact.officers
	];
	return [...new Set(everyone)].filter((officerId) => !contact.finishedBy.includes(officerId));
}

/** Where one officer stands with it. `missed` covers every way an offer ends without them. */
export function standingOf(
	contact: Contact,
	officerId: string
): 'ringing' | 'on-call' | 'on-hold' | 'wrap-up' | 'missed' | 'finished' | 'none' {
	if (contact.finishedBy.includes(officerId)) return 'finished';
	if (contact.officerId === officerId && !contact.endedAt)
		return contact.heldBy.length > 0 ? 'on-hold' : 'on-call';
	if (officerId in contact.offers) return 'ringing';
	if (contact.officers.includes(officerId)) return 'wrap-up';
	return officerId in contact.offersEnded ? 'missed' : 'none';
}

function answeredBy(contact: Contact, officerId: string, at: Instant): Partial<Contact> {
	if (contact.endedAt || contact.officerId === officerId)
		return { offers: without(contact.offers, officerId) };
	return {
		...takenBy(contact, officerId, at),
		offers: without(contact.offers, officerId),
		offersEnded: { ...contact.offersEnded, [officerId]: 'connected' },
		answeredAt: contact.answeredAt ?? at
	};
}

/** From here on this officer has the customer. */
function takenBy(contact: Contact, officerId: string, at: Instant): Partial<Contact> {
	return {
		officerId,
		// Given back by a colleague without a ring, it is on their screen again.
		finishedBy: contact.finishedBy.filter((earlier) => earlier !== officerId),
		officers: [...contact.officers.filter((earlier) => earlier !== officerId), officerId],
		wrapUps: without(contact.wrapUps, officerId),
		steps: 'greeting' in contact.steps ? contact.steps : { ...contact.steps, greeting: at }
	};
}

/** Of a call only its switch can say that it is over. */
function endWithoutCall({ channel, endedAt }: Contact, at: Instant): Partial<Contact> {
	return channel === 'phone' ? {} : { endedAt: endedAt ?? at };
}

/** The officer's own leg has gone; somebody else may already have the customer. */
function releasedBy(contact: Contact, officerId: string, at: Instant): Partial<Contact> {
	return {
		wrapUps: wrapUpsBegun(contact, { officerIds: [officerId], at }),
		...retrievedBy(contact, officerId),
		...(contact.officerId === officerId ? { officerId: null } : {})
	};
}

function retrievedBy(contact: Contact, officerId: string): Partial<Contact> {
	const heldBy = contact.heldBy.filter((other) => other !== officerId);
	return { heldBy, heldSince: heldBy.length > 0 ? contact.heldSince : null };
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
	return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
