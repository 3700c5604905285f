/**
 * Liabilities follow the link of the record they were told for, and holds and deductions the liability. The tables of
 * changes and of records are the customers' room's (`customers/links`), and what moved is noted in a third.
 */
import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/transaction.ts';

export type LiabilitiesMoving = { changes: string; records: string; moved: string };

export async function moveLiabilities(
	tx: Transaction,
	{ changes, records, moved }: LiabilitiesMoving
): Promise<void> {
	const [change, note] = [sql.raw(changes), sql.raw(moved)];
	await tx.execute(sql`
		with gone as (
			update liabilities l set customer_id = c.to_id from ${change} c
			where l.customer_id = c.from_id and (c.kind = 'join'
				or l.record_id in (select record_id from ${sql.raw(records)} m where m.change_id = c.change_id))
			returning c.change_id, l.id
		)
		insert into ${note} select change_id, 'liabilities', id from gone`);
	for (const table of ['holds', 'steps'] as const) {
		const name = sql.raw(table);
		await tx.execute(sql`
			with gone as (
				update ${name} h set customer_id = c.to_id from ${change} c
				where h.customer_id = c.from_id and (c.kind = 'join'
					or (exists (select from liabilities l where l.debt_id = h.debt_id and l.customer_id = c.to_id)
						and not exists (select from liabilities l
							where l.debt_id = h.debt_id and l.customer_id = c.from_id)))
				returning c.change_id, h.id
			)
			insert into ${note} select change_id, ${table}, id from gone`);
	}
}

const FOLLOWERS = ['liabilities', 'holds', 'steps'] as const;

/** Back to whom they were of. */
export async function putLiabilitiesBack(
	tx: Transaction,
	{ customerId, moved }: { customerId: string; moved: Readonly<Record<string, readonly string[]>> }
): Promise<void> {
	for (const table of FOLLOWERS) {
		const ids = moved[table] ?? [];
		if (ids.length === 0) continue;
		await tx.execute(sql`
			update ${sql.raw(table)} set customer_id = ${customerId}::uuid
			where id = any(${`{${ids.join(',')}}`}::uuid[])`);
	}
}
