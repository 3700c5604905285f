/**
 * Somebody who rings is not the customer their number is linked to: the link ends today, for every stream at once,
 * and what was confirmed on it counts no more.
 */
import { and, eq, gte, isNull, or } from 'drizzle-orm';
import { addDays, type Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { customerPhones } from './tables.ts';

/** How many customers it was linked to. A link's last day is the day before, so that it is gone at once. */
export async function unlinkNumber(
	tx: Transaction,
	{ number, on }: { number: string; on: Day }
): Promise<number> {
	const ended = await tx
		.update(customerPhones)
		.set({ toOn: addDays(on, -1), confirmedOn: null })
		.where(
			and(
				eq(customerPhones.e164, number),
				or(isNull(customerPhones.toOn), gte(customerPhones.toOn, on))
			)
		)
		.returning({ customerId: customerPhones.customerId });
	return new Set(ended.map(({ customerId }) => customerId)).size;
}
