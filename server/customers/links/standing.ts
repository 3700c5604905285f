/**
 * Which of several customers keeps their id when they are joined: whoever we have spoken with or agreed anything with,
 * then who most records are about, then whose date of birth is known, then who has been here longest.
 */
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/transaction.ts';

/** Of a customer `c`: something of ours is kept under their id, and would be lost from sight under another. */
export const HAS_HISTORY = `(${[
	...['contacts', 'statements', 'arrangements', 'promises', 'outcomes', 'claims'],
	...['letters', 'instructions', 'bank_advices', 'customer_passwords']
]
	.map((table) => `exists (select from ${table} h where h.customer_id = c.id)`)
	.join(' or ')})`;

export const STANDING = `${HAS_HISTORY} desc,
	(select count(*) from links l where l.customer_id = c.id) desc, c.born_on is null,
	(select min(l.linked_at) from links l where l.customer_id = c.id), c.id`;

/** The first stays. */
export async function standingOf(
	tx: Transaction,
	customerIds: readonly string[]
): Promise<readonly string[]> {
	const rows = await tx.execute<{ id: string }>(sql`
		select c.id from customers c where c.id = any(${`{${customerIds.join(',')}}`}::uuid[])
		order by ${sql.raw(STANDING)}`);
	return rows.map(({ id }) => id);
}
