/** What several people owe together, a joint debt once: the SQL of `shared/debts/together.ts`, for any size of list. */
import { pence, type Pence } from '../../shared/money/pence.ts';
import type { RawSql } from '../db/client.ts';

/** Credits are nobody's arrears, so that they lessen nothing. */
export async function owedTogetherBy(sql: RawSql, customerIds: readonly string[]): Promise<Pence> {
	const [row] = await sql<{ owed: number }[]>`
		select coalesce(sum(d.balance_pence), 0)::bigint as owed
		from debts d
		where d.balance_pence > 0 and exists (select from liabilities l
			where l.debt_id = d.id and l.stands and l.customer_id = any(${[...customerIds]}::uuid[]))`;
	return pence(Number(row?.owed ?? 0));
}

export type Jointly = {
	/** Debts for which more than one person answers. */
	count: number;
	/** Counted once. */
	owed: Pence;
};

/** Of the whole council's books: what a total by person would count more than once. */
export async function owedJointly(sql: Pick<RawSql, 'unsafe'>): Promise<Jointly> {
	const [row] = await sql.unsafe<{ count: number; owed: number }[]>(`
		select count(*)::int as count, coalesce(sum(d.balance_pence), 0)::bigint as owed
		from debts d join (select debt_id from liabilities where stands
			group by debt_id having count(distinct customer_id) > 1) j on j.debt_id = d.id
		where d.balance_pence > 0`);
	return { count: row?.count ?? 0, owed: pence(Number(row?.owed ?? 0)) };
}
