/** What becomes of calls back by themselves: done when they have been spoken to, anybody's again, over, or withdrawn. */
import { sql } from 'drizzle-orm';
import { CLAIM_MINUTES, MOST_TRIES } from '../../../shared/calls/backs/claim.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import { SPOKEN_SINCE } from './sql.ts';

const LIVE = sql.raw(`l.state in ('due', 'claimed')`);
/** A number may be forbidden after its call: as long as a switch may say anything of it again. */
const WITHDRAWN_WITHIN_DAYS = 30;

export async function endLeft({
	database,
	clock
}: {
	database: Database;
	clock: Clock;
}): Promise<void> {
	const at = clock.now();
	const claimedBefore = new Date(Date.parse(at) - CLAIM_MINUTES * 60_000).toISOString();
	await inTransaction(database, async (tx) => {
		await tx.execute(sql`update left_calls l set because = 'withheld', number = null, claimed_by = null,
				state = case when ${LIVE} then 'counted' else l.state end,
				ended_at = coalesce(l.ended_at, ${at}::timestamptz)
			from contacts k where k.id = l.contact_id and l.number is not null
				and l.on_day >= ${clock.today()}::date - ${WITHDRAWN_WITHIN_DAYS}::integer
				and (k.presentation is distinct from 'allowed' or k.caller_number is distinct from l.number)`);
		await tx.execute(sql`update left_calls l set state = 'done', ended_at = ${at}::timestamptz
			where ${LIVE} and ${sql.raw(SPOKEN_SINCE)}`);
		await tx.execute(sql`update left_calls l set state = 'expired', ended_at = ${at}::timestamptz
			where ${LIVE} and (l.expires_at <= ${at}::timestamptz or (select count(*) from rung_calls r
				where r.subject_id = l.contact_id and r.state = 'rung') >= ${MOST_TRIES})
				and not exists (select from rung_calls r join contacts k
					on k.source = r.rung_on and k.source_contact_id = r.rung_as
					where r.subject_id = l.contact_id and k.closed_at is null)`);
		await tx.execute(sql`update left_calls l set state = 'due', claimed_by = null, claimed_at = null
			where l.state = 'claimed' and l.claimed_at < ${claimedBefore}::timestamptz`);
	});
}
