/** A customer's own window at one process of several, and what an officer at the desk has asked a leader already. */
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { Database } from '#server/db/client.ts';
import { WINDOW_SPACE, type ServerToClient } from '#shared/realtime/events.ts';
import type { Node } from './nodes.ts';

export function openWindow(node: Node, auth: { code: string } | { pass: string | undefined }) {
	const screen: Socket<ServerToClient> = io(`${node.origin}${WINDOW_SPACE}`, {
		transports: ['websocket'],
		reconnection: false,
		forceNew: true,
		extraHeaders: { origin: node.origin },
		auth
	});
	onTestFinished(() => void screen.disconnect());
	let pass: string | undefined;
	let shown: string | undefined;
	let ended: string | undefined;
	screen.on('window:opened', (given) => (pass = given));
	screen.on('window:changed', (view) => (shown = view.shown.kind));
	screen.on('connect_error', (error) => (ended = error.message));
	screen.on('disconnect', (reason) => (ended = reason));
	return { pass: () => pass, shown: () => shown, ended: () => ended };
}

/** A leader had it open, and let it lapse. */
export async function askedOfSomebody(
	{ sql }: Database,
	{ contactId, officerId }: { contactId: string; officerId: string }
): Promise<void> {
	const [approvalId, customerId] = [randomUUID(), randomUUID()];
	const at = '2026-11-19T10:00:00Z';
	await sql`insert into customers (id, kind, family_name, source)
		values (${customerId}, 'person', 'Nobody', 'test')`;
	await sql`insert into approvals (id, contact_id, customer_id, officer_id, team_id, role, needs, reason,
			state, asked_at, expires_at, leader_id)
		values (${approvalId}, ${contactId}, ${customerId}, ${officerId}, 'revenues', 'leader', '[]', 'So.',
			'timed-out', ${at}, ${at}, 'somebody-else')`;
	const body = JSON.stringify({ approvalId, role: 'leader', expiresAt: at });
	await sql`with moved as (update contacts set version = version + 1 where id = ${contactId} returning version)
		insert into contact_events (contact_id, seq, type, at, body)
		select ${contactId}, version, 'approvalAsked', ${at}::timestamptz, ${body}::text::jsonb from moved`;
}
