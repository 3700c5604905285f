/**
 * An officer's end of the line, the same for both sides of the bench: a Socket.IO client that folds what it hears as a
 * page does, says when a new contact is held, and puts it away when its call has ended.
 */
import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { EMPTY, type Contact } from '#shared/contacts/state/fold.ts';
import { keptOnly, taken, type Held } from '../../src/lib/contacts/held.ts';
import { nowUs, type ClientAsked, type ClientSaid } from './protocol.ts';

type View = { contactId: string; version: number; contact: Partial<Contact> };

const { origin, cookie } = JSON.parse(process.argv[2] ?? '') as ClientAsked;
const headers = { origin, ...(cookie === null ? {} : { cookie }) };
const seen = new Set<string>();
const away = new Set<string>();
let held: Held<View> = {};

// Without whoever asked, there is nothing to do.
process.on('disconnect', () => process.exit());

const say = (said: ClientSaid) => process.send?.(said);

const socket = io(origin, { transports: ['websocket'], extraHeaders: headers });
socket.on('connect', () => say({ kind: 'ready' }));
socket.on('contact:changed', (view: View) => {
	const { contactId } = view;
	if (away.has(contactId)) return;
	// As a page makes it whole.
	const contact = { ...EMPTY, ...view.contact };
	held = taken(held, contactId, { ...view, contact });
	const atUs = nowUs();
	if (!seen.has(contactId)) say({ kind: 'popped', atUs });
	else if (contact.endedAt !== null) void putAway(contactId);
	seen.add(contactId);
});

async function putAway(contactId: string): Promise<void> {
	away.add(contactId);
	held = keptOnly(held, { ids: [], isHeardSince: () => false });
	if (cookie !== null) await dismiss(contactId);
	say({ kind: 'cleared' });
}

async function dismiss(contactId: string): Promise<void> {
	const answer = await fetch(`${origin}/trpc/contacts.act`, {
		method: 'POST',
		headers: { ...headers, 'content-type': 'application/json' },
		body: JSON.stringify({
			contactId,
			events: [{ key: randomUUID(), body: { type: 'dismissed' } }]
		})
	});
	const said = await answer.text();
	if (!answer.ok || !said.includes('"ok":true')) throw new Error(`Not put away: ${said}`);
}
