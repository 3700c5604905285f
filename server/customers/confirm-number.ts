/** Identity passed on a call from this number: the next call from it may show the debts, the person masked. */
import { and, eq, gte, isNull, or } from 'drizzle-orm';
import type { Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { customerPhones } from './tables.ts';

/** A number that is not theirs on the record is not added: that is a change of the record, and asked for. */
export async function confirmNumber(
	tx: Transaction,
	{ customerId, number, on }: { customerId: string; number: string; on: Day }
): Promise<void> {
	await tx
		.update(customerPhones)
		.set({ confirmedOn: on })
		.where(
			and(
				eq(customerPhones.customerId, customerId),
				eq(customerPhones.e164, number),
				or(isNull(customerPhones.toOn), gte(customerPhones.toOn, on))
			)
		);
}
