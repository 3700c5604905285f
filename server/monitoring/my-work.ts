/** What an officer left open, gathered by one question from the tables that hold it. */
import { myWork, type MyWork, type WorkRecords } from '../../shared/monitoring/my-work.ts';
import { instant, instantInLondon, type Day, type Instant } from '../../shared/time/day.ts';
import { STILL_PROMISED } from '../telephony/backs/sql.ts';
import { reachJson } from '../customers/reach/wishes.ts';
import type { RawSql } from '../db/client.ts';

const PERSON = `jsonb_build_object('givenNames', c.given_names, 'familyName', c.family_name,
	'isRestricted', c.is_restricted, 'isSafeContact', c.is_safe_contact,
	'phone', (select p.e164 from customer_phones p where p.customer_id = c.id and p.to_on is null
		order by p.confirmed_on desc nulls last, p.from_on desc limit 1))`;

/** Of a contact that this officer committed. */
const own = (contactId: string) => `exists (select from commits m
	where m.officer_id = $1 and m.contact_id = ${contactId})`;

const took = (type: string) => `(select count(distinct e.contact_id) from contact_events e
	where e.type = '${type}' and e.at >= $2::timestamptz and e.body ->> 'officerId' = $1)`;

const came = (kind: string) => `(select count(*) from outcomes o
	where o.officer_id = $1 and o.on_day = $3::date and o.kind = '${kind}')`;

/** Anybody rings them: the longest due are enough. */
const LEFT_SHOWN = 20;

/** A hold is shown this many days before it ends, and after. */
const SHOWN_DAYS = 14;

const MY_WORK = `select jsonb_build_object(
	'callbacks', (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'dueAt', b.due_at,
			'note', b.note, 'number', b.number, 'reach', ${reachJson('c.id')}, 'person', ${PERSON})), '[]')
		from callbacks b join customers c on c.id = b.customer_id
		where b.owner_id = $1 and ${STILL_PROMISED}),
	'approvals', (select coalesce(jsonb_agg(jsonb_build_object('approvalId', a.id, 'state', a.state,
			'askedAt', a.asked_at, 'leaderName', l.name, 'person', ${PERSON}) order by a.asked_at), '[]')
		from approvals a join customers c on c.id = a.customer_id
		left join auth_user l on l.id = a.leader_id
		where a.officer_id = $1 and a.state in ('waiting', 'opened')),
	'letters', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'letter', t.letter,
			'channel', t.channel, 'isLargePrint', t.is_large_print, 'isBraille', t.is_braille,
			'isToOther', t.is_to_other, 'queuedAt', t.queued_at,
			'person', ${PERSON}) order by t.queued_at, t.id), '[]')
		from letters t join customers c on c.id = t.customer_id
		where t.state = 'queued' and ${own('t.contact_id')}),
	'untold', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'title', d.title,
			'kind', i.kind, 'sendBy', i.send_by_at, 'tries', i.tries, 'person', ${PERSON})), '[]')
		from instructions i join debts d on d.id = i.debt_id join customers c on c.id = i.customer_id
		where i.state = 'to-send' and ${own('i.contact_id')}),
	'endingHolds', (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'title', d.title,
			'kind', h.kind, 'untilOn', h.until_on, 'person', ${PERSON})), '[]')
		from holds h join debts d on d.id = h.debt_id join customers c on c.id = h.customer_id
		where h.owner_id = $1 and h.lifted_at is null and h.until_on between $3::date - ${SHOWN_DAYS}
			and $3::date + ${SHOWN_DAYS}),
	'fromBanks', (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'title', d.title,
			'toDo', b.to_do, 'kind', b.kind, 'code', b.code, 'amount', b.amount_pence, 'on', b.on_day,
			'person', ${PERSON})), '[]')
		from bank_advices b join debts d on d.id = b.debt_id join customers c on c.id = b.customer_id
		where b.to_do is not null and b.done_at is null and exists (select from arrangement_debts g
			join arrangements n on n.id = g.arrangement_id where g.debt_id = b.debt_id
				and g.customer_id = b.customer_id and g.is_live and n.officer_id = $1)),
	'left', (select coalesce(jsonb_agg(jsonb_build_object('id', l.contact_id, 'number', l.number,
			'queue', l.queue, 'leftAt', l.left_at, 'dueAt', l.due_at, 'hasAgreed', l.because = 'agreed',
			'isMine', l.claimed_by is not null)), '[]')
		from (select * from left_calls where state = 'due' or (state = 'claimed' and claimed_by = $1)
			order by due_at limit ${LEFT_SHOWN}) l),
	'missed', (select coalesce(jsonb_agg(jsonb_build_object('id', l.contact_id, 'state', l.state,
			'because', l.because, 'isMine', coalesce(l.claimed_by = $1, false))), '[]')
		from contacts k join left_calls l on l.contact_id = k.id
		where k.closed_at is null and k.officer_ids @> array[$1]),
	'day', jsonb_build_object('calls', ${took('answered')}, 'seen', ${took('received')},
		'claims', ${came('claim')}, 'plans', ${came('arrangement')})
)::text as work`;

export async function workOf(
	sql: RawSql,
	asked: { officerId: string; mayOpenRestricted: boolean; at: Instant; today: Day }
): Promise<MyWork> {
	const { officerId, today } = asked;
	const begins = instantInLondon(today, '00:00');
	const [row] = await sql.unsafe<{ work: string }[]>(MY_WORK, [officerId, begins, today], {
		prepare: true
	});
	if (!row) throw new Error('The database gave no answer.');
	const { callbacks, approvals, letters, untold, left, ...records } = JSON.parse(
		row.work
	) as WorkRecords;
	return myWork(
		{
			...records,
			callbacks: callbacks.map((one) => ({ ...one, dueAt: instant(one.dueAt) })),
			approvals: approvals.map((one) => ({ ...one, askedAt: instant(one.askedAt) })),
			letters: letters.map((one) => ({ ...one, queuedAt: instant(one.queuedAt) })),
			untold: untold.map((one) => ({ ...one, sendBy: instant(one.sendBy) })),
			left: left.map((one) => ({
				...one,
				leftAt: instant(one.leftAt),
				dueAt: instant(one.dueAt)
			}))
		},
		asked
	);
}
