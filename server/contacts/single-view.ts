/**
 * Everything about the person of a contact beyond what its screen holds: what each debt was and what of it is repaid, who
 * else answers for it, who speaks for them, and what has happened. Read when somebody opens it, by one statement; who
 * may is asked of the contact, and of no debt that its screen does not show is anything read.
 */
import { foldContact } from '../../shared/contacts/state/fold.ts';
import type { ContactEvent } from '../../shared/contacts/log/events.ts';
import {
	singleView,
	type SingleView,
	type SingleViewRecord
} from '../../shared/contacts/shown/single-view.ts';
import type { Day } from '../../shared/time/day.ts';
import type { App } from '../app.ts';
import { authoritiesJson } from '../customers/authorities/queries.ts';
import { NUMBER_NOTE } from '../customers/reach/noted.ts';
import type { RawSql } from '../db/client.ts';
import { isAnothers, IS_OURS, STANDS } from '../debts/debt-json.ts';
import { EVENT_JSON, withInstant } from './heard/ring.ts';

export type SingleViewAnswer =
	{ ok: true; whole: SingleView } | { ok: false; because: 'not-identified' };

export type SingleViewNeeds = {
	contacts: Pick<App['contacts'], 'view'>;
	db: Pick<App['db'], 'sql'>;
	clock: App['clock'];
};

/** The latest: a log is read whole to be folded. */
const MOST_CONTACTS = 30;

export async function theirSingleView(
	{ contacts, db, clock }: SingleViewNeeds,
	{ contactId, officerId }: { contactId: string; officerId: string }
): Promise<SingleViewAnswer> {
	const view = await contacts.view(contactId, officerId);
	if (view?.people.kind !== 'known') return { ok: false, because: 'not-identified' };
	const { person, records: debts, actingBy } = view.people;
	const { customerId } = person;
	const debtIds = debts.map(({ id }) => id);
	const about = { customerId, contactId, debtIds, today: clock.today() };
	return {
		ok: true,
		whole: singleView(await singleViewRecord(db.sql, about), { debts, actingBy })
	};
}

type RecordJson = Omit<SingleViewRecord, 'contacts'> & {
	contacts: readonly { events: readonly ContactEvent[]; officer: string | null }[];
};

export type About = {
	customerId: string;
	/** The one that is still being had. */
	contactId: string;
	debtIds: readonly string[];
	today: Day;
};

export async function singleViewRecord(sql: RawSql, about: About): Promise<SingleViewRecord> {
	const [row] = await sql.unsafe<{ whole: string }[]>(SINGLE_VIEW, singleViewParameters(about), {
		prepare: true
	});
	return readSingleView(row?.whole ?? '');
}

export function singleViewParameters(about: About): string[] {
	const { customerId, contactId, debtIds, today } = about;
	return [customerId, contactId, `{${debtIds.join(',')}}`, today];
}

export function readSingleView(text: string): SingleViewRecord {
	const { contacts, ...record } = JSON.parse(text) as RecordJson;
	return {
		...record,
		contacts: contacts.map(({ events, officer }) => ({
			contact: foldContact(events.map(withInstant)),
			officer
		}))
	};
}

/** What an entry does to what is owed: it makes it, writes it off, or pays it. A reversal undoes what its set was on. */
const PART = `case when e.kind = 'write-off' then 'written-off'
	when e.kind in ('payment', 'transfer') then 'paid'
	when e.kind <> 'reversal' then 'original'
	else case (select min(o.fund) from entries o where o.set_id = e.set_id and o.fund is not null
			having count(distinct o.fund) = 1)
		when 'costs' then 'original' when 'income' then 'original'
		when 'write-off' then 'written-off' else 'paid' end end`;

const MONEY = `to_json(array(select json_build_object('debtId', t.id,
		'original', coalesce(sum(e.amount_pence) filter (where e.part = 'original'), 0),
		'writtenOff', coalesce(-sum(e.amount_pence) filter (where e.part = 'written-off'), 0),
		'repaid', coalesce(-sum(e.amount_pence) filter (where e.part = 'paid'), 0),
		'byThem', coalesce(-sum(e.amount_pence) filter (where e.part = 'paid'
			and coalesce(e.payer_id = $1::uuid, not t.is_shared)), 0))
	from theirs t cross join lateral (select e.amount_pence, e.payer_id, ${PART} as part
		from entries e where e.debt_id = t.id) e
	group by t.id))`;

/** Of the customer $1, but for the contact $2; of the debts $3, on the day $4. */
export const SINGLE_VIEW = `
with theirs as (
	select distinct on (d.id) d.id, d.title, d.stream, exists (select from liabilities other
		where other.debt_id = d.id and other.customer_id <> l.customer_id) as is_shared
	from liabilities l join debts d on d.id = l.debt_id 
	where l.customer_id = $1::uuid and d.id = any($3::uuid[])
), latest as (
	select k.id, k.started_at, k.officer_ids from contacts k
	where k.customer_id = $1::uuid and k.id <> $2::uuid and k.closed_at is not null
	order by k.started_at desc limit ${MOST_CONTACTS}
)
select json_build_object(
	'money', ${MONEY},
	'liable', to_json(array(select json_build_object('debtId', t.id,
			'name', trim(o.given_names || ' ' || o.family_name), 'ground', x.ground)
		from theirs t join liabilities x on x.debt_id = t.id and x.stands
		join customers o on o.id = x.customer_id
		where x.customer_id <> $1::uuid order by o.family_name, o.given_names, t.id)),
	'authorities', ${authoritiesJson({ customer: '$1::uuid', today: '$4' })},
	'numbers', to_json(array(select json_build_object('number', p.e164, 'note', ${NUMBER_NOTE})
		from (select distinct on (e164) * from customer_phones where customer_id = $1::uuid
			and belongs_until >= $4::date and (to_on is null or to_on >= $4::date) order by e164) p
		order by p.noted_at desc)),
	'payments', to_json(array(select json_build_object('on', e.entered_on,
			'amount', abs(e.amount_pence), 'isTakenBack', e.amount_pence > 0, 'debt', t.title,
			'because', (select json_build_object('kind', b.kind, 'code', b.code) from bank_advices b
				where b.set_id = e.set_id limit 1),
			'stream', t.stream, 'isOurs', ${IS_OURS},
			'mine', coalesce(e.payer_id = $1::uuid, not t.is_shared))
		from theirs t join entries e on e.debt_id = t.id
		where (e.kind = 'payment' or (e.kind = 'reversal' and e.payer_id is not null))
			and ${STANDS})),
	'stages', to_json(array(select json_build_object('on', s.reached_on, 'stage', s.stage,
			'cost', s.cost_pence, 'debt', t.title, 'stream', t.stream,
			'isUndone', exists (select from stage_changes u where u.undoes_id = s.id))
		from theirs t join stage_changes s on s.debt_id = t.id where s.undoes_id is null
			and not (${isAnothers({ stage: 's.stage', debt: 't.id', customer: '$1::uuid' })})
		order by s.reached_on, s.id)),
	'holds', to_json(array(select json_build_object('kind', h.kind, 'fromOn', h.from_on,
			'untilOn', h.until_on, 'mine', h.customer_id = $1::uuid, 'debt', t.title,
			'stream', t.stream,
			'liftedAt', h.lifted_at, 'endedBecause', h.ended_because)
		from theirs t join holds h on h.debt_id = t.id)),
	'letters', to_json(array(select json_build_object('at', m.queued_at, 'letter', m.letter, 'channel', m.channel, 'state', m.state, 'isLargePrint', m.is_large_print, 'isBraille', m.is_braille, 'isToOther', m.is_to_other)
		from letters m where m.customer_id = $1::uuid)),
	'copies', to_json(array(select json_build_object('at', c.at, 'version', c.detail->'version',
			'officer', (select u.name from auth_user u where u.id = c.officer_id))
		from audit c where c.customer_id = $1::uuid and c.act = 'affordability.copy')),
	'agreements', to_json(array(select json_build_object('id', a.id, 'on', a.agreed_on, 'number', a.number,
			'beside', to_json(array(select json_build_object('debt', t.title, 'kind', b.one ->> 'kind',
					'takes', (b.one ->> 'takes')::bigint, 'every', b.one ->> 'every')
				from jsonb_array_elements(a.beside) as b(one)
				join theirs t on t.id = (b.one ->> 'debtId')::uuid)),
			'moves', to_json(array(select json_build_object('on', m.on_day, 'event', m.event,
					'rules', m.rules, 'by', (select u.name from auth_user u where u.id = m.officer_id))
				from arrangement_moves m where m.arrangement_id = a.id
					and m.event not in ('asked', 'declined', 'agreed', 'approved') order by m.number)),
			'amount', a.amount_pence, 'rhythm', a.rhythm, 'total', a.total_pence, 'state', a.state, 'rules', a.cites)
		from arrangements a where a.customer_id = $1::uuid)),
	'claims', to_json(array(select json_build_object('entitlement', q.entitlement,
			'startedOn', q.started_on, 'answer', nullif(q.state, 'open'),
			'on', coalesce((q.decided_at at time zone 'Europe/London')::date, q.started_on),
			'awarded', q.awarded_pence, 'fromOn', q.awarded_from_on,
			'debts', array(select t.title from theirs t join claim_debts x on x.debt_id = t.id
				where x.claim_id = q.id order by t.title))
		from claims q where q.customer_id = $1::uuid order by q.started_on, q.id)),
	'promises', to_json(array(select json_build_object('on', (p.at at time zone 'Europe/London')::date,
			'amount', p.amount_pence, 'byOn', p.by_on, 'state', p.state, 'settledOn', p.settled_on,
			'debt', t.title, 'stream', t.stream)
		from theirs t join promises p on p.debt_id = t.id where p.customer_id = $1::uuid)),
	'contacts', to_json(array(select json_build_object(
			'officer', (select u.name from auth_user u where u.id = (select e.officer_id
				from contact_events e where e.contact_id = k.id and e.type = 'wrappedUp'
				order by e.seq desc limit 1)),
			'events', (select json_agg(${EVENT_JSON} order by e.seq) from contact_events e
				where e.contact_id = k.id))
		from latest k order by k.started_at desc))
)::text as whole`;
