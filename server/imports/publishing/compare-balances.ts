/**
 * Each balance that a source states beside ours. Entries of ours that it does not have yet are left out; what differs
 * after that by a penny is a discrepancy with both figures, never adjusted, and one that agrees again is settled.
 */
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/transaction.ts';
import type { Day, Instant } from '../../../shared/time/day.ts';
import { WAITING } from './retire-ours.ts';

export type BalancesCompared = {
	importId: string;
	source: string;
	on: Day;
	at: Instant;
	debts: string;
	known: string;
	/** Made by this. */
	compared: string;
};

/** How many differ. */
export async function compareBalances(
	tx: Transaction,
	{ importId, source, on, at, debts, known, ...scratch }: BalancesCompared
): Promise<number> {
	const compared = sql.raw(scratch.compared);
	await tx.execute(sql`
		create temporary table ${compared} on commit drop as
		select k.debt_id, s.balance_pence as stated, d.balance_pence as books,
			coalesce(w.pence, 0)::bigint as waiting
		from ${sql.raw(debts)} s
		join ${sql.raw(known)} k on k.reference = s.reference and k.title = s.title
		join debts d on d.id = k.debt_id
		left join (select e.debt_id, sum(e.amount_pence) as pence from ${sql.raw(WAITING)}
			group by e.debt_id) w on w.debt_id = k.debt_id`);
	await tx.execute(sql`
		update discrepancies x set settled_at = ${at}::timestamptz from ${compared} c
		where x.debt_id = c.debt_id and x.settled_at is null
			and (c.stated = c.books - c.waiting or (x.stated_pence, x.books_pence, x.waiting_pence)
				is distinct from (c.stated, c.books, c.waiting))`);
	const found = await tx.execute<{ count: number }>(sql`
		with named as (
			insert into discrepancies (id, debt_id, import_id, source, extract_on, stated_pence, books_pence,
				waiting_pence, found_at)
			select gen_random_uuid(), debt_id, ${importId}::uuid, ${source}, ${on}::date, stated, books,
				waiting, ${at}::timestamptz
			from ${compared} c where stated <> books - waiting
			on conflict (debt_id) where settled_at is null do nothing
			returning debt_id
		)
		select count(*)::int as count from ${compared} where stated <> books - waiting`);
	return found[0]?.count ?? 0;
}
