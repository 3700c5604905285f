/** What a change told its systems, taken out of the outbox before it is in a file; and what they show of it at last. */
import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { instructions } from './tables.ts';

export async function withdrawChange(tx: Transaction, changeId: string): Promise<void> {
	await tx
		.update(instructions)
		.set({ state: 'withdrawn' })
		.where(and(eq(instructions.changeId, changeId), eq(instructions.state, 'to-send')));
}

/** Somebody saw it in the system. */
export async function confirmChange(
	tx: Transaction,
	{ changeId, at }: { changeId: string; at: Instant }
): Promise<void> {
	await tx
		.update(instructions)
		.set({ state: 'confirmed', confirmedAt: at })
		.where(and(eq(instructions.changeId, changeId), eq(instructions.state, 'told')));
}

/** An extract showed it. */
export async function confirmInstructions(
	tx: Transaction,
	{ ids, at, on }: { ids: readonly number[]; at: Instant; on: Day }
): Promise<void> {
	if (ids.length === 0) return;
	await tx
		.update(instructions)
		.set({ state: 'confirmed', confirmedAt: at, confirmedOn: on })
		.where(and(inArray(instructions.id, [...ids]), ne(instructions.state, 'confirmed')));
}
