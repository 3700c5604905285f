/**
 * The pop's one statement: what the switch said is appended to the contact's log, the contact and the officers' tiles
 * move with it, and the reply holds everything the screen needs. One round trip and one commit: when the reply is
 * here, it is written. The row that says who listens is held meanwhile, so that nobody takes the switch over between
 * the look at it and the commit.
 */
import { LARGEST_PICKER } from '../../../shared/customers/caller.ts';
import type { Presentation } from '../../../shared/calls/events.ts';
import type { ContactEvent, ContactEventBody } from '../../../shared/contacts/log/events.ts';
import type { PersonRecord } from '../../../shared/contacts/shown/disclosure.ts';
import type { Presence, Tile } from '../../../shared/monitoring/tile.ts';
import { day, instant, type Day, type Instant } from '../../../shared/time/day.ts';
import type { HotParameter, RawSql } from '../../db/client.ts';
import { raisedTiles, TILE_JSON } from '../../monitoring/tile-sql.ts';
import { peopleJson, wholePeople, type ReadPerson } from '../people-sql.ts';

/** What a contact does to one officer's tile. A null presence gives back what the officer chose. */
export type TileChange = {
	officerId: string;
	presence: Presence | null;
	contactId: string | null;
	step: string | null;
};

export type Ring = {
	/** We have heard nothing of the call: then this is its pop. */
	isFirst: boolean;
	/** Used only if nobody has. */
	newContactId: string;
	source: string;
	sourceContactId: string;
	presentation: Presentation;
	callerNumber: string | null;
	callerName: string | null;
	officerIds: readonly string[];
	isClosed: boolean;
	events: readonly ContactEventBody[];
	tiles: readonly TileChange[];
	at: Instant;
	today: Day;
	/** Of the one who listens: an older one than the switch's own writes nothing. */
	term: number;
};

export type Rung = {
	contactId: string;
	version: number;
	/** The log before these events: with them, the whole of it, unless the version says that there is more. */
	earlier: readonly ContactEvent[];
	drafts: Readonly<Record<string, string>>;
	count: number;
	people: readonly PersonRecord[];
	tiles: readonly Tile[];
};

/** A log line as `ContactEvent` has it, from the columns of `contact_events` and its words beside it. */
export const EVENT_JSON = `e.body || jsonb_build_object('type', e.type, 'seq', e.seq, 'at', e.at,
	'by', e.officer_id) || coalesce((select jsonb_build_object('words', w.words)
		from contact_event_details w where w.contact_id = e.contact_id and w.seq = e.seq), '{}')`;

export const DRAFTS_JSON = `select coalesce(json_object_agg(d.field, d.value), '{}') from contact_drafts d`;

const SO_FAR = `
	'earlier', to_json(array(select ${EVENT_JSON}
		from contact_events e where e.contact_id = contact.id order by e.seq)),
	'drafts', (${DRAFTS_JSON} where d.contact_id = contact.id),`;

/** The pop: nothing was said before of a call that nobody knew, nothing is half typed, and nobody is chosen. */
export const POP = statement({ isFirst: true });

/** Whatever the switch says of a call later. */
export const NEWS = statement({ isFirst: false });

function statement({ isFirst }: { isFirst: boolean }): string {
	const people = { number: '$5', chosen: isFirst ? null : 'contact.customer_id', today: '$12' };
	return `
with listener as (
	select term from switch_terms where source = $2::text for share
), contact as (
	insert into contacts as k (id, channel, source, source_contact_id, presentation, caller_number,
		caller_name, officer_ids, version, started_at, closed_at)
	select $1::uuid, 'phone', $2::text, $3::text, $4::text, $5::text, $6::text, $7::text::text[],
		$13::integer, $11::timestamptz,
		case when $8::boolean then $11::timestamptz end
	where coalesce((select term from listener), 0) = $14::bigint
	on conflict (source, source_contact_id) do update set
		presentation = excluded.presentation, caller_number = excluded.caller_number,
		caller_name = excluded.caller_name, officer_ids = excluded.officer_ids,
		version = k.version + excluded.version, closed_at = excluded.closed_at
	returning id, version, customer_id
), appended as (
	insert into contact_events (contact_id, seq, type, at, body)
	select contact.id, contact.version - $13::integer + heard.n,
		heard.event ->> 'type', $11::timestamptz, heard.event - 'type'
	from contact, jsonb_array_elements($9::text::jsonb) with ordinality as heard(event, n)
), raised as (
	${raisedTiles({ changes: '(select $10::text from contact)', at: '$11' })}
)
select json_build_object(
	'contactId', contact.id, 'version', contact.version,${isFirst ? '' : SO_FAR}
	'tiles', to_json(array(select ${TILE_JSON} from raised t)),
	'candidates', ${peopleJson(people, LARGEST_PICKER)}
)::text as rung
from contact`;
}

type RungJson = Omit<Rung, 'count' | 'people' | 'earlier' | 'drafts'> & {
	earlier?: ContactEvent[];
	drafts?: Record<string, string>;
	candidates: { count: number; people: ReadPerson[] };
};

/** Null where somebody else listens to the switch by now: nothing is written. */
export async function ring(hotSql: RawSql, call: Ring): Promise<Rung | null> {
	const asked = call.isFirst ? POP : NEWS;
	const [row] = await hotSql.unsafe<{ rung: string }[]>(asked, ringParameters(call), {
		prepare: true
	});
	if (!row) return null;
	const { candidates, earlier = [], drafts = {}, ...rung } = JSON.parse(row.rung) as RungJson;
	return {
		...rung,
		earlier: earlier.map(withInstant),
		drafts,
		tiles: rung.tiles.map(withInstant),
		count: candidates.count,
		people: wholePeople(candidates.people)
	};
}

/** In the statement's order; also what warms it. */
export function ringParameters(call: Ring): HotParameter[] {
	return [
		call.newContactId,
		call.source,
		call.sourceContactId,
		call.presentation,
		call.callerNumber,
		call.callerName,
		`{${call.officerIds.map((id) => JSON.stringify(id)).join(',')}}`,
		call.isClosed,
		JSON.stringify(call.events),
		JSON.stringify(call.tiles),
		call.at,
		call.today,
		call.events.length,
		call.term
	];
}

/** Parameters that plan the statement and would write nothing anybody sees: warming rolls back. */
export const WARMING = ringParameters({
	isFirst: true,
	newContactId: '00000000-0000-4000-8000-000000000000',
	source: 'warming',
	sourceContactId: 'warming',
	presentation: 'unknown',
	callerNumber: null,
	callerName: null,
	officerIds: [],
	isClosed: true,
	events: [],
	tiles: [],
	at: instant('2000-01-01T00:00:00Z'),
	today: day('2000-01-01'),
	term: 0
});

/** Postgres writes an instant with `+00:00`; ours end in `Z`, so that they compare as strings. */
export function withInstant<T extends { at: Instant }>(row: T): T {
	return { ...row, at: instant(row.at) };
}
