/**
 * One connection to a switch's manager interface, from the first byte to the last: it logs in, asks and is answered by
 * ActionID, and notices a peer that has died without a word by asking it something every fifteen seconds.
 */
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { actionText, type Answer, type Fields } from './actions.ts';
import { field, type Message } from './message.ts';
import { Parser, type DroppedBecause } from './parser.ts';

export type Address = {
	host: string;
	port: number;
	username: string;
	secret: string;
	/** Encrypted, with the switch's certificate checked. */
	isTls?: boolean;
	/** What to trust instead of the system's own list. */
	ca?: string;
};

export type Pace = { answerMs: number; keepAliveMs: number };

export type ClosedBecause =
	'unreachable' | 'not-a-switch' | 'sign-in-refused' | 'silent' | 'closed' | 'ended';

type Waiting = {
	listed: Message[];
	/** The first answer of an action whose list is still to come. */
	opened: Message | null;
	isList: boolean;
	settle: (answer: Answer) => void;
};

export type ConnectionHears = {
	ready: () => void;
	event: (message: Message) => void;
	dropped: (because: DroppedBecause) => void;
	closed: (because: ClosedBecause) => void;
};

/** The classes of events we need: never the keys a caller presses. */
const CLASSES = 'system,call,agent,user';

/** More than a few calls say at once. */
const LARGE_READ = 16 * 1024;

export class Connection {
	readonly #address: Address;
	readonly #pace: Pace;
	readonly #hears: ConnectionHears;
	readonly #socket: Socket;
	readonly #waiting = new Map<string, Waiting>();
	readonly #deadline: NodeJS.Timeout;
	#keepAlive: NodeJS.Timeout | undefined;
	#asked = 0;
	#reads = 0;
	#why: ClosedBecause = 'unreachable';

	constructor(address: Address, pace: Pace, hears: ConnectionHears) {
		this.#address = address;
		this.#pace = pace;
		this.#hears = hears;
		this.#socket = socketTo(address);
		this.#deadline = setTimeout(() => this.#close('unreachable'), pace.answerMs);
		const parser = new Parser({
			banner: (line) => this.#greeted(line),
			message: (message) => this.#heard(message),
			dropped: hears.dropped
		});
		this.#socket.on('data', (chunk) => this.#read(parser, chunk));
		this.#socket.on('error', () => this.#socket.destroy());
		this.#socket.on('connect', () => (this.#why = 'closed'));
		this.#socket.on('close', () => this.#closed());
	}

	ask(action: string, fields: Fields = {}): Promise<Answer> {
		return this.#send(action, fields, false);
	}

	/** An action that is answered by a list of events. */
	list(action: string, fields: Fields = {}): Promise<Answer> {
		return this.#send(action, fields, true);
	}

	end(): void {
		this.#close('ended');
	}

	/** A switch that sends without end takes turns with whatever else waits. */
	#read(parser: Parser, chunk: Buffer): void {
		this.#reads += 1;
		parser.push(chunk);
		if (chunk.length < LARGE_READ) return;
		this.#socket.pause();
		setImmediate(() => this.#socket.resume());
	}

	#greeted(line: string): void {
		clearTimeout(this.#deadline);
		if (line.startsWith('Asterisk Call Manager')) void this.#logIn();
		else this.#close('not-a-switch');
	}

	async #logIn(): Promise<void> {
		const { username, secret } = this.#address;
		const fields = { Username: username, Secret: secret, Events: CLASSES };
		const answer = await this.ask('Login', fields);
		if (!answer.ok) {
			return this.#close(answer.because === 'refused' ? 'sign-in-refused' : 'silent');
		}
		this.#keepAlive = setInterval(() => void this.#proveAlive(), this.#pace.keepAliveMs);
		this.#hears.ready();
	}

	/** Whoever goes on speaking is not dead: its answer waits behind what it had to say. */
	async #proveAlive(): Promise<void> {
		const before = this.#reads;
		const answer = await this.ask('Ping');
		const isSilent = this.#reads === before;
		if (!answer.ok && answer.because === 'no-answer' && isSilent) this.#close('silent');
	}

	#heard(message: Message): void {
		const asking = this.#waiting.get(field(message, 'actionid'));
		if (!asking) {
			if (message.has('event')) this.#hears.event(message);
		} else if (message.has('response')) answered(asking, message);
		else if (asking.isList) listed(asking, message);
		else this.#hears.event(message);
	}

	#send(action: string, fields: Fields, isList: boolean): Promise<Answer> {
		this.#asked += 1;
		const actionId = `fairline-${this.#asked}`;
		const text = actionText(action, actionId, fields);
		if (text === null) return Promise.resolve({ ok: false, because: 'line-break' });
		if (this.#socket.destroyed) return Promise.resolve({ ok: false, because: 'link-lost' });
		return new Promise((resolve) => {
			const settle = (answer: Answer) => {
				clearTimeout(timer);
				if (this.#waiting.delete(actionId)) resolve(answer);
			};
			const late = () => settle({ ok: false, because: 'no-answer' });
			const timer = setTimeout(late, this.#pace.answerMs);
			this.#waiting.set(actionId, { listed: [], opened: null, isList, settle });
			this.#socket.write(text);
		});
	}

	#close(because: ClosedBecause): void {
		this.#why = because;
		this.#socket.destroy();
	}

	#closed(): void {
		clearTimeout(this.#deadline);
		clearInterval(this.#keepAlive);
		for (const { settle } of [...this.#waiting.values()]) {
			settle({ ok: false, because: 'link-lost' });
		}
		this.#hears.closed(this.#why);
	}
}

function answered(asking: Waiting, message: Message): void {
	if (field(message, 'response') === 'Error') asking.settle({ ok: false, because: 'refused' });
	else if (asking.isList) asking.opened = message;
	else asking.settle({ ok: true, message, listed: [] });
}

function listed(asking: Waiting, message: Message): void {
	if (field(message, 'eventlist') !== 'Complete') asking.listed.push(message);
	else asking.settle({ ok: true, message: asking.opened ?? message, listed: asking.listed });
}

function socketTo({ host, port, isTls, ca }: Address): Socket {
	/** A certificate is looked up by name; an address has none. */
	const named = isIP(host) ? {} : { servername: host };
	const socket = isTls
		? connectTls({ host, port, ...named, ...(ca ? { ca } : {}) })
		: connectPlain({ host, port });
	socket.setNoDelay(true);
	return socket;
}
