/**
 * A table of the transaction's own a slice at a time, so that whoever waits can be told how far a long statement is, and
 * no statement's triggers have to remember more than a slice. Each is a range of pages, found without reading the rest.
 */
import { sql } from 'drizzle-orm';
import type { Transaction } from './transaction.ts';

/** `slice` stands where the table's name would, with an alias after it; `share` is how much is done after it, to 1. */
export type Slice = { slice: string; share: number };

/** None where the table is empty. It must not change meanwhile. */
export async function slicesOf(
	tx: Transaction,
	{ table, rows }: { table: string; rows: number }
): Promise<readonly Slice[]> {
	const [found] = await tx.execute<{ pages: number; count: number }>(sql`
		select (pg_relation_size(${table}::regclass) / current_setting('block_size')::int)::int as pages,
			(select count(*) from ${sql.raw(table)})::int as count`);
	const { pages = 0, count = 0 } = found ?? {};
	const slices = Math.ceil(count / rows);
	const each = Math.ceil(pages / Math.max(1, slices));
	return Array.from({ length: slices }, (_, at) => ({
		slice: `(select * from ${table} where ctid >= '(${at * each},0)' and ctid < '(${(at + 1) * each},0)')`,
		share: (at + 1) / slices
	}));
}
