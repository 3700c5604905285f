/**
 * The least statement that does the pop's work: it writes the contact, what a call through a queue leaves in its log
 * (it began, it queued, it was offered: the lines that ours writes) and the officer's tile, and answers with whoever
 * has the number and what they owe. Payments and references it does not read, because no pop shows one before identity and
 * ours no longer reads them. It builds its JSON the cheapest way we know, which is the way ours does.
 */
export const POP = `
with contact as (
	insert into contacts (id, channel, source, source_contact_id, presentation, caller_number,
		officer_ids, version, started_at)
	values ($1::uuid, 'phone', 'floor', $2::text, 'allowed', $3::text, array[$4::text], 3, $5::timestamptz)
	returning id, version
), event as (
	insert into contact_events (contact_id, seq, type, at, body)
	select contact.id, line.seq, line.type, $5::timestamptz, line.body
	from contact, (values
		(1, 'contactStarted', '{"channel": "phone", "direction": "inbound", "presentation": "allowed"}'::jsonb),
		(2, 'queued', '{"queue": "council-tax"}'),
		(3, 'offered', jsonb_build_object('officerId', $4::text))) as line(seq, type, body)
), tile as (
	update tiles set version = version + 1, at = $5::timestamptz,
		state = state || jsonb_build_object('presence', 'ringing', 'contactId', $1::text, 'since', $5::text)
	where officer_id = $4::text
)
select json_build_object('contactId', contact.id, 'version', contact.version,
	'contact', json_build_object('endedAt', null),
	'people', to_json(array(select json_build_object(
		'customerId', c.id, 'givenNames', c.given_names, 'familyName', c.family_name,
		'confirmedOn', p.confirmed_on,
		'needs', to_json(array(select s.adjustment from support_needs s
			where s.customer_id = c.id and s.to_on is null)),
		'debts', to_json(array(select json_build_object(
			'id', d.id, 'stream', d.stream, 'title', d.title, 'stage', d.stage, 'stageOn', d.stage_on,
			'balance', d.balance_pence, 'facts', d.facts,
			'dues', to_json(array(select json_build_array(u.due_on, u.amount_pence)
				from dues u where u.debt_id = d.id order by u.due_on)),
			'holds', to_json(array(select h.kind from holds h
				where h.debt_id = d.id and h.lifted_at is null)))
			from liabilities l join debts d on d.id = l.debt_id where l.customer_id = c.id)))
		from customer_phones p join customers c on c.id = p.customer_id
		where p.e164 = $3::text and p.to_on is null))
)::text as pop
from contact`;

/** Puts the call away again, so that both sides leave an officer as they found them. */
export const END = `
with contact as (
	update contacts set closed_at = $2::timestamptz, version = version + 1, officer_ids = '{}'
	where id = $1::uuid
)
update tiles set version = version + 1, at = $2::timestamptz,
	state = state || jsonb_build_object('presence', 'available', 'contactId', null, 'since', $2::text)
where officer_id = $3::text`;

/** An officer who has never signed in has no tile, and to write none would be less work than ours. */
export const TILE = `
insert into tiles (officer_id, team_id, version, state, at)
select id, team_id, 1, jsonb_build_object('chosen', 'available', 'presence', 'available', 'since', $2::text,
	'contactId', null, 'step', null, 'pauseReason', null), $2::timestamptz
from auth_user where id = $1::text
on conflict (officer_id) do nothing`;
