/**
 * Puts what each source must be told into its next file. The file's content and that an instruction is in it are one
 * transaction: an instruction is in one file, whatever dies when.
 */
import { createHash, randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import type { Instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { instructions, outboxFiles } from '../tables.ts';
import { csvOf } from './lines.ts';
import { dueForFile, lastNumber } from './queries.ts';

const MOST_AT_ONCE = 5_000;

/** How many were made. */
export async function makeFiles(tx: Transaction, { at }: { at: Instant }): Promise<number> {
	const due = await dueForFile(tx, { at, most: MOST_AT_ONCE });
	const sources = new Set(due.map(({ source }) => source));
	for (const source of sources) {
		const lines = due.filter((line) => line.source === source);
		const id = await keepFile(tx, { source, content: csvOf(lines), count: lines.length, at });
		const inIt = lines.map((line) => line.id);
		await tx.update(instructions).set({ fileId: id }).where(inArray(instructions.id, inIt));
	}
	return sources.size;
}

/** One more file for a source, to be laid into the outbox's folder. Its id. */
export async function keepFile(
	tx: Transaction,
	{ source, content, count, at }: { source: string; content: string; count: number; at: Instant }
): Promise<string> {
	const number = (await lastNumber(tx, source)) + 1;
	const id = randomUUID();
	await tx.insert(outboxFiles).values({
		id,
		source,
		number,
		name: nameOf(source, number),
		count,
		digest: createHash('sha256').update(content).digest('hex'),
		content,
		madeAt: at
	});
	return id;
}

/** `revenues-000012.csv`. A source is a code of ours, or agents by their name. */
function nameOf(source: string, number: number): string {
	const plain = source
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	return `${plain}-${String(number).padStart(6, '0')}.csv`;
}
