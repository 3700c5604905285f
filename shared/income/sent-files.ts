/** A file of money as whoever sent it sees it afterwards: whether it was taken, what came of it, and each line that was not. */
import type { Instant } from '../time/day.ts';

export type SentLine = {
	/** Null where it is about the file itself. */
	line: number | null;
	says: string;
};

export type SentFile = {
	id: string;
	/** As it is called where it came from. */
	name: string;
	at: Instant;
	/** The officer's own; null where it came by the command line. */
	sentBy: string | null;
	isTaken: boolean;
	says: readonly string[];
	/** Lines refused or left out. */
	lineCount: number;
};

/** What the page is told when a file has come. */
export type FileAnswer = { ok: boolean; says: readonly string[] };
