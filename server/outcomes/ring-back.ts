/** A promised call, made: the call it was rung with is kept, so that it is done once they have been spoken to and due until then. */
import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../db/transaction.ts';
import { callbacks } from './tables.ts';

export async function noteRung(
	tx: Transaction,
	{
		callbackId,
		officerId,
		rungOn,
		rungAs
	}: { callbackId: string; officerId: string; rungOn: string; rungAs: string }
): Promise<void> {
	await tx
		.update(callbacks)
		.set({ rungOn, rungAs })
		.where(and(eq(callbacks.id, callbackId), eq(callbacks.ownerId, officerId)));
}
