/**
 * What a dialect is: the messages of one kind of provider made into call events, purely. What is of no interest says
 * nothing; what is not of the dialect is refused.
 */
import type { Saying } from '../ami/adapter.ts';

/** A call event before its envelope. Whether an ended call was abandoned is told by the call's own story. */
export type Said =
	| Exclude<Saying, { type: 'contact.ended' }>
	| Omit<Ended, 'abandoned'>
	/** Whoever else still rings was answered elsewhere, where the provider does not say whom it had rung. */
	| ({ type: 'others.stopRinging' } & Pick<Ended, 'contactId' | 'direction'> & { agent: string });

type Ended = Extract<Saying, { type: 'contact.ended' }>;

/** Where a message stands among those about one thing; counted from 0, one by one. */
export type Count = { of: string; sequence: number };

export type Read =
	| {
			ok: true;
			said: readonly Said[];
			/** Null where the provider does not count. */
			count: Count | null;
			/** The provider's own id of the message, where it has one. */
			messageId: string | null;
	  }
	| { ok: false; because: 'not-understood' };

/** A message as it was posted: JSON as it is, a form as its fields. */
export type Dialect = (content: unknown) => Read;

export const NOT_UNDERSTOOD: Read = { ok: false, because: 'not-understood' };

export const nothingSaid: Read = { ok: true, said: [], count: null, messageId: null };
