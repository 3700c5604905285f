/**
 * An extract's transactions as entries, once each by the source's own id, and the retiring of entries of ours that it
 * brought: each by a reversal of the source's own lines, so that nothing counts twice wherever the money lies. The
 * trigger on entries moves the balances.
 */
import { sql } from 'drizzle-orm';
import type { Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';

/** What the other line of each kind is on. */
const FUND = `case kind when 'charge' then 'income' when 'reduction' then 'income'
	when 'costs' then 'costs' when 'write-off' then 'write-off' else 'bank' end`;

export type EntriesTaken = {
	source: string;
	/** The staged transactions, and the debts there are. */
	transactions: string;
	known: string;
	/** Made by this: the transactions that are not here yet, each with its debt and the id of its set, by debt. */
	fresh: string;
};

/** The debts they are on are locked when this is done, so that `at` may be taken and no commit is between. */
export async function findFresh(tx: Transaction, taken: EntriesTaken): Promise<void> {
	const { source, transactions, known } = taken;
	const fresh = sql.raw(taken.fresh);
	await tx.execute(sql`
		create temporary table ${fresh} on commit drop as
		select gen_random_uuid() as set_id, k.debt_id, t.id as reference, t.entered_on, t.kind,
			t.amount_pence, t.method, links.customer_id as payer_id
		from ${sql.raw(transactions)} t
		join ${sql.raw(known)} k on k.reference = t.reference and k.title = t.title
		left join records r on r.source = ${source} and r.key = t.payer
		left join links on links.record_id = r.id
		where t.amount_pence <> 0 and not exists (select from entries e
			where e.debt_id = k.debt_id and e.source_reference = t.id and e.source = ${source})
		order by k.debt_id`);
	await tx.execute(sql`analyze ${fresh}`);
	await tx.execute(sql`
		select count(*) from (select from debts where id in (select debt_id from ${fresh})
			order by id for no key update) locked`);
}

export async function enterFresh(
	tx: Transaction,
	{ fresh, source, at }: { fresh: string; source: string; at: Instant }
): Promise<void> {
	await tx.execute(sql`
		insert into entries (set_id, debt_id, fund, amount_pence, kind, entered_on, at, source,
			source_reference, method, payer_id)
		select f.set_id, line.debt_id, line.fund, line.amount, f.kind, f.entered_on, ${at}::timestamptz,
			${source}, f.reference, f.method, f.payer_id
		from ${sql.raw(fresh)} f cross join lateral (values
			(f.debt_id, null::text, f.amount_pence),
			(null::uuid, ${sql.raw(FUND)}, -f.amount_pence)
		) as line (debt_id, fund, amount)`);
}

/** `pairs` says which of ours each transaction stands for: `reversal_set_id`, and `set_id` of the fresh one. */
export async function enterReversals(
	tx: Transaction,
	{ pairs, fresh, at }: { pairs: string; fresh: string; at: Instant }
): Promise<void> {
	await tx.execute(sql`
		insert into entries (set_id, debt_id, fund, amount_pence, kind, entered_on, at, source, method, payer_id)
		select p.reversal_set_id, line.debt_id, line.fund, line.amount, 'reversal', p.ours_on,
			${at}::timestamptz, 'fairline', f.method, f.payer_id
		from ${sql.raw(pairs)} p join ${sql.raw(fresh)} f on f.set_id = p.fresh_set_id
		cross join lateral (values
			(f.debt_id, null::text, -f.amount_pence),
			(null::uuid, ${sql.raw(FUND)}, f.amount_pence)
		) as line (debt_id, fund, amount)`);
}
