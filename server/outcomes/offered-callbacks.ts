/**
 * Calls that an arrangement's first miss offers (policy L2): one a miss, owned by the officer who agreed it, with the
 * miss's own id; and closed again when it is put right or over.
 */
import { sql } from 'drizzle-orm';
import { instantInLondon, type Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';

const NOTE = 'A payment of their plan was missed: ask what has changed, and how we can help.';

export async function offerCallbacks(
	tx: Transaction,
	{ moveIds, on }: { moveIds: readonly string[]; on: Day }
): Promise<void> {
	if (moveIds.length === 0) return;
	await tx.execute(sql`
		insert into callbacks (id, contact_id, customer_id, due_at, owner_id, note)
		select m.id, a.contact_id, a.customer_id, ${instantInLondon(on, '10:00')}::timestamptz,
			a.officer_id, ${NOTE}
		from arrangement_moves m join arrangements a on a.id = m.arrangement_id
		where m.id = any(${`{${moveIds.join(',')}}`}::uuid[])`);
}

export async function closeCallbacks(
	tx: Transaction,
	arrangementIds: readonly string[]
): Promise<void> {
	if (arrangementIds.length === 0) return;
	await tx.execute(sql`
		update callbacks c set state = 'done' from arrangement_moves m
		where m.id = c.id and c.state = 'due' and m.event = 'missed'
			and m.arrangement_id = any(${`{${arrangementIds.join(',')}}`}::uuid[])`);
}
