/**
 * Tells every open contact about anybody liable for these debts that its figures have changed elsewhere: one statement,
 * inside the transaction that changed them. Lock the debts before.
 */
import { sql } from 'drizzle-orm';
import type { Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { contactEvents, contacts } from './tables.ts';

/** The contacts that must be shown again. */
export async function figuresChanged(
	tx: Transaction,
	{ debtIds, at, but = null }: { debtIds: readonly string[]; at: Instant; but?: string | null }
): Promise<readonly string[]> {
	const open = await openAbout(tx, new Set(debtIds));
	return tell(tx, { ids: open.filter((id) => id !== but), at });
}

/** The same where not their debts but these customers' records are other than they were. */
export async function recordsChanged(
	tx: Transaction,
	{ customerIds, at }: { customerIds: readonly string[]; at: Instant }
): Promise<readonly string[]> {
	if (customerIds.length === 0) return [];
	const open = await tx.execute<{ id: string }>(sql`
		select id from contacts where closed_at is null
			and customer_id = any(${`{${customerIds.join(',')}}`}::uuid[])`);
	return tell(tx, { ids: open.map(({ id }) => id), at });
}

async function tell(
	tx: Transaction,
	{ ids, at }: { ids: readonly string[]; at: Instant }
): Promise<readonly string[]> {
	if (ids.length === 0) return [];
	await tx.execute(sql`
		with still as (select id from ${contacts} where id in ${ids} order by id for update),
		moved as (update contacts set version = version + 1
			where id in (select id from still) returning id, version)
		insert into ${contactEvents} (contact_id, seq, type, at, body)
		select id, version, 'figuresChanged', ${at}::timestamptz, '{}' from moved`);
	return ids;
}

/** There are few open contacts and perhaps many debts: what the few are about is looked up. */
async function openAbout(tx: Transaction, debtIds: ReadonlySet<string>): Promise<string[]> {
	const open = await tx.execute<{ id: string; debtId: string }>(sql`
		select k.id, l.debt_id as "debtId" from contacts k
			join liabilities l on l.customer_id = k.customer_id
		where k.closed_at is null`);
	return [...new Set(open.filter(({ debtId }) => debtIds.has(debtId)).map(({ id }) => id))];
}
