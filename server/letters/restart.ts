/**
 * Tells a source to go on with a debt once nothing is left of what it was told to stop for: no hold in force, no
 * arrangement that is kept to or in the notice of its end, no live promise. It goes into the outbox behind the stop it ends, so the source hears them in order. A
 * debt taken back from enforcement agents is not sent to them again by this.
 */
import { sql } from 'drizzle-orm';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { toldBy } from './instruct.ts';

export type Restarting = {
	today: Day;
	at: Instant;
	/** Where it is known which may have come free; else all are looked at. */
	debtIds?: readonly string[];
};

/** Any number does that no other lock of ours has. */
const RESTARTS_LOCK = 7_710_454;

/** How many were given. Done again on the same day it gives none. */
export async function restartEnded(
	tx: Transaction,
	{ today, at, debtIds }: Restarting
): Promise<number> {
	// Two processes that look at all of them would both find the same debt free.
	if (!debtIds) await tx.execute(sql`select pg_advisory_xact_lock(${RESTARTS_LOCK})`);
	const those = debtIds ? sql`and debt_id = any(${`{${debtIds.join(',')}}`}::uuid[])` : sql``;
	const policy = await policyOn(tx, today);
	const named = Object.keys(policy.O1.value.systems);
	const bySource = JSON.stringify(
		Object.fromEntries(named.map((source) => [source, toldBy(source, { at, policy })]))
	);
	const given = await tx.execute(sql`
		insert into instructions (source, debt_id, customer_id, contact_id, kind, because, send_by_at, given_at)
		select last.source, last.debt_id, last.customer_id, last.contact_id, 'restart', last.because,
			coalesce(${bySource}::jsonb ->> last.source, ${toldBy('', { at, policy })})::timestamptz, ${at}::timestamptz
		from (select distinct on (debt_id) * from instructions where not to_agent and debt_id is not null
				and kind in ('stop', 'restart', 'recall', 'step') ${those}
			order by debt_id desc, id desc) last
		where last.kind = 'stop'
			and not exists (select from holds h where h.debt_id = last.debt_id and h.lifted_at is null
				and h.from_on <= ${today}::date and (h.until_on is null or h.until_on >= ${today}::date))
			and not exists (select from arrangement_debts d join arrangements a on a.id = d.arrangement_id
				where d.debt_id = last.debt_id and (a.state in ('active', 'late')
					or (a.state = 'broken' and a.notice_until >= ${today}::date)))
			and not exists (select from promises p where p.debt_id = last.debt_id and p.state = 'live'
				and p.holds_until_on >= ${today}::date)
		returning id`);
	return given.length;
}
