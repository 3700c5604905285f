/**
 * Tells every open contact about any of these customers what has become of them elsewhere: one statement, inside the
 * transaction that did it. What the contact's screen then shows is made anew.
 */
import { sql } from 'drizzle-orm';
import type { CustomerChange } from '../../shared/contacts/log/person-events.ts';
import type { Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { contactEvents, contacts } from './tables.ts';

/** The contacts that must be shown again. */
export async function customersChanged(
	tx: Transaction,
	{
		customerIds,
		because,
		at
	}: { customerIds: readonly string[]; because: CustomerChange; at: Instant }
): Promise<readonly string[]> {
	const told = await tx.execute<{ id: string }>(sql`
		with still as (select id from ${contacts} where closed_at is null
				and customer_id = any(${`{${customerIds.join(',')}}`}::uuid[]) order by id for update),
		moved as (update contacts set version = version + 1
			where id in (select id from still) returning id, version),
		said as (insert into ${contactEvents} (contact_id, seq, type, at, body)
			select id, version, 'customerChanged', ${at}::timestamptz,
				jsonb_build_object('because', ${because}::text) from moved)
		select id from moved`);
	return told.map(({ id }) => id);
}
