/**
 * The sockets of customers' own windows, in a space of their own: whoever comes first with a window's code is told what
 * is shown in it, one at a time at whichever process, and nothing that is sent here is listened to. No session opens
 * one, and one opens nothing else.
 */
import type { Server } from 'socket.io';
import type { WindowView } from '#shared/contacts/shown/window/window-view.ts';
import { WINDOW_SPACE, type ClientToServer, type ServerToClient } from '#shared/realtime/events.ts';
import type { SignedIn } from '../officers/auth.ts';

/** What a code, which is then used, or what it gave opens. */
export type Door = { contactId: string; pass: string };

export type WindowDoors<Opened extends Door = Door> = {
	/** Undefined where nothing is opened by it, any more or at all. */
	doorOf(auth: Readonly<Record<string, unknown>>): Promise<Opened | undefined>;
	/** It is open here; what is shown in it is to be told. */
	opened(door: Opened): void;
	/** No window of this contact is open here any more. */
	left(contactId: string): void;
	failed(cause: unknown): void;
};

export type WindowSockets = {
	serve<Opened extends Door>(doors: WindowDoors<Opened>): void;
	/** The window that is open here. */
	tell(contactId: string, view: WindowView): void;
	/** Nothing more is shown in the one that is open here. */
	end(contactId: string): void;
};

type Io = Server<ClientToServer, ServerToClient, Record<string, never>, SignedIn>;

export function windowSockets(io: Io): WindowSockets {
	const space = io.of(WINDOW_SPACE);
	const roomOf = (contactId: string) => `window:${contactId}`;
	return {
		serve<Opened extends Door>(doors: WindowDoors<Opened>) {
			const through = new WeakMap<object, Opened>();
			space.use((screen, next) => {
				doors.doorOf(screen.handshake.auth).then(
					(door) => {
						if (!door) return next(new Error(ENDED));
						through.set(screen, door);
						next();
					},
					(cause: unknown) => {
						doors.failed(cause);
						next(new Error(NOT_NOW));
					}
				);
			});
			space.on('connection', (screen) => {
				const door = through.get(screen);
				if (!door) return void screen.disconnect();
				const room = roomOf(door.contactId);
				// One window: the one before is gone, or another was opened in its place, maybe at another process.
				space.in(room).except(screen.id).disconnectSockets();
				void screen.join(room);
				screen.on('disconnect', () => {
					if (!space.adapter.rooms.has(room)) doors.left(door.contactId);
				});
				screen.emit('window:opened', door.pass);
				doors.opened(door);
			});
		},
		tell: (contactId, view) => void space.local.to(roomOf(contactId)).emit('window:changed', view),
		end: (contactId) => void space.local.in(roomOf(contactId)).disconnectSockets()
	};
}

/** Words that the page acts on: it is over, and it may be tried again. */
const ENDED = 'window-ended';
const NOT_NOW = 'not-now';
