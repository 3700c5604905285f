/** What a commit gives back, and why it is refused. */
import type { Instant } from '../time/day.ts';
import type { Difference, ReadBack } from './read-back.ts';

export type CommitResult = {
	commitId: string;
	at: Instant;
	/** As the customer reads it on the agreement; null where there is no arrangement. */
	agreement: string | null;
};

export type CommitRefusal =
	| 'no-such-contact'
	| 'nobody-chosen'
	| 'not-yours'
	| 'not-identified'
	/** Whoever speaks for the customer may be told, and agrees nothing in their name. */
	| 'only-told'
	| 'already-committed'
	/** The same key came with another body. */
	| 'key-used'
	| 'approval-needed'
	/** A payment that was read back has no receipt. */
	| 'not-paid'
	| Extract<ReadBack, { ok: false }>['because'];

export type Committed =
	| ({ ok: true } & CommitResult)
	/** Both texts side by side, for every line that is no longer what was read out. */
	| { ok: false; because: 'changed'; lines: readonly Difference[] }
	/** `words` where more can be said than the reason alone. */
	| { ok: false; because: CommitRefusal; words?: string };
