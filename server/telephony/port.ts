/**
 * The one way a telephone switch is heard and asked, whichever it is. A command is confirmed by the switch's own event,
 * never by having been sent: until then, and where the event does not come, nothing has happened.
 */
import type { CallEvent, CallVerb } from '#shared/calls/events.ts';

export type CallCommand =
	| {
			verb:
				| 'answer'
				| 'hold'
				| 'resume'
				| 'hangUp'
				| 'cancelTransfer'
				| 'conference'
				| 'park'
				| 'unpark';
			contactId: string;
			/** The extension of the officer who asks. */
			agent: string;
	  }
	| {
			verb: 'pauseRecording' | 'resumeRecording';
			contactId: string;
			/** Null where the server asks, whoever has the customer. */
			agent: string | null;
	  }
	| {
			verb: 'transfer';
			contactId: string;
			agent: string;
			/** An extension, of an officer or of a queue. */
			to: string;
			/** An attended one begins with a consultation, and is completed by hanging up. */
			kind: 'blind' | 'attended';
	  }
	| {
			verb: 'originate';
			/** Ours: the switch tells of the call by it. */
			contactId: string;
			agent: string;
			/** E.164. */
			number: string;
	  }
	| { verb: 'ready'; agent: string }
	| { verb: 'pause'; agent: string; reason: string };

export type CommandRefusal =
	| 'not-offered'
	| 'link-lost'
	| 'no-such-call'
	| 'bad-target'
	/** Nobody could pick up the telephone that would ring. */
	| 'phone-not-ready'
	/** Whoever is consulted has not picked up. */
	| 'not-now'
	| 'refused-by-switch'
	/** It was accepted, and what was asked for was not seen to happen. */
	| 'not-confirmed';

export type Commanded = { ok: true } | { ok: false; because: CommandRefusal };

export type DialledQueue = { name: string; extension: string };

/** `lost` was up and is not: what is known of its calls may be stale. */
export type SwitchState = 'connecting' | 'connected' | 'lost';

/** True once what was said is written, or was known; false where somebody else listens to the switch by now. */
export type Hear = (event: CallEvent) => void | Promise<boolean>;

export type Switch = {
	/** `asterisk`, `asterisk:2`, `simulator`: as every event of it is signed. */
	readonly source: string;
	/** What it can be asked to do. */
	readonly verbs: readonly CallVerb[];
	/** Queues a customer can be passed on to, where the switch tells how they are dialled. */
	readonly queues: readonly DialledQueue[];
	/** What it said while nobody listened waits to be heard. */
	readonly isGapless?: boolean;
	/** With the term of whoever listens. */
	start(hear: Hear, term?: number): void;
	stop(): Promise<void>;
	state(): SwitchState;
	command(command: CallCommand): Promise<Commanded>;
};
