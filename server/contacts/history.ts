/** What has happened about the person of a contact, read when somebody opens it: who may is asked of the contact. */
import { foldContact } from '../../shared/contacts/fold.ts';
import { historyOf, type HistoryLine, type HistoryRecord } from '../../shared/contacts/history.ts';
import type { ContactEvent } from '../../shared/contacts/events.ts';
import type { App } from '../app.ts';
import type { RawSql } from '../db/client.ts';
import { isAnothers, IS_OURS, STANDS } from '../debts/debt-json.ts';
import { EVENT_JSON, withInstant } from './ring.ts';

export type History =
	| { ok: true; lines: readonly HistoryLine[] }
	| { ok: false; because: 'not-identified' | 'for-customer-only' };

/** The latest: a log is read whole to be folded. */
const MOST_CONTACTS = 30;

export async function theirHistory(
	{ contacts, db }: Pick<App, 'contacts' | 'db'>,
	{ contactId, officerId }: { contactId: string; officerId: string }
): Promise<History> {
	const view = await contacts.view(contactId, officerId);
	if (view?.people.kind !== 'known') return { ok: false, because: 'not-identified' };
	// What was said to the customer is theirs, whoever may hear of a debt.
	if (view.people.actingBy) return { ok: false, because: 'for-customer-only' };
	const { customerId } = view.people.person;
	return { ok: true, lines: historyOf(await historyRecord(db.sql, { customerId, contactId })) };
}

type HistoryJson = Omit<HistoryRecord, 'contacts'> & {
	contacts: readonly { events: readonly ContactEvent[]; officer: string | null }[];
};

async function historyRecord(
	sql: RawSql,
	{ customerId, contactId }: { customerId: string; contactId: string }
): Promise<HistoryRecord> {
	const [row] = await sql.unsafe<{ history: string }[]>(
		HISTORY,
		[customerId, contactId, MOST_CONTACTS],
		{ prepare: true }
	);
	const { contacts, ...record } = JSON.parse(row?.history ?? '') as HistoryJson;
	return {
		...record,
		contacts: contacts.map(({ events, officer }) => ({
			contact: foldContact(events.map(withInstant)),
			officer
		}))
	};
}

/** Of the customer $1, but for the contact $2, which is still being had; the last $3 contacts. */
const HISTORY = `
with theirs as (
	select d.id, d.title, d.stream, exists (select from liabilities other
		where other.debt_id = d.id and other.customer_id <> l.customer_id) as is_shared
	from liabilities l join debts d on d.id = l.debt_id where l.customer_id = $1::uuid
), latest as (
	select k.id, k.started_at, k.officer_ids from contacts k
	where k.customer_id = $1::uuid and k.id <> $2::uuid and k.closed_at is not null
	order by k.started_at desc limit $3::int
)
select json_build_object(
	'payments', to_json(array(select json_build_object('on', e.entered_on,
			'amount', abs(e.amount_pence), 'isTakenBack', e.amount_pence > 0, 'debt', t.title,
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
			'liftedAt', h.lifted_at)
		from theirs t join holds h on h.debt_id = t.id)),
	'letters', to_json(array(select json_build_object('at', m.queued_at, 'letter', m.letter, 'channel', m.channel, 'isSent', m.state = 'sent')
		from letters m where m.customer_id = $1::uuid)),
	'agreements', to_json(array(select json_build_object('on', a.agreed_on, 'number', a.number,
			'amount', a.amount_pence, 'rhythm', a.rhythm, 'total', a.total_pence, 'state', a.state)
		from arrangements a where a.customer_id = $1::uuid)),
	'contacts', to_json(array(select json_build_object(
			'officer', (select u.name from auth_user u where u.id = (select e.officer_id
				from contact_events e where e.contact_id = k.id and e.type = 'wrappedUp'
				order by e.seq desc limit 1)),
			'events', (select json_agg(${EVENT_JSON} order by e.seq) from contact_events e
				where e.contact_id = k.id))
		from latest k order by k.started_at desc))
)::text as history`;
