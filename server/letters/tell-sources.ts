/**
 * Empties the outbox: each source is told in the order the instructions were given, and what it took is `told`. It is
 * `confirmed` only when an extract shows it. A source that does not answer is told again at the next sweep.
 */
import { eq, sql } from 'drizzle-orm';
import type { Instant } from '../../shared/time/day.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import { toSend } from './queries.ts';
import { instructions } from './tables.ts';

export type Told = typeof instructions.$inferSelect;

/** Who takes instructions: a source system, or agents, who answer. Rejects, or says no, when it did not take one. */
export type SourcePort = { tell(instruction: Told): Promise<boolean | 'confirmed'> };

/** The demo's systems take whatever they are told, and their next extract shows it; its agents answer at once. */
export const demoSource: SourcePort = {
	tell: ({ toAgent }) => Promise.resolve(toAgent ? 'confirmed' : true)
};

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
			const answer = await source.tell(instruction);
			if (answer === false) silent.add(instruction.source);
			await tx
				.update(instructions)
				.set({
					tries: sql`${instructions.tries} + 1`,
					...after(answer, clock.now())
				})
				.where(eq(instructions.id, instruction.id));
			if (answer !== false && instruction.contactId) moved.add(instruction.contactId);
		}
		return [...moved];
	});
}

function after(answer: boolean | 'confirmed', at: Instant) {
	if (answer === false) return {};
	return answer === 'confirmed'
		? ({ state: 'confirmed', toldAt: at, confirmedAt: at } as const)
		: ({ state: 'told', toldAt: at } as const);
}
