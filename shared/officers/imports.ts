/** What an administrator sees of the extracts that came in: each with how it ended, and what must be looked into. */
import type { Pence } from '../money/pence.ts';
import type { Day, Instant } from '../time/day.ts';

/** Being published is being read on: `reading` until all of it shows. */
export type ImportState = 'reading' | 'differs' | 'published' | 'refused' | 'abandoned';

export type ImportSeen = {
	id: string;
	/** The mapping's own title: `Council Tax`. */
	title: string;
	fileName: string;
	state: ImportState;
	step: 'reading' | 'checking' | 'publishing' | 'people' | 'debts' | 'entries' | 'balances';
	on: Day | null;
	startedAt: Instant;
	rows: number;
	/** While it is being published: how many of them are done, since when, and when all are thought to be. */
	rowsPublished: number;
	publishingAt: Instant | null;
	expectedAt: Instant | null;
	rejected: number;
	/** Rejected and noted. */
	listed: number;
	bytesRead: number;
	bytesInAll: number | null;
	/** How many bytes were here when its file stopped coming: it goes on from there when it is chosen again. */
	stoppedAt: number | null;
	/** What differs from the trailer, or why it was refused. */
	says: readonly string[];
	/** Its people were compared with everybody's; true where none of it shows. */
	isMatched: boolean;
	acceptedBy: string | null;
	acceptedBecause: string | null;
};

/** A file that is sent in pieces: how much of it is here, as bytes and as the link of all its pieces so far. */
export type ArrivingSeen = { at: number; link: string; length: number };

/** What is said to a piece: go on, or what became of the whole file. */
export type PieceAnswer =
	{ isOver: false } | { isOver: true; ok: boolean; says: readonly string[] };

/** Small enough that little is sent twice and little is held at once. */
export const PIECE_BYTES = 1024 * 1024;

export type ToLookInto = {
	reference: string;
	title: string;
	source: string;
	on: Day;
	/** Of ours that no extract brought, or what a source says more than our books. */
	amount: Pence;
};

export type ImportsSeen = {
	mappings: readonly { name: string; title: string }[];
	fresh: readonly { title: string; source: string; on: Day }[];
	imports: readonly ImportSeen[];
	discrepancies: readonly (ToLookInto & { stated: Pence; books: Pence })[];
	unmatched: readonly ToLookInto[];
};

/** Shorter says nothing about why. */
export const LEAST_REASON = 10;
export const LONGEST_REASON = 500;

export type AcceptRefusal = 'not-waiting' | 'too-short' | 'no-mapping' | 'gone';

/** Milliseconds to its end at the rate so far; null before anything can be said. */
export function millisecondsLeft(
	{ bytesRead, bytesInAll }: Pick<ImportSeen, 'bytesRead' | 'bytesInAll'>,
	ms: number
): number | null {
	if (bytesInAll === null || bytesRead === 0) return null;
	return Math.max(0, Math.ceil((ms * (bytesInAll - bytesRead)) / bytesRead));
}

/** Seconds or minutes, and never less than is thought. */
export function sayLeft(ms: number): string {
	const seconds = Math.max(0, Math.ceil(ms / 1000));
	if (seconds === 1) return '1 second left';
	return seconds < 90 ? `${seconds} seconds left` : `${Math.ceil(seconds / 60)} minutes left`;
}
