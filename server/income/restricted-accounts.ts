/**
 * Accounts of restricted records, wherever money is looked at without a contact: to those who may not open them there is
 * no such account, and every attempt is on the record.
 */
import { sql } from 'drizzle-orm';
import type { Instant } from '../../shared/time/day.ts';
import { quotedPlans } from '../arrangements/by-reference.ts';
import { noteAttempts } from '../customers/restricted.ts';
import type { Transaction } from '../db/transaction.ts';

export type Asking = { officerId: string; mayOpenRestricted: boolean; at: Instant };

/** Whose records they are, of the debts with these ids, or these references of theirs or of a plan that they are in. */
export async function restrictedOn(
	tx: Pick<Transaction, 'execute'>,
	on: { debtIds: readonly string[] } | { references: readonly string[] }
): Promise<readonly string[]> {
	const references = 'references' in on ? on.references : [];
	const ofPlans = (await quotedPlans(tx, references)).flatMap(({ debtIds }) => debtIds);
	const ids = 'debtIds' in on ? on.debtIds : ofPlans;
	if (ids.length + references.length === 0) return [];
	const rows = await tx.execute<{ id: string }>(sql`
		select distinct c.id from debts d join liabilities l on l.debt_id = d.id
			join customers c on c.id = l.customer_id
		where c.is_restricted and (
			d.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
			or d.reference in (select jsonb_array_elements_text(${JSON.stringify(references)}::jsonb)))`);
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
