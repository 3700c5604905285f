/** A promise to pay by a day, as it was read back. One is live on a debt at a time, and the database holds it so. */
import type { Pence } from '../../shared/money/pence.ts';
import type { Method } from '../../shared/arrangements/schedule.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { promises } from './tables.ts';

export type Promising = {
	id: string;
	debtId: string;
	customerId: string;
	contactId: string;
	officerId: string;
	amount: Pence;
	method: Method;
	by: Day;
	holdsUntil: Day;
	at: Instant;
};

export async function promise(tx: Transaction, promising: Promising): Promise<void> {
	const { amount, by, holdsUntil, ...row } = promising;
	await tx
		.insert(promises)
		.values({ ...row, amountPence: amount, byOn: by, holdsUntilOn: holdsUntil });
}
