/**
 * The messages that switches have posted, in the database: a message is taken once, whichever process it came to, and
 * stays until the process that listens has heard it. What it said of a caller is wiped ten minutes after that, and the
 * message is forgotten after thirty days, when no provider sends it again.
 */
import type { Instant } from '#shared/time/day.ts';
import type { RawSql } from '../../db/client.ts';
import type { Count, Said } from './dialect.ts';
import type { Waiting } from './in-turn.ts';

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

export async function heard(
	sql: RawSql,
	{ source, messageIds, at }: { source: string; messageIds: readonly string[]; at: Instant }
): Promise<void> {
	await sql`
		update webhook_messages set heard_at = ${at}
		where source = ${source} and message_id in ${sql([...messageIds])}`;
}

/** The calls that have ended lately: news of them changes nothing any more. */
export async function endedLately(sql: RawSql, source: string): Promise<string[]> {
	const rows = await sql<{ id: string }[]>`
		select source_contact_id as id from contacts
		where source = ${source} and closed_at is not null
		order by started_at desc limit 2000`;
	return rows.map(({ id }) => id);
}

/** Nobody needs to know any more what these said, or that they came. */
export async function wipe(sql: RawSql, at: Instant): Promise<void> {
	await sql`
		update webhook_messages set said = null
		where said is not null and heard_at < ${at}::timestamptz - interval '10 minutes'`;
	await sql`
		delete from webhook_messages where received_at < ${at}::timestamptz - interval '30 days'`;
}
