/** A team's state, read from the log: no second copy is kept that could differ from it. */
import {
	callsInHand,
	waitingCallers,
	type HourOfCalls,
	type LeftCounts,
	type OutcomeCount,
	type TeamState
} from '../../shared/monitoring/team-state.ts';
import type { ApprovalNotice } from '../../shared/outcomes/approval-view.ts';
import { instant, instantInLondon, type Day, type Instant } from '../../shared/time/day.ts';
import type { RawSql } from '../db/client.ts';
import { policyOn } from '../law/policy.ts';
import { NOTICE_JSON, NOTICE_ROWS, withInstants } from '../outcomes/notices.ts';
import { openContact, openLogs, SNAPSHOT, SNAPSHOT_VERSION, type OpenLog } from './open-log.ts';

/** Of an open contact every line without its words; of the day's calls only how they went, by the hour; of what came of them only how many. */
const TEAM_STATE = `
with ${SNAPSHOT},
happened as (
	select date_trunc('hour', k.started_at) as hour, count(*) as calls,
		count(*) filter (where exists (select from contact_events e
			where e.contact_id = k.id and e.type = 'answered')) as taken,
		count(*) filter (where exists (select from contact_events e
			where e.contact_id = k.id and e.type = 'callEnded'
				and e.body ->> 'abandoned' = 'true')) as abandoned
	from contacts k
	where k.channel = 'phone' and k.started_at >= $2::timestamptz
	group by 1
),
agreed as (
	select kind, count(*) as count, count(distinct customer_id) as people,
		coalesce(sum(amount_pence), 0) as amount
	from outcomes where team_id = $1 and on_day = $3::date
	group by 1
)
select jsonb_build_object(
	'version', ${SNAPSHOT_VERSION},
	'officerIds', (select coalesce(jsonb_agg(u.id), '[]') from auth_user u where u.team_id = $1),
	'open', ${openLogs()},
	'hours', (select coalesce(jsonb_agg(jsonb_build_object('startsAt', h.hour, 'calls', h.calls,
			'taken', h.taken, 'abandoned', h.abandoned) order by h.hour), '[]') from happened h),
	'left', (select jsonb_build_object('counted', count(*) filter (where l.state = 'counted'),
			'toRing', count(*) filter (where l.state in ('due', 'claimed')),
			'spokenTo', count(*) filter (where l.state = 'done'),
			'missed', count(*) filter (where l.state = 'expired'))
		from left_calls l where l.on_day = $3::date or l.state in ('due', 'claimed')),
	'approvals', (select coalesce(jsonb_agg(${NOTICE_JSON} order by a.asked_at), '[]')
		from ${NOTICE_ROWS} where a.team_id = $1 and a.state in ('waiting', 'opened')),
	'outcomes', (select coalesce(jsonb_agg(to_jsonb(g) order by g.kind), '[]') from agreed g)
)::text as team
from now`;

type TeamJson = {
	version: number;
	officerIds: string[];
	open: OpenLog[];
	hours: HourOfCalls[];
	left: LeftCounts;
	approvals: ApprovalNotice[];
	outcomes: OutcomeCount[];
};

/** State and version are read by one statement. */
export async function teamState(
	sql: RawSql,
	{ teamId, at, today }: { teamId: string; at: Instant; today: Day }
): Promise<TeamState> {
	const begins = instantInLondon(today, '00:00');
	const [row] = await sql.unsafe<{ team: string }[]>(TEAM_STATE, [teamId, begins, today], {
		prepare: true
	});
	if (!row) throw new Error('The database gave no snapshot of itself.');
	const { version, officerIds, open, hours, left, approvals, outcomes } = JSON.parse(
		row.team
	) as TeamJson;
	const contacts = open.map(openContact);
	return {
		teamId,
		version,
		at,
		state: {
			waiting: waitingCallers(contacts),
			calls: callsInHand(contacts, {
				isOfTeam: (officerId) => officerIds.includes(officerId),
				policy: await policyOn(sql, today)
			}),
			hours: hours.map((hour) => ({ ...hour, startsAt: instant(hour.startsAt) })),
			left,
			approvals: approvals.map(withInstants),
			outcomes
		}
	};
}
