/**
 * Empties the outbox: each source is told in the order the instructions were given, and what it took is `told`. It is
 * `confirmed` only when an extract shows it. A source that does not answer is told again at the next sweep.
 */
import { eq, sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import { toSend } from './queries.ts';
import { instructions } from './tables.ts';

export type Told = typeof instructions.$inferSelect;

/** A source system that takes instructions. Rejects, or says no, when it did not take one. */
export type SourcePort = { tell(instruction: Told): Promise<boolean> };

/** The demo's systems take whatever they are told, and their next extract shows it. */
export const demoSource: SourcePort = { tell: () => Promise.resolve(true) };

const MOST_AT_ONCE = 100;

/** The contacts whose instructions moved. One process does it at a time. */
export async function tellSources(parts: {
	database: Database;
	clock: Clock;
	source: SourcePort;
}): Promise<readonly string[]> {
	const { database, clock, source } = parts;
	return inTransaction(database, async (tx) => {
		const due = await toSend(tx, MOST_AT_ONCE);
		const silent = new Set<string>();
		const moved = new Set<string>();
		for (const instruction of due) {
			// After one that was not taken its source hears nothing more, so that the order is kept.
			if (silent.has(instruction.source)) continue;
			const isTold = await source.tell(instruction);
			if (!isTold) silent.add(instruction.source);
			await tx
				.update(instructions)
				.set({
					tries: sql`${instructions.tries} + 1`,
					...(isTold ? { state: 'told', toldAt: clock.now() } : {})
				})
				.where(eq(instructions.id, instruction.id));
			if (isTold && instruction.contactId !== null) moved.add(instruction.contactId);
		}
		return [...moved];
	});
}
