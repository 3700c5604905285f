/**
 * Tells the agents who have a debt at once that it is recalled or that something was paid, in the transaction that makes
 * it true. Their answer shows on the debt. Nothing is told of a debt that no agents have.
 */
import { sql } from 'drizzle-orm';
import type { Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';

export type ToTell = {
	debtIds: readonly string[];
	what: 'recall' | 'paid';
	/** Null where nobody was in touch. */
	contactId: string | null;
	at: Instant;
};

export async function tellAgents(
	tx: Transaction,
	{ debtIds, what, contactId, at }: ToTell
): Promise<void> {
	if (debtIds.length === 0) return;
	const ids = JSON.stringify([...new Set(debtIds)]);
	const because = what === 'recall' ? 'recall' : 'payment';
	await tx.execute(sql`
		insert into instructions (source, debt_id, customer_id, contact_id, kind, because, send_by_at,
			given_at, to_agent)
		select a.agent, a.debt_id, owed.customer_id, ${contactId}::uuid, ${what}, ${because},
			${at}::timestamptz, ${at}::timestamptz, true
		from agent_cases a
		cross join lateral (select l.customer_id from liabilities l where l.debt_id = a.debt_id
			order by l.id limit 1) owed
		where a.ended_on is null and a.debt_id in
			(select value::uuid from jsonb_array_elements_text(${ids}::jsonb))`);
}
