/**
 * The messages that switches have posted, in the database: a message is taken once, whichever process it came to, and
 * stays until the process that listens has heard it. What it said of a caller is wiped ten minutes after that, and the
 * message is forgotten after thirty days, when no provider sends it again.
 */
import type { Call } from '#shared/calls/lines.ts';
import type { Instant } from '#shared/time/day.ts';
import type { RawSql } from '../../../db/client.ts';
import type { Count, Said } from '../dialect.ts';
import type { Waiting } from './in-turn.ts';
import type { Known } from './silent.ts';

export const MOST_AT_ONCE = 200;

export type Posted = {
	source: string;
	messageId: string;
	said: readonly Said[];
	count: Count | null;
	at: Instant;
};

/** False where it has come before. Whoever listens, in whatever process, is told. */
export async function take(sql: RawSql, posted: Posted): Promise<boolean> {
	const { source, messageId, said, count, at } = posted;
	const about = said.find((each) => 'contactId' in each);
	const contactId = about && 'contactId' in about ? about.contactId : null;
	const taken = await sql`
		with taken as (
			insert into webhook_messages
				(source, message_id, received_at, contact_id, counted_by, sequence, said)
			values (${source}, ${messageId}, ${at}, ${contactId}, ${count?.of ?? null},
				${count?.sequence ?? null}, ${JSON.stringify(said)})
			on conflict do nothing
			returning source)
		select pg_notify('webhook_taken', source) from taken`;
	return taken.length > 0;
}

export type Unheard = Omit<Waiting, 'waited'> & { messageId: string };

export async function unheard(sql: RawSql, source: string): Promise<Unheard[]> {
	const rows = await sql<(Omit<Unheard, 'said'> & { said: string })[]>`
		select message_id as "messageId", number, counted_by as "countedBy", sequence, said
		from webhook_messages
		where source = ${source} and heard_at is null and said is not null
		order by number limit ${MOST_AT_ONCE}`;
	return rows.map(({ said, ...row }) => ({ ...row, said: JSON.parse(said) as Said[] }));
}

/**
 * What was written of these messages is said here, together with what is known of their calls now: whoever takes over
 * hears either all of them again or none. Only whoever still listens may say it.
 */
export async function heard(
	sql: RawSql,
	{
		source,
		messageIds,
		calls,
		term,
		at
	}: {
		source: string;
		messageIds: readonly string[];
		calls: readonly Known[];
		term: number;
		at: Instant;
	}
): Promise<void> {
	const kept = calls.map(({ call, at: heardAt }) => ({
		contact_id: call.contactId,
		call: call.ended ? null : JSON.stringify(call),
		heard_at: heardAt,
		ended_at: call.ended?.at ?? null
	}));
	await sql`
		with listener as (
			select term from switch_terms where source = ${source} for share
		), ours as (
			select 1 where coalesce((select term from listener), 0) = ${term}
		), kept as (
			insert into webhook_calls as k (source, contact_id, call, heard_at, ended_at)
			select ${source}, each.contact_id, each.call, each.heard_at, each.ended_at
			from ours, jsonb_to_recordset(${JSON.stringify(kept)}::text::jsonb)
				as each(contact_id text, call text, heard_at timestamptz, ended_at timestamptz)
			on conflict (source, contact_id) do update set
				call = excluded.call, heard_at = excluded.heard_at, ended_at = excluded.ended_at
		)
		update webhook_messages set heard_at = ${at}
		where exists (select from ours) and source = ${source}
			and message_id = any(${[...messageIds]}::text[])`;
}

/** The calls that were on when somebody listened last. */
export async function callsKnown(sql: RawSql, source: string): Promise<Known[]> {
	const rows = await sql<{ call: string; at: Instant }[]>`
		select call, heard_at as at from webhook_calls
		where source = ${source} and call is not null order by heard_at`;
	return rows.map(({ call, at }) => ({ call: JSON.parse(call) as Call, at }));
}

/** The calls that have ended lately: news of them changes nothing any more. */
export async function endedLately(sql: RawSql, source: string): Promise<string[]> {
	const rows = await sql<{ id: string }[]>`
		(select source_contact_id as id from contacts
		where source = ${source} and closed_at is not null
		order by started_at desc limit 2000)
		union
		(select contact_id from webhook_calls
		where source = ${source} and ended_at is not null
		order by heard_at desc limit 2000)`;
	return rows.map(({ id }) => id);
}

/** Nobody needs to know any more what these said, or that they came. */
export async function wipe(sql: RawSql, at: Instant): Promise<void> {
	await sql`
		update webhook_messages set said = null
		where said is not null and heard_at < ${at}::timestamptz - interval '10 minutes'`;
	await sql`
		delete from webhook_calls where ended_at < ${at}::timestamptz - interval '30 days'`;
	await sql`
		delete from webhook_messages where received_at < ${at}::timestamptz - interval '30 days'`;
}
