/**
 * Notices of an arrangement's life (policy L2 and L4): queued with the move that they are about, in its transaction and
 * however many there are. `make-notices.ts` makes them afterwards.
 */
import { sql } from 'drizzle-orm';
import type { Notice } from '../../shared/arrangements/life/notices.ts';
import type { Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';

export async function queueNotices(
	tx: Transaction,
	{ moveIds, letter, at }: { moveIds: readonly string[]; letter: Notice; at: Instant }
): Promise<void> {
	if (moveIds.length === 0) return;
	await tx.execute(sql`
		insert into letters (id, customer_id, contact_id, arrangement_id, letter, channel, is_large_print, queued_at)
		select m.id, a.customer_id, a.contact_id, a.id, ${letter}, 'post', false, ${at}::timestamptz
		from arrangement_moves m join arrangements a on a.id = m.arrangement_id
		where m.id = any(${`{${moveIds.join(',')}}`}::uuid[])`);
}
