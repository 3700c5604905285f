/** What a person took apart, or said are two, no later match puts together. */
import { sql } from 'drizzle-orm';
import type { MatchReason } from '../../../shared/customers/matching/match.ts';
import type { Instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';

export type By = { officerId: string; at: Instant };

export const DECIDED: readonly MatchReason[] = [
	{ compared: 'decided-by-person', weight: 1000, words: 'Decided by a person' }
];

export type KeptApart = {
	recordIds: readonly string[];
	/** From every record of this one. */
	customerId: string;
	/** The split that did it, which takes this with it when it is undone. */
	changeId: string | null;
	by: By;
};

export async function keepApart(
	tx: Transaction,
	{ recordIds, customerId, changeId, by: { officerId, at } }: KeptApart
): Promise<void> {
	await tx.execute(sql`
		insert into link_reviews (id, record_id, other_record_id, score, reasons, state, found_at, decided_by,
			decided_at, change_id)
		select gen_random_uuid(), least(l.record_id, r.id), greatest(l.record_id, r.id), 0,
			${JSON.stringify(DECIDED)}::jsonb, 'apart', ${at}::timestamptz, ${officerId},
			${at}::timestamptz, ${changeId}::uuid
		from links l, unnest(${`{${recordIds.join(',')}}`}::uuid[]) as r(id)
		where l.customer_id = ${customerId}::uuid and l.record_id <> r.id
		on conflict (record_id, other_record_id) do update set state = 'apart',
			decided_by = excluded.decided_by, decided_at = excluded.decided_at,
			change_id = excluded.change_id`);
}
