/**
 * What the source of each debt hears of its arrangement's life: recovery still stands, and why, while it is late, put
 * right, broken and in its notice, on a break or at other days. That it goes on is told by `restart.ts`, once nothing
 * holds the debt any more.
 */
import { sql } from 'drizzle-orm';
import { dayInLondon, type Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { toldBy } from './instruct.ts';

/** As the source reads it, by what happened. */
const BECAUSE = {
	missed: 'arrangement-late',
	'put-right': 'arrangement',
	reopened: 'arrangement',
	broken: 'arrangement-broken',
	'break-given': 'arrangement-break',
	varied: 'arrangement-varied'
} as const;

export async function tellOfMoves(
	tx: Transaction,
	{ moveIds, at }: { moveIds: readonly string[]; at: Instant }
): Promise<void> {
	if (moveIds.length === 0) return;
	const policy = await policyOn(tx, dayInLondon(at));
	const sources = Object.keys(policy.O1.value.systems);
	const bySource = Object.fromEntries(
		sources.map((source) => [source, toldBy(source, { at, policy })])
	);
	await tx.execute(sql`
		insert into instructions (source, debt_id, customer_id, contact_id, kind, because, send_by_at, given_at)
		select d.source, d.id, g.customer_id, null, 'stop', said.because,
			coalesce(${JSON.stringify(bySource)}::jsonb ->> d.source, ${toldBy('', { at, policy })})::timestamptz,
			${at}::timestamptz
		from arrangement_moves m
		join (select key as event, value as because
			from jsonb_each_text(${JSON.stringify(BECAUSE)}::jsonb)) said on said.event = m.event
		join arrangement_debts g on g.arrangement_id = m.arrangement_id
		join debts d on d.id = g.debt_id
		where m.id = any(${`{${moveIds.join(',')}}`}::uuid[])
		order by m.number, g.position`);
}
