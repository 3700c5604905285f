/**
 * What any telephone switch tells us, in one vocabulary (CSTA and ACD usage). An adapter turns its switch's own
 * messages into these and nothing else reads a switch. Numbers are E.164; a withheld number is never in here.
 */
import type { Instant } from '../time/day.ts';

/** Whether the network lets us show, store and match the caller's number. */
export type Presentation = 'allowed' | 'withheld' | 'unavailable' | 'unknown';

export type Caller = {
	/** E.164, and null unless the presentation is allowed. */
	number: string | null;
	presentation: Presentation;
	/** The name the network sent: untrusted text, at most 80 characters, never an identity. */
	name: string | null;
};

export type OfferEnd = 'connected' | 'noAnswer' | 'declined' | 'answeredElsewhere' | 'callerGone';

export type RecordingState = 'recording' | 'paused' | 'stopped' | 'unknown';

export type CallEnd = 'caller' | 'agent' | 'transfer' | 'unknown';

export type PhoneState = 'ready' | 'paused' | 'offline' | 'unreachable' | 'doNotDisturb';

type Envelope = {
	/** Which switch: `asterisk`, `asterisk:2`, `simulator`. */
	source: string;
	/** Counts up per source, given on receipt. */
	sequence: number;
	receivedAt: Instant;
};

/** Everything that is about one conversation carries its id: the Linkedid of the customer's first leg. */
type OfContact = { contactId: string; direction: 'inbound' | 'outbound' };

/** `agent` is an extension, `1001`. */
type OfAgent = { agent: string; legId: string };

export type CallEvent = Envelope &
	(
		| ({ type: 'contact.started'; caller: Caller; dialled: string | null } & OfContact)
		| ({ type: 'contact.callerChanged'; caller: Caller } & OfContact)
		| ({ type: 'contact.queued'; queue: string; position: number | null } & OfContact)
		| ({ type: 'contact.dequeued'; queue: string } & OfContact)
		| ({ type: 'agent.offered'; queue: string | null } & OfContact & OfAgent)
		/** May be said again with a better reason: a phone stops ringing before the switch says why. */
		| ({ type: 'agent.offerEnded'; because: OfferEnd } & OfContact & OfAgent)
		| ({ type: 'agent.connected' } & OfContact & OfAgent)
		| ({ type: 'agent.disconnected' } & OfContact & OfAgent)
		| ({ type: 'leg.held' } & OfContact & OfAgent)
		| ({ type: 'leg.retrieved' } & OfContact & OfAgent)
		/** Its phone may have been held or taken back while nobody listened, and the switch's lists do not say. */
		| ({ type: 'leg.holdUnknown' } & OfContact & OfAgent)
		| ({ type: 'consult.started'; to: string } & OfContact & OfAgent)
		/** Whoever is spoken to has picked up. */
		| ({ type: 'consult.answered' } & OfContact & OfAgent)
		| ({ type: 'consult.ended' } & OfContact & OfAgent)
		/** Everybody who shares the line with the customer, where they are two or more: extensions, or `OUTSIDE`. */
		| ({ type: 'conference.changed'; parties: readonly string[] } & OfContact)
		/** `agent` is who gave the customer away; `to` an extension, which a queue joined next may turn out to be. */
		| ({ type: 'contact.transferred'; kind: 'blind' | 'attended'; to: string } & OfContact &
				OfAgent)
		/** By whom, where, and for how long until they ring again: as far as the switch says it. */
		| ({ type: 'contact.parked'; agent?: string; space?: string; seconds?: number } & OfContact)
		| ({ type: 'contact.unparked'; because?: 'timedOut' } & OfContact)
		| ({ type: 'recording.changed'; state: RecordingState } & OfContact)
		| ({ type: 'contact.data'; attributes: Record<string, string> } & OfContact)
		| ({ type: 'contact.ended'; by: CallEnd; abandoned: boolean } & OfContact)
		| {
				type: 'agent.stateChanged';
				agent: string;
				/** Paused in a queue, in no queue any more, or the telephone itself: not there, or turned off by hand. */
				state: PhoneState;
				reason: string | null;
		  }
		| { type: 'source.connected' | 'source.lost' }
		/** After a reconnect: every contact alive at the switch. Whatever else we held as live has ended, cause unknown. */
		| { type: 'source.resynced'; liveContactIds: readonly string[] }
	);

/** In a conference: somebody who is no officer's telephone. */
export const OUTSIDE = 'outside';

/** A control verb of the port. What a switch cannot do is not in its list, and is not shown. */
export const CALL_VERBS = [
	'answer',
	'hold',
	'resume',
	'transfer',
	/** Back to the customer from a consultation. */
	'cancelTransfer',
	/** Whoever is consulted, the customer and the officer on one line. */
	'conference',
	/** Left where anybody may pick them up, and taken back from there. */
	'park',
	'unpark',
	/** The officer's telephone rings, and then dials. */
	'originate',
	'pauseRecording',
	'resumeRecording',
	'hangUp',
	'ready',
	'pause'
] as const;

export type CallVerb = (typeof CALL_VERBS)[number];
