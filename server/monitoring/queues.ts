/** Who waits, by queue, read from the log of the calls that are up: no second copy is kept that could differ from it. */
import { queuesOf, type QueuesNow } from '../../shared/monitoring/queues.ts';
import { waitingCallers } from '../../shared/monitoring/team-state.ts';
import type { Instant } from '../../shared/time/day.ts';
import type { RawSql } from '../db/client.ts';
import { openContact, openLogs, SNAPSHOT, SNAPSHOT_VERSION, type OpenLog } from './open-log.ts';

const IS_UP = `k.channel = 'phone' and not exists (select from contact_events e
			where e.contact_id = k.id and e.type = 'callEnded')`;

const QUEUES = `with ${SNAPSHOT}
select jsonb_build_object('version', ${SNAPSHOT_VERSION}, 'open', ${openLogs(IS_UP)})::text as queues
from now`;

/** State and version are read by one statement. */
export async function queuesNow(sql: RawSql, at: Instant): Promise<QueuesNow> {
	const [row] = await sql.unsafe<{ queues: string }[]>(QUEUES, [], { prepare: true });
	if (!row) throw new Error('The database gave no snapshot of itself.');
	const { version, open } = JSON.parse(row.queues) as { version: number; open: OpenLog[] };
	return { version, at, queues: queuesOf(waitingCallers(open.map(openContact))) };
}
