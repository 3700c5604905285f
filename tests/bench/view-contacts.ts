/** Contacts of the bench's own, each in an officer's hands with a customer who has passed identity. */
import postgres from 'postgres';
import { instantInLondon, type Day } from '#shared/time/day.ts';

export const OFFICER = 'officer-priya';

/** How they are told from any other. */
const SOURCE = 'bench-view';

export type WrittenContacts = { ids: readonly string[]; clear(): Promise<void> };

export async function contactsWritten(
	url: string,
	{ count, on }: { count: number; on: Day }
): Promise<WrittenContacts> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	const clear = async () => {
		await sql`delete from contact_events e using contacts k
			where k.id = e.contact_id and k.source = ${SOURCE}`;
		await sql`delete from contacts where source = ${SOURCE}`;
	};
	// A bench that was killed left its own behind.
	await clear();
	const ids = await write(sql, { count, at: instantInLondon(on, '09:30') });
	await sql`analyze contacts, contact_events`;
	return {
		ids,
		async clear() {
			await clear();
			await sql.end();
		}
	};
}

async function write(
	sql: postgres.Sql,
	{ count, at }: { count: number; at: string }
): Promise<readonly string[]> {
	// Customers far apart: neighbours in the index would be neighbours on the disk.
	const rows = await sql<{ id: string }[]>`
		insert into contacts (id, channel, presentation, caller_number, officer_ids, customer_id, version,
			started_at, source, source_contact_id)
		select gen_random_uuid(), 'phone', 'allowed', '+441632960199', array[${OFFICER}], c.id, 4,
			${at}::timestamptz, ${SOURCE}, c.id::text
		from (select id from customers where died_on is null order by md5(id::text) limit ${count}) c
		returning id`;
	await sql`
		insert into contact_events (contact_id, seq, type, at, officer_id, body)
		select k.id, line.seq, line.type, k.started_at, line.by, line.body
		from contacts k, lateral (values
			(1, 'contactStarted', null, jsonb_build_object('channel', 'phone', 'direction', 'inbound',
				'presentation', 'allowed', 'dialled', null)),
			(2, 'answered', null, jsonb_build_object('officerId', ${OFFICER}::text)),
			(3, 'customerChosen', ${OFFICER}::text,
				jsonb_build_object('customerId', k.customer_id, 'how', 'search')),
			(4, 'identityPassed', ${OFFICER}::text,
				jsonb_build_object('customerId', k.customer_id, 'passedBy', 'answers'))
		) as line(seq, type, by, body)
		where k.source = ${SOURCE}`;
	return rows.map(({ id }) => id);
}
