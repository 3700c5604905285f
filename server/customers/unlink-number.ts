/**
 * Somebody who rings is not the customer their number is linked to: the link ends today, for every stream at once,
 * and what was confirmed on it counts no more. Whatever was sent or said to that number went to somebody else, which may
 * be a personal data breach (UK GDPR art 33): it is on record, once, for the council to look into.
 */
import { and, eq, gte, isNull, or } from 'drizzle-orm';
import { addDays, type Day, type Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import { customerPhones } from './tables.ts';

/** Where it was said, when, and who wrote it down. */
export type Said = { contactId: string; at: Instant; officerId: string | null };

/** How many customers it was linked to. A link's last day is the day before, so that it is gone at once. */
export async function unlinkNumber(
	tx: Transaction,
	{ number, on, said }: { number: string; on: Day; said: Said }
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
	const customerIds = new Set(ended.map(({ customerId }) => customerId));
	for (const customerId of customerIds) {
		const act = 'customers.possible-data-incident';
		await record(tx, {
			...said,
			officerId: null,
			act,
			customerId,
			detail: { because: 'wrong-number' }
		});
	}
	return customerIds.size;
}
