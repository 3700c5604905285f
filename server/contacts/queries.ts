/** What the contacts room asks of the database: one contact whole, whose screens hold what, what is up now. */
import { sql as query } from 'drizzle-orm';
import type { Caller, Presentation } from '../../shared/calls/events.ts';
import {
	candidatesOf,
	type NumberCandidates,
	type NumberLink
} from '../../shared/contacts/choosing.ts';
import { LARGEST_PICKER } from '../../shared/customers/caller.ts';
import type { ContactEvent } from '../../shared/contacts/log/events.ts';
import type { PersonRecord } from '../../shared/contacts/shown/disclosure.ts';
import type { Day } from '../../shared/time/day.ts';
import type { RawSql } from '../db/client.ts';
import type { Transaction } from '../db/transaction.ts';
import { peopleJson, wholePeople, type ReadPerson } from './people-sql.ts';
import { DRAFTS_JSON, EVENT_JSON, withInstant } from './heard/ring.ts';

export type ContactRecord = {
	contactId: string;
	version: number;
	source: string | null;
	sourceContactId: string | null;
	officerIds: readonly string[];
	caller: Caller | null;
	events: readonly ContactEvent[];
	/** Half-typed text, by field. */
	drafts: Readonly<Record<string, string>>;
	count: number;
	people: readonly PersonRecord[];
};

type ContactJson = Omit<ContactRecord, 'count' | 'people' | 'caller'> & {
	caller: { number: string | null; presentation: Presentation | null; name: string | null };
	candidates: { count: number; people: ReadPerson[] };
};

/** One contact whole, by its id and the council’s day. */
export const CONTACT = `
select json_build_object(
	'contactId', k.id, 'version', k.version, 'source', k.source,
	'sourceContactId', k.source_contact_id, 'officerIds', k.officer_ids,
	'caller', json_build_object('number', k.caller_number, 'presentation', k.presentation,
		'name', k.caller_name),
	'events', to_json(array(select ${EVENT_JSON}
		from contact_events e where e.contact_id = k.id order by e.seq)),
	'drafts', (${DRAFTS_JSON} where d.contact_id = k.id),
	'candidates', ${peopleJson({ number: 'k.caller_number', chosen: 'k.customer_id', today: '$2' }, LARGEST_PICKER)}
)::text as contact
from contacts k where k.id = $1::uuid`;

/** State and version are read by one statement. Undefined when there is no such contact. */
export async function contactRecord(
	sql: RawSql,
	{ contactId, today }: { contactId: string; today: Day }
): Promise<ContactRecord | undefined> {
	const [row] = await sql.unsafe<{ contact: string }[]>(CONTACT, [contactId, today], {
		prepare: true
	});
	if (!row) return undefined;
	const { candidates, caller, ...contact } = JSON.parse(row.contact) as ContactJson;
	return {
		...contact,
		caller: caller.presentation === null ? null : { ...caller, presentation: caller.presentation },
		events: contact.events.map(withInstant),
		count: candidates.count,
		people: wholePeople(candidates.people)
	};
}

export async function openContactIds(sql: RawSql, officerId: string): Promise<string[]> {
	const rows = await sql<{ id: string }[]>`
		select id from contacts
		where closed_at is null and officer_ids @> array[${officerId}] order by started_at`;
	return rows.map((row) => row.id);
}

/** The versions each of these officers' screens should hold. */
export async function openVersions(
	sql: RawSql,
	officerIds: readonly string[]
): Promise<{ officerId: string; contactId: string; version: number }[]> {
	return sql<{ officerId: string; contactId: string; version: number }[]>`
		select officer_id as "officerId", id as "contactId", version
		from contacts cross join unnest(officer_ids) as officer_id
		where closed_at is null and officer_id = any(${[...officerIds]})`;
}

/** The call of a contact as its switch knows it, while it is not finished. Null without one. */
export async function callOf(
	sql: RawSql,
	contactId: string
): Promise<{ source: string; sourceContactId: string } | null> {
	const rows = await sql<{ source: string; sourceContactId: string }[]>`
		select source, source_contact_id as "sourceContactId" from contacts
		where id = ${contactId} and closed_at is null and source is not null`;
	return rows[0] ?? null;
}

/** Contacts not yet closed that are on somebody's screen or have a call: a server that starts again goes on with them. */
export async function unfinishedIds(sql: RawSql): Promise<string[]> {
	const rows = await sql<{ id: string }[]>`
		select id from contacts
		where closed_at is null and (source is not null or officer_ids <> '{}')`;
	return rows.map((row) => row.id);
}

/** The logs of everything on this officer's screens, and their tile locked: what they begin now, they begin alone. */
export async function openLogs(
	tx: Pick<Transaction, 'execute'>,
	officerId: string
): Promise<{ contactId: string; events: readonly ContactEvent[] }[]> {
	await tx.execute(query`select from tiles where officer_id = ${officerId} for no key update`);
	const rows = await tx.execute<{ contactId: string; events: ContactEvent[] }>(query`
		select k.id as "contactId", (select coalesce(jsonb_agg(${query.raw(EVENT_JSON)} order by e.seq), '[]')
			from contact_events e where e.contact_id = k.id) as events
		from contacts k where k.closed_at is null and k.officer_ids @> array[${officerId}]`);
	return rows.map(({ contactId, events }) => ({ contactId, events: events.map(withInstant) }));
}

/** A contact and whom its number means, held still for what is decided about its person. */
export type ContactInHand = {
	/** Null where the network did not let it through. */
	callerNumber: string | null;
	presentation: Presentation | null;
	customerId: string | null;
	candidates: NumberCandidates;
	/** How many the number is linked to, whosever it is noted to be. */
	linkedCount: number;
	events: readonly ContactEvent[];
	/** The browser's keys that are in the log already. */
	keys: readonly string[];
};

type InHandJson = Omit<ContactInHand, 'candidates' | 'linkedCount'> & { links: NumberLink[] };

/** Locks the contact until the transaction ends. Undefined when there is none. */
export async function contactInHand(
	tx: Pick<Transaction, 'execute'>,
	{ contactId, today }: { contactId: string; today: Day }
): Promise<ContactInHand | undefined> {
	await tx.execute(query`select from contacts where id = ${contactId}::uuid for update`);
	const [row] = await tx.execute<{ contact: string }>(query`
		select jsonb_build_object(
			'callerNumber', k.caller_number, 'presentation', k.presentation,
			'customerId', k.customer_id,
			'links', (select coalesce(jsonb_agg(linked.one), '[]') from (
				select jsonb_build_object('customerId', c.id, 'isSafeContact', c.is_safe_contact,
					'belongs', max(p.belongs) filter (where p.belongs_until >= ${today}::date)) as one
				from customer_phones p join customers c on c.id = p.customer_id
				where p.e164 = k.caller_number and (p.to_on is null or p.to_on >= ${today}::date)
				group by c.id order by c.id) linked),
			'events', (select coalesce(jsonb_agg(${query.raw(EVENT_JSON)} order by e.seq), '[]')
				from contact_events e where e.contact_id = k.id),
			'keys', (select coalesce(jsonb_agg(e.key), '[]') from contact_events e
				where e.contact_id = k.id and e.key is not null)
		)::text as contact
		from contacts k where k.id = ${contactId}::uuid`);
	if (!row) return undefined;
	const { links, ...contact } = JSON.parse(row.contact) as InHandJson;
	const candidates = candidatesOf(links);
	const events = contact.events.map(withInstant);
	return { ...contact, candidates, linkedCount: links.length, events };
}
