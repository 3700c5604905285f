/**
 * Accounts of restricted records, wherever money is looked at without a contact: to those who may not open them there is
 * no such account, and every attempt is on the record.
 */
import { sql } from 'drizzle-orm';
import type { Instant } from '../../shared/time/day.ts';
import { noteAttempts } from '../customers/restricted.ts';
import type { Transaction } from '../db/transaction.ts';

export type Asking = { officerId: string; mayOpenRestricted: boolean; at: Instant };

/** Whose records they are, of the debts with these ids or references. */
export async function restrictedOn(
	tx: Pick<Transaction, 'execute'>,
	on: { debtIds: readonly string[] } | { references: readonly string[] }
): Promise<readonly string[]> {
	const [column, asked] =
		'debtIds' in on ? [sql`d.id::text`, on.debtIds] : [sql`d.reference`, on.references];
	if (asked.length === 0) return [];
	const rows = await tx.execute<{ id: string }>(sql`
		select distinct c.id from debts d join liabilities l on l.debt_id = d.id
			join customers c on c.id = l.customer_id
		where c.is_restricted and ${column} in
			(select jsonb_array_elements_text(${JSON.stringify(asked)}::jsonb))`);
	return rows.map(({ id }) => id);
}

export async function noteMoneyAttempt(
	tx: Transaction,
	customerIds: readonly string[],
	{ officerId, mayOpenRestricted, at }: Asking
): Promise<void> {
	await noteAttempts(tx, customerIds, {
		officerId,
		way: 'money',
		isAllowed: mayOpenRestricted,
		at
	});
}
