/**
 * Empties the outbox: what is due is put into one file for each source, the files are laid into the outbox's folder, and
 * from then on the source is told. It is `confirmed` only when an extract shows it. A file that cannot be laid is tried
 * again at the next sweep, and nothing of its source goes before it.
 */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { makeFiles } from './outbox/make-files.ts';
import { putFile } from './outbox/put-file.ts';
import { filesToWrite, fileToWrite } from './outbox/queries.ts';
import { instructions, outboxFiles } from './tables.ts';

export type OutboxParts = {
	database: Pick<Database, 'orm'>;
	clock: Clock;
	/** Where the files lie until somebody takes them to their source. */
	folder: string;
	/** The demo has no agents at the other end: they answer at once. */
	isDemo: boolean;
	/** After each file. */
	laid?: (file: { name: string; count: number }) => void;
};

/** The contacts whose instructions moved. */
export async function tellSources(parts: OutboxParts): Promise<readonly string[]> {
	const { database, clock } = parts;
	await inTransaction(database, (tx) => makeFiles(tx, { at: clock.now() }));
	const stuck = new Map<string, unknown>();
	const moved = new Set<string>();
	for (const { id, source } of await filesToWrite(database.orm)) {
		if (stuck.has(source)) continue;
		const laying = inTransaction(database, (tx) => lay(tx, { id, parts }));
		const { told, problem } = await outcomeOf(laying);
		for (const contactId of told) moved.add(contactId);
		if (problem === null) continue;
		stuck.set(source, problem);
		await database.orm
			.update(instructions)
			.set({ tries: sql`${instructions.tries} + 1` })
			.where(and(eq(instructions.fileId, id), eq(instructions.state, 'to-send')));
	}
	for (const problem of stuck.values()) throw problem;
	return [...moved];
}

/** What stopped one source is thrown when the others have been told. */
async function outcomeOf(
	laying: Promise<readonly string[]>
): Promise<{ told: readonly string[]; problem: unknown }> {
	try {
		return { told: await laying, problem: null };
	} catch (problem) {
		return { told: [], problem };
	}
}

/** By this process alone: another that would lay the same file waits, and finds it laid. */
async function lay(
	tx: Transaction,
	{ id, parts }: { id: string; parts: OutboxParts }
): Promise<readonly string[]> {
	const file = await fileToWrite(tx, id);
	if (!file || file.content === null) return [];
	const { name, content, count } = file;
	await putFile(parts.folder, { name, content });
	const told = await mark(tx, { id, parts });
	tx.afterCommit(() => parts.laid?.({ name, count }));
	return told;
}

/** The file lies there whole: everything in it is told. */
async function mark(
	tx: Transaction,
	{ id, parts: { clock, isDemo } }: { id: string; parts: OutboxParts }
): Promise<readonly string[]> {
	const at = clock.now();
	await tx.update(outboxFiles).set({ writtenAt: at }).where(eq(outboxFiles.id, id));
	const inIt = and(eq(instructions.fileId, id), eq(instructions.state, 'to-send'));
	const told = await tx
		.update(instructions)
		.set({ state: 'told', toldAt: at, tries: sql`${instructions.tries} + 1` })
		.where(inIt)
		.returning({ contactId: instructions.contactId });
	if (isDemo) {
		const agents = and(eq(instructions.fileId, id), eq(instructions.toAgent, true));
		await tx
			.update(instructions)
			.set({ state: 'confirmed', confirmedAt: at })
			.where(and(agents, isNotNull(instructions.toldAt)));
	}
	return told.flatMap(({ contactId }) => contactId ?? []);
}
