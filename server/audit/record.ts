/** One line of the record of what was done. Ids and amounts only. */
import type { Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { audit } from './tables.ts';

export type Recorded = {
	at: Instant;
	officerId: string | null;
	act: string;
	contactId?: string;
	customerId?: string;
	subjectId?: string;
	detail?: Record<string, string | number | boolean | null | readonly string[]>;
};

export async function record(tx: Transaction, recorded: Recorded): Promise<void> {
	await tx.insert(audit).values(recorded);
}
