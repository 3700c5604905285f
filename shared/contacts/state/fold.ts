/**
 * The log folded into the contact: the screen after a reload or a crash, the hand-over on a transfer, the leader's
 * follow-along and the browser's own unanswered events are all this one function.
 */
import type { Instant } from '../../time/day.ts';
import {
	conversationAbout,
	conversationAfter,
	isConversationEvent,
	NO_CONVERSATION,
	type Conversation,
	type ConversationEvent
} from './conversation.ts';
import type { ContactEvent, HeardEvent, LogPlace } from '../log/events.ts';
import { heardAfter, NOTHING_HEARD, type HeardState } from './heard-state.ts';
import { isBeside } from './line-state.ts';
import { helpAfter, type Help } from './help-state.ts';
import { recordingAtStep } from './recording-state.ts';
import { wrapUpsExtended } from './wrap-up-time.ts';

export type CallState = 'waiting' | 'ringing' | 'on-call' | 'on-hold' | 'ended';

export type Contact = HeardState &
	Conversation & {
		version: number;
		step: string;
		/** When each step was first entered. */
		steps: Record<string, Instant>;
		linesSaid: readonly string[];
		notes: string;
		/** What the officer who passed it on wrote for whoever takes over, and who that was. */
		handOver: { by: string; note: string } | null;
		/** What whoever has the customer asks of their team leader; null while nothing is. */
		help: Help | null;
	};

/** As every contact begins. */
export const EMPTY: Contact = {
	version: 0,
	...NOTHING_HEARD,
	...NO_CONVERSATION,
	step: 'greeting',
	steps: {},
	linesSaid: [],
	notes: '',
	handOver: null,
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
	const help = helpAfter(after, event);
	return help === after.help ? after : { ...after, help };
}

function changeBy(
	contact: Contact,
	event: Exclude<ContactEvent, { type: ConversationEvent['type'] }>
): Partial<Contact> {
	switch (event.type) {
		case 'customerChosen':
			return conversationAbout(event.customerId, contact);
		case 'customerCleared':
			return conversationAbout(null, contact);
		case 'stepEntered':
			return {
				...recordingAtStep(contact, event.step),
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
		case 'handOverNoted':
			return handedOver(event);
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
		case 'answered':
		case 'received':
			return greeted(contact, event);
		default:
			return heardAfter(contact, event);
	}
}

function handedOver({ by, words }: LogPlace): Partial<Contact> {
	const note = words?.['note'];
	return by && note ? { handOver: { by, note } } : {};
}

/** The first officer who has the customer begins with the greeting. */
function greeted(contact: Contact, event: HeardEvent & LogPlace): Partial<Contact> {
	const heard = heardAfter(contact, event);
	const isBegun = !heard.officerId || 'greeting' in contact.steps;
	return isBegun ? heard : { ...heard, steps: { ...contact.steps, greeting: event.at } };
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
	if (isBeside(contact, officerId)) return 'on-call';
	if (officerId in contact.offers) return isDialledBy(contact, officerId) ? 'on-call' : 'ringing';
	if (isDialledBy(contact, officerId)) return 'on-call';
	if (hasParked(contact, officerId)) return 'on-hold';
	if (contact.officers.includes(officerId)) return 'wrap-up';
	return officerId in contact.offersEnded ? 'missed' : 'none';
}

/** Their telephone rings a customer who has not picked up. */
export function isDialledBy(contact: Contact, officerId: string): boolean {
	const { direction, answeredAt, endedAt, offers, offersEnded } = contact;
	const isOpen = direction === 'outbound' && answeredAt === null && endedAt === null;
	return isOpen && (officerId in offers || offersEnded[officerId] === 'connected');
}

/** They left the customer where anybody may pick them up, and nobody has. */
function hasParked(
	{ isParked, isParkOver, endedAt, officers }: Contact,
	officerId: string
): boolean {
	return (isParked || isParkOver) && endedAt === null && officers.at(-1) === officerId;
}

/** Of a call only its switch can say that it is over. */
function endWithoutCall({ channel, endedAt }: Contact, at: Instant): Partial<Contact> {
	return channel === 'phone' ? {} : { endedAt: endedAt ?? at };
}
