/** What must be looked into first: the rule says of each what it comes to, the database only where to look. */
import { sql } from 'drizzle-orm';
import {
	urgentList,
	type LateRecord,
	type MovedRecord,
	type StillRecord,
	type Urgent,
	type UrgentRecords
} from '../../../shared/outcomes/urgent.ts';
import type { Instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';

/** More than a desk can do in a day. */
const MOST = 200;

const PERSON = `json_build_object('givenNames', p.given_names, 'familyName', p.family_name,
	'isRestricted', p.is_restricted)`;

const unseen = (subject: string) =>
	`not exists (select from looked_into o where o.subject = ${subject})`;

const LATE = `
	select json_build_object('instructionId', i.id, 'source', i.source, 'what', i.kind,
		'change', c.kind, 'title', d.title, 'reference', d.reference, 'sendBy', i.send_by_at,
		'tries', i.tries, 'person', ${PERSON})
	from instructions i left join debts d on d.id = i.debt_id
		left join record_changes c on c.id = i.change_id
		join customers p on p.id = i.customer_id, asked
	where i.state = 'to-send' and i.send_by_at < asked.at and ${unseen(`'late ' || i.id`)}
	order by i.send_by_at, i.id limit ${MOST}`;

const TOLD_ON = `(i.told_at at time zone 'Europe/London')::date`;

/** A payment that was on its way already when its end was told. */
const ON_ITS_WAY_DAYS = 5;

/** A stage of a day after its source was told to stop, with nothing to go on again told between. */
const MOVED = `
	select json_build_object('stageChangeId', s.id, 'debtId', d.id, 'customerId', i.customer_id,
		'stream', d.stream, 'title', d.title, 'reference', d.reference, 'source', d.source,
		'toldAt', i.told_at, 'stage', s.stage, 'on', s.reached_on, 'stageCost', s.cost_pence,
		'from', (select b.stage from stage_changes b where b.debt_id = d.id and b.id <> s.id
			and b.undoes_id is null and b.reached_on <= s.reached_on order by b.reached_on desc limit 1),
		'added', coalesce((select sum(e.amount_pence) from entries e where e.debt_id = d.id
			and e.kind in ('costs', 'fees', 'interest') and e.entered_on = s.reached_on), 0),
		'takenOff', coalesce((select -sum(e.amount_pence) from entries e where e.debt_id = d.id
			and e.kind = 'reversal' and e.entered_on >= s.reached_on
			and exists (select from entries f where f.set_id = e.set_id and f.fund = 'costs')), 0),
		'person', ${PERSON})
	from stage_changes s join debts d on d.id = s.debt_id
	join lateral (select t.* from instructions t where t.debt_id = s.debt_id
			and t.kind in ('stop', 'recall', 'restart') and t.told_at is not null and not t.to_agent
			and (t.told_at at time zone 'Europe/London')::date < s.reached_on
		order by t.id desc limit 1) i on i.kind in ('stop', 'recall')
	join customers p on p.id = i.customer_id
	where s.source <> 'fairline' and s.undoes_id is null
		and not exists (select from stage_changes u where u.undoes_id = s.id)
		and s.debt_id in (select debt_id from instructions where kind in ('stop', 'recall'))
		and s.reached_on > ${TOLD_ON} and ${unseen(`'moved ' || s.id`)}
	order by s.reached_on desc, s.id limit ${MOST}`;

/** It was told to end, and an extract of a later day shows it still, or brings a payment that came by it. */
const STILL = `
	select json_build_object('instructionId', i.id, 'debtId', d.id, 'customerId', i.customer_id,
		'title', d.title, 'reference', d.reference, 'source', i.source, 'by', i.because,
		'toldAt', i.told_at, 'on', greatest(i.still_on, t.last_on), 'taken', coalesce(t.taken, 0),
		'person', ${PERSON})
	from instructions i join debts d on d.id = i.debt_id join customers p on p.id = i.customer_id
	cross join lateral (select max(e.entered_on) as last_on, -sum(e.amount_pence) as taken
		from entries e where e.debt_id = i.debt_id and e.kind = 'payment' and e.source <> 'fairline'
			and e.method = case when i.because in ('direct-debit', 'standing-order') then i.because
				else 'deduction' end
			and e.entered_on > ${TOLD_ON}) t
	where i.kind = 'end' and i.state = 'told'
		and (i.still_on is not null or t.last_on > ${TOLD_ON} + ${ON_ITS_WAY_DAYS})
		and not exists (select from instructions n where n.debt_id = i.debt_id and n.kind = 'end'
			and n.because = i.because and n.id > i.id)
		and ${unseen(`'still ' || i.id`)}
	order by i.told_at, i.id limit ${MOST}`;

export async function urgentNow(
	tx: Pick<Transaction, 'execute'>,
	{ at, mayOpenRestricted }: { at: Instant; mayOpenRestricted: boolean }
): Promise<Urgent[]> {
	return urgentList(await urgentRecords(tx, at), { mayOpenRestricted });
}

export async function urgentRecords(
	tx: Pick<Transaction, 'execute'>,
	at: Instant
): Promise<UrgentRecords> {
	const [row] = await tx.execute<{ late: string; moved: string; still: string }>(sql`
		with asked as (select ${at}::timestamptz as at)
		select to_json(array(${sql.raw(LATE)}))::text as late,
			to_json(array(${sql.raw(MOVED)}))::text as moved,
			to_json(array(${sql.raw(STILL)}))::text as still`);
	if (!row) throw new Error('The database gave no answer.');
	return {
		late: JSON.parse(row.late) as LateRecord[],
		moved: JSON.parse(row.moved) as MovedRecord[],
		still: JSON.parse(row.still) as StillRecord[]
	};
}
