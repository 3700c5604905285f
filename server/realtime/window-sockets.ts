/**
 * The sockets of customers' own windows, in a space of their own: whoever comes first with a window's code is told what
 * is shown in it, one at a time, and nothing that is sent here is listened to. No session opens one, and one opens
 * nothing else.
 */
import type { Server } from 'socket.io';
import type { WindowView } from '#shared/contacts/shown/window/window-view.ts';
import { WINDOW_SPACE, type ClientToServer, type ServerToClient } from '#shared/realtime/events.ts';
import type { SignedIn } from '../officers/auth.ts';

export type WindowSockets = {
	/** `doorOf` is the contact that a code, which is then used, or its pass opens; `viewOf` what is shown in it now. */
	serve(windows: {
		doorOf: (auth: Readonly<Record<string, unknown>>) => Door | undefined;
		viewOf: (contactId: string) => WindowView | undefined;
	}): void;
	tell(contactId: string, view: WindowView): void;
	/** Nothing more is shown in it, and its code is no more. */
	end(contactId: string): void;
};

type Door = { contactId: string; pass: string };

type Io = Server<ClientToServer, ServerToClient, Record<string, never>, SignedIn>;

export function windowSockets(io: Io): WindowSockets {
	const space = io.of(WINDOW_SPACE);
	const roomOf = (contactId: string) => `window:${contactId}`;
	return {
		serve({ doorOf, viewOf }) {
			const doors = new WeakMap<object, Door>();
			space.use((screen, next) => {
				const door = doorOf(screen.handshake.auth);
				if (!door) return next(new Error(ENDED));
				doors.set(screen, door);
				next();
			});
			space.on('connection', (screen) => {
				const door = doors.get(screen);
				const view = door && viewOf(door.contactId);
				if (!view) return void screen.disconnect();
				const room = roomOf(door.contactId);
				// One window: the one before is gone, or another was opened in its place.
				space.in(room).disconnectSockets();
				void screen.join(room);
				screen.emit('window:opened', door.pass);
				screen.emit('window:changed', view);
			});
		},
		tell: (contactId, view) => void space.to(roomOf(contactId)).emit('window:changed', view),
		end: (contactId) => void space.in(roomOf(contactId)).disconnectSockets()
	};
}

/** A word that the page acts on. */
const ENDED = 'window-ended';
