/**
 * One sum of money that came in, as every kind of file and the counter tell it, before anybody knows what it is for.
 * What makes it the same line again is what is in it, never where it stands or what the file is called.
 */
import type { Pence } from '../money/pence.ts';
import type { Day } from '../time/day.ts';

export const CHANNELS = ['bank-transfer', 'direct-debit', 'card', 'cash', 'cheque'] as const;

export type Channel = (typeof CHANNELS)[number];

export type ReceivedLine = {
	/** Where it stands in its file, for whoever looks for it. */
	lineNumber: number;
	amount: Pence;
	/** The day the money was the council's. */
	on: Day;
	channel: Channel;
	/** What the payer wrote; empty where they wrote nothing. */
	reference: string;
	/** As the bank has it; null where it does not say. */
	payerName: string | null;
	/** Their bank account, only to know them again: it is kept as a digest. */
	payerAccount: string | null;
	/** The bank's own ids of it, where it gives any. */
	ids: readonly string[];
};

/** All that the line says, in one piece: two lines with the same are the same money, or two alike of one day. */
export function contentOf(line: ReceivedLine, account: string): string {
	return JSON.stringify([
		account,
		line.amount,
		line.on,
		line.channel,
		line.reference,
		line.payerName,
		line.payerAccount,
		line.ids
	]);
}

/** Two people may pay ten pounds on one day and write nothing: the second of a file is another sum of money. */
export function countedAlike(contents: readonly string[]): readonly string[] {
	const seen = new Map<string, number>();
	return contents.map((content) => {
		const before = seen.get(content) ?? 0;
		seen.set(content, before + 1);
		return `${content}#${before}`;
	});
}
