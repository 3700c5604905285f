/**
 * The switch's side of the manager interface, for a simulator or a recording that speaks as one: banner, sign-in, and
 * each action answered with the client's own ActionID. It hears its own words with the same ear as our adapter, so that
 * whoever comes late can be given the calls that are on.
 */
import { createServer, type Server, type Socket } from 'node:net';
import { instant } from '#shared/time/day.ts';
import { createEars, type Ears } from './adapter.ts';
import { hear } from './hear.ts';
import { LISTS, textOf, type Line, type List } from './lists.ts';
import { field, type Message } from './message.ts';
import { Parser } from './parser.ts';

/** One signed-in client. */
export type Session = {
	readonly socket: Socket;
	/** Signed in and has had its lists: what is said now it will take in. */
	isListening: boolean;
	/** Answers that wait until an event is said to its end. */
	readonly waiting: string[];
};

export type Act = (
	session: Session,
	action: Message
) => readonly Line[] | Promise<readonly Line[]> | null;

const BANNER = 'Asterisk Call Manager/11.0.0\r\n';

export class AmiServer {
	readonly #server: Server;
	readonly #sessions = new Set<Session>();
	readonly #act: Act;
	readonly #listening: (session: Session) => void;
	readonly #isBetween: () => boolean;
	readonly #parser: Parser;
	/** What has been said so far, heard by ourselves. */
	readonly #mirror: Ears;

	/**
	 * `act` answers the actions that are not answered here: the lines of a response, or null for one it does not know.
	 * Whoever says events in pieces tells by `isBetween` when none is half said, and then calls `answerWaiting`.
	 */
	constructor({
		act,
		onListening,
		isBetween = () => true
	}: {
		act: Act;
		onListening?: (session: Session) => void;
		isBetween?: () => boolean;
	}) {
		this.#act = act;
		this.#isBetween = isBetween;
		this.#listening = onListening ?? (() => undefined);
		this.#mirror = createEars({
			source: 'mirror',
			isTrustedTrunk: false,
			now: () => instant('1970-01-01T00:00:00Z'),
			onEvent: () => undefined
		});
		this.#parser = new Parser({ message: (message) => hear(this.#mirror, message) });
		this.#server = createServer((socket) => this.#accept(socket));
	}

	/** Resolves with the port it listens on; 0 asks for any. */
	listen({ host, port }: { host: string; port: number }): Promise<number> {
		const { promise, resolve, reject } = Promise.withResolvers<number>();
		this.#server.once('error', reject);
		this.#server.listen(port, host, () => {
			const address = this.#server.address();
			resolve(typeof address === 'object' && address ? address.port : port);
		});
		return promise;
	}

	async close(): Promise<void> {
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#server.close(() => resolve());
		for (const { socket } of this.#sessions) socket.destroy();
		await promise;
	}

	get sessions(): ReadonlySet<Session> {
		return this.#sessions;
	}

	get mirror(): Ears {
		return this.#mirror;
	}

	/** Says one event to everyone. */
	say(lines: readonly Line[]): void {
		const bytes = Buffer.from(textOf(lines));
		this.heard(bytes);
		for (const session of this.#sessions) session.socket.write(bytes);
	}

	/** Keeps the mirror true to bytes that were sent by hand. */
	heard(bytes: Buffer): void {
		this.#parser.push(bytes);
	}

	answerWaiting(): void {
		for (const { socket, waiting } of this.#sessions) {
			for (const text of waiting.splice(0)) socket.write(text);
		}
	}

	#accept(socket: Socket): void {
		const session: Session = { socket, isListening: false, waiting: [] };
		const parser = new Parser({ message: (action) => void this.#answer(session, action) });
		socket.setNoDelay(true);
		socket.on('data', (chunk) => parser.push(chunk));
		socket.on('error', () => socket.destroy());
		socket.on('close', () => this.#sessions.delete(session));
		socket.write(BANNER);
	}

	async #answer(session: Session, action: Message): Promise<void> {
		const name = field(action, 'action');
		const id: readonly Line[] = [['ActionID', field(action, 'actionid')]];
		const respond = (response: string, ...lines: readonly Line[]) => {
			const text = textOf([['Response', response], ...id, ...lines]);
			if (this.#isBetween()) session.socket.write(text);
			else session.waiting.push(text);
		};
		if (name === 'Login') {
			respond('Success', ['Message', 'Authentication accepted']);
			this.#sessions.add(session);
			return;
		}
		if (!this.#sessions.has(session))
			return void respond('Error', ['Message', 'Permission denied']);
		if (name === 'Ping') return void respond('Success', ['Ping', 'Pong']);
		const list = LISTS.get(name);
		if (list) return this.#list(session, id, list);
		const answered = await this.#act(session, action);
		if (answered) respond('Success', ...answered);
		else respond('Error', ['Message', 'Invalid/unknown command']);
	}

	#list(session: Session, id: readonly Line[], list: List): void {
		const items = list.items(this.#mirror);
		const all = [
			[['Response', 'Success'], ...id, ['EventList', 'start'], ['Message', list.announces]],
			...items.map(([event, ...lines]) => [event, ...id, ...lines]),
			[['Event', list.ends], ...id, ['EventList', 'Complete'], ['ListItems', items.length]]
		] as const satisfies readonly (readonly Line[])[];
		session.socket.write(all.map(textOf).join(''));
		if (list.ends !== 'BridgeListComplete' || session.isListening) return;
		session.isListening = true;
		this.#listening(session);
	}
}
