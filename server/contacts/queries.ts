/** What the contacts room asks of the database: one contact whole, whose screens hold what, what is up now. */
import type { Caller, Presentation } from '../../shared/calls/events.ts';
import { LARGEST_PICKER } from '../../shared/customers/caller.ts';
import type { ContactEvent } from '../../shared/contacts/events.ts';
import type { PersonRecord } from '../../shared/contacts/projection.ts';
import type { Day } from '../../shared/time/day.ts';
import type { RawSql } from '../db/client.ts';
import { peopleJson } from './people-sql.ts';
import { DRAFTS_JSON, EVENT_JSON, withInstant } from './ring.ts';

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
	candidates: { count: number; people: PersonRecord[] };
};

const CONTACT = `
select jsonb_build_object(
	'contactId', k.id, 'version', k.version, 'source', k.source,
	'sourceContactId', k.source_contact_id, 'officerIds', k.officer_ids,
	'caller', jsonb_build_object('number', k.caller_number, 'presentation', k.presentation,
		'name', k.caller_name),
	'events', (select coalesce(jsonb_agg(${EVENT_JSON} order by e.seq), '[]')
		from contact_events e where e.contact_id = k.id),
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
		...candidates
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

/** Phone contacts not yet closed: what a server that starts again must go on with. */
export async function openCallIds(sql: RawSql): Promise<string[]> {
	const rows = await sql<{ id: string }[]>`
		select id from contacts where closed_at is null and source is not null`;
	return rows.map((row) => row.id);
}
