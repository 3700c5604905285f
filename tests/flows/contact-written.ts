/** A contact in an officer's hands, written as the owner, and the router as that officer calls it. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { createCaller } from '#server/router.ts';
import type { Channel } from '#shared/contacts/log/events.ts';
import { AT, type Product } from './product.ts';

export function asked(product: Product, name = 'priya') {
	const officer = product.people[name] ?? null;
	return createCaller({ officer, app: product.app, requestId: 'TEST-TEST' });
}

/** A contact that this officer has, from this number; null is a number withheld. */
export async function contactWith(
	{ product, owner }: { product: Product; owner: postgres.Sql },
	{ number, channel = 'phone', who = 'priya' }: { number?: string; channel?: Channel; who?: string }
): Promise<string> {
	const id = randomUUID();
	const officerId = product.people[who]?.id ?? '';
	const presentation = channel === 'phone' ? (number ? 'allowed' : 'withheld') : null;
	await owner`insert into contacts ${owner({
		id,
		channel,
		presentation,
		caller_number: number ?? null,
		officer_ids: [officerId],
		version: 2,
		started_at: AT
	})}`;
	const started = { channel, direction: 'inbound', presentation, dialled: null };
	const lines = [
		['contactStarted', started],
		[channel === 'phone' ? 'answered' : 'received', { officerId }]
	] as const;
	for (const [index, [type, body]] of lines.entries()) {
		await owner`insert into contact_events (contact_id, seq, type, at, body)
			values (${id}, ${index + 1}, ${type}, ${AT}, ${JSON.stringify(body)}::text::jsonb)`;
	}
	return id;
}

export async function logOf(owner: postgres.Sql, contactId: string): Promise<string> {
	const rows = await owner`select e.*, d.words from contact_events e
		left join contact_event_details d using (contact_id, seq)
		where contact_id = ${contactId} order by seq`;
	return JSON.stringify(rows);
}
