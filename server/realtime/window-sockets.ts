/**
 * The sockets of customers' own windows, in a space of their own: whoever has a window's code is told what is shown in
 * it, and nothing that is sent here is listened to. No session opens one, and one opens nothing else.
 */
import type { Server } from 'socket.io';
import type { WindowView } from '#shared/contacts/shown/window/window-view.ts';
import { WINDOW_SPACE, type ClientToServer, type ServerToClient } from '#shared/realtime/events.ts';
import type { SignedIn } from '../officers/auth.ts';

export type WindowSockets = {
	/** `doorOf` is the contact that a code opens, `viewOf` what is shown in its window now. */
	serve(windows: {
		doorOf: (code: string) => string | undefined;
		viewOf: (contactId: string) => WindowView | undefined;
	}): void;
	tell(contactId: string, view: WindowView): void;
	/** Nothing more is shown in it, and its code is no more. */
	end(contactId: string): void;
};

type Io = Server<ClientToServer, ServerToClient, Record<string, never>, SignedIn>;

export function windowSockets(io: Io): WindowSockets {
	const space = io.of(WINDOW_SPACE);
	const roomOf = (contactId: string) => `window:${contactId}`;
	return {
		serve({ doorOf, viewOf }) {
			space.use((screen, next) =>
				next(doorIn(screen.handshake.auth) ? undefined : new Error(ENDED))
			);
			space.on('connection', (screen) => {
				const contactId = doorIn(screen.handshake.auth);
				const view = contactId && viewOf(contactId);
				if (!view) return void screen.disconnect();
				void screen.join(roomOf(contactId));
				screen.emit('window:changed', view);
			});
			function doorIn(auth: Record<string, unknown>): string | undefined {
				const { code } = auth;
				return typeof code === 'string' ? doorOf(code) : undefined;
			}
		},
		tell: (contactId, view) => void space.to(roomOf(contactId)).emit('window:changed', view),
		end: (contactId) => void space.in(roomOf(contactId)).disconnectSockets()
	};
}

/** A word that the page acts on. */
const ENDED = 'window-ended';
