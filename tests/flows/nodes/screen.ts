/** An officer's screen at one process: holds what it is told, newer wins, and asks for what it lacks, as the page does. */
import { io } from 'socket.io-client';
import { wholeView } from '#shared/contacts/shown/carried-view.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { ServerToClient } from '#shared/realtime/events.ts';
import type { Socket } from 'socket.io-client';
import type { Node } from './nodes.ts';

export type Screen = {
	node: Node;
	held(): readonly ContactView[];
	of(contactId: string): ContactView | undefined;
	close(): void;
};

export async function openScreen(
	node: Node,
	{ cookie, officerId }: { cookie: string; officerId: string }
): Promise<Screen> {
	const held = new Map<string, ContactView>();
	const take = (view: ContactView) => {
		const known = held.get(view.contactId);
		if (!known || known.contact.version <= view.contact.version) held.set(view.contactId, view);
	};
	const mine = async () => {
		for (const view of await node.ask<ContactView[]>({ kind: 'mine', officerId })) take(view);
	};
	const socket: Socket<ServerToClient> = io(node.origin, {
		transports: ['websocket'],
		reconnection: false,
		forceNew: true,
		extraHeaders: { origin: node.origin, cookie }
	});
	const opened = new Promise<void>((resolve, reject) => {
		socket.on('connect', resolve);
		socket.on('connect_error', reject);
	});
	socket.on('contact:changed', (view) => take(wholeView(view)));
	socket.on('versions:told', ({ contacts }) => {
		for (const contactId of held.keys()) if (!(contactId in contacts)) held.delete(contactId);
		const lacks = Object.entries(contacts).some(
			([contactId, version]) => (held.get(contactId)?.contact.version ?? 0) < version
		);
		if (lacks) void mine();
	});
	await opened;
	await mine();
	return {
		node,
		held: () => [...held.values()],
		of: (contactId) => held.get(contactId),
		close: () => void socket.disconnect()
	};
}
