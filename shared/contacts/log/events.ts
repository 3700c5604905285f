/**
 * A contact is a log, and these are its lines. A type's shape never changes: a new shape is a new type.
 * What the telephone did and what the officer did are one sequence, so that one fold gives the screen.
 */
import type {
	CallEnd,
	CallVerb,
	OfferEnd,
	Presentation,
	RecordingState
} from '../../calls/events.ts';
import type { Instant } from '../../time/day.ts';
import type { Channel } from './channel.ts';
import type { HelpAnsweredEvent, HelpEvent } from './help-events.ts';
import type { IncomeEvent } from './income-events.ts';
import type { MoneyEvent } from './money-events.ts';
import type { SettledEvent, StagingEvent } from './outcome-events.ts';
import type { CarriedEvent } from './statement-events.ts';
import type { DecidedEvent, HeardFromPerson } from './person-events.ts';

export type { Channel } from './channel.ts';

/** What the switch (or the officer, at the desk) caused. Only the server appends these. */
export type HeardEvent =
	/** The number and the name it came with are kept on the contact, where they can be withdrawn. */
	| {
			type: 'contactStarted';
			channel: Channel;
			direction: 'inbound' | 'outbound';
			presentation: Presentation | null;
			dialled: string | null;
	  }
	| { type: 'callerWithdrawn' }
	/** Who calls was told after the call. */
	| { type: 'callerKnown'; presentation: Presentation }
	| { type: 'queued'; queue: string }
	| { type: 'offered'; officerId: string; queue: string | null }
	| { type: 'offerEnded'; officerId: string; because: OfferEnd }
	| { type: 'answered'; officerId: string }
	/** Without a call: the officer has them at the desk, or their letter in hand. */
	| { type: 'received'; officerId: string }
	| { type: 'released'; officerId: string }
	| { type: 'held'; officerId: string }
	| { type: 'retrieved'; officerId: string }
	/** After a gap: the switch does not say whether they hold the customer. */
	| { type: 'holdUnknown'; officerId: string }
	| { type: 'consultStarted'; to: string }
	/** Whoever was called meanwhile has picked up. */
	| { type: 'consultAnswered' }
	| { type: 'consultEnded' }
	| { type: 'transferred'; kind: 'blind' | 'attended'; to: string }
	/** Who shares the line with the customer, where they are two or more; nobody once they are not. */
	| { type: 'conferenceChanged'; officerIds: readonly string[]; others: number }
	| { type: 'parked' }
	/** By whom and where, and for how many seconds until they ring again: as far as the switch says it. */
	| { type: 'parkedIn'; officerId: string | null; space: string | null; seconds: number | null }
	| { type: 'unparked' }
	/** Nobody took them in time. */
	| { type: 'parkTimedOut' }
	/** What the caller chose in the menu before the queue. */
	| { type: 'menuChosen'; choice: string }
	/** The queue asked whether we should ring them back. */
	| { type: 'callBackAnswered'; isAgreed: boolean }
	| { type: 'recordingChanged'; state: RecordingState }
	| { type: 'callEnded'; endedBy: CallEnd; abandoned: boolean }
	| { type: 'linkLost' }
	| { type: 'linkRestored' };

/** What the officer did. The browser applies its own unanswered ones by the same fold. */
export type OfficerEvent =
	| { type: 'customerChosen'; customerId: string; how: 'number' | 'picker' | 'search' }
	| { type: 'customerCleared' }
	| { type: 'stepEntered'; step: string }
	| { type: 'lineSaid'; line: string }
	| { type: 'noteWritten' }
	/** For whoever takes the call over. */
	| { type: 'handOverNoted' }
	| { type: 'callAsked'; verb: CallVerb }
	/** Without a call: they have gone, or the letter is dealt with. A call ends when its switch says so. */
	| { type: 'conversationEnded' }
	/** A missed or ended offer is put away by the officer it was made to. */
	| { type: 'dismissed' }
	/** A minute more for writing it up. */
	| { type: 'wrapUpExtended' }
	| { type: 'wrappedUp' }
	| HelpEvent
	| HeardFromPerson
	| MoneyEvent
	| StagingEvent;

/** After these a contact is not, or not as before, in its officer's hands. */
export const ENDINGS: ReadonlySet<string> = new Set<OfficerEvent['type']>([
	'wrappedUp',
	'dismissed',
	'conversationEnded'
]);

export type ContactEventBody =
	| HeardEvent
	| OfficerEvent
	| DecidedEvent
	| SettledEvent
	| CarriedEvent
	| HelpAnsweredEvent
	| IncomeEvent;

/** Where a line stands in its contact's log. */
export type LogPlace = {
	/** 1 for the first of the contact, without gaps. */
	seq: number;
	at: Instant;
	/** Who did it; null when the switch or the system did. */
	by: string | null;
	/** Words typed, kept beside the log; absent when there were none or they were deleted. */
	words?: Record<string, string>;
};

export type ContactEvent = ContactEventBody & LogPlace;

/** A line of the log. The union is too long for the compiler to see that a spread of two halves is one of it. */
export function eventAt(place: LogPlace, body: ContactEventBody): ContactEvent {
	return { ...body, ...place };
}
