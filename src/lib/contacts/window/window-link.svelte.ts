/**
 * The customer's own window hears what is shown in it and can ask for nothing. Its code is used once and taken out of
 * the address; what it gave is kept in this window alone. Whatever ends the link blanks it at once.
 */
import { io, type Socket } from 'socket.io-client';
import type { WindowView } from '#shared/contacts/shown/window/window-view.ts';
import { WINDOW_SPACE, type ServerToClient } from '#shared/realtime/events.ts';
import { serverClock } from '../../clock.svelte.ts';

/** Only what a window is told. */
type Told = Pick<ServerToClient, 'window:changed' | 'window:opened'>;

const KEPT = 'window-pass';

export class WindowLink {
	/** Null while nothing may be shown. */
	view = $state.raw<WindowView | null>(null);
	/** Somebody has to type the code that stands on the officer's screen. */
	isClosed = $state(false);
	#socket: Socket<Told> | undefined;

	/** Opens it with the code in the address, or again with what one gave here before; answers how to close it. */
	begin(): () => void {
		const given = location.hash.slice(1);
		if (given !== '') history.replaceState(history.state, '', location.pathname);
		const pass = sessionStorage.getItem(KEPT);
		if (given !== '') this.open(given);
		else if (pass !== null) this.#connect({ pass });
		else this.isClosed = true;
		return () => this.#socket?.close();
	}

	open(typed: string): void {
		this.#connect({ code: typed.toUpperCase().replace(/[^A-Z0-9]/g, '') });
	}

	#connect(first: { code: string } | { pass: string }): void {
		let auth: { code: string } | { pass: string } = first;
		this.#socket?.close();
		this.isClosed = false;
		const socket: Socket<Told> = io(WINDOW_SPACE, {
			transports: ['websocket'],
			auth: (give) => give(auth),
			reconnectionDelayMax: 2_000,
			forceNew: true
		});
		this.#socket = socket;
		socket.on('window:opened', (pass) => {
			auth = { pass };
			sessionStorage.setItem(KEPT, pass);
		});
		socket.on('window:changed', (view) => {
			serverClock.hear(view.at);
			this.view = view;
		});
		socket.on('disconnect', (reason) => {
			this.view = null;
			if (reason === 'io server disconnect') this.#end();
		});
		socket.on('connect_error', (error) => {
			this.view = null;
			if (error.message === 'window-ended') this.#end();
		});
	}

	/** Nobody comes back to it by going back. */
	#end(): void {
		sessionStorage.removeItem(KEPT);
		this.#socket?.close();
		this.isClosed = true;
	}
}
