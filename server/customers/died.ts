/** The day a customer died, as somebody told us; null where a report was taken back. A day that is known already stays. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { customers } from './tables.ts';

export async function setDied(
	tx: Transaction,
	{ customerId, on }: { customerId: string; on: Day }
): Promise<void> {
	await tx
		.update(customers)
		.set({ diedOn: on })
		.where(and(eq(customers.id, customerId), isNull(customers.diedOn)));
}

export async function unsetDied(
	tx: Transaction,
	{ customerId, on }: { customerId: string; on: Day }
): Promise<void> {
	await tx
		.update(customers)
		.set({ diedOn: null })
		.where(and(eq(customers.id, customerId), eq(customers.diedOn, on)));
}
