/**
 * A link to Kamailio's evapi that is kept up. On each connection the calls that are on are asked for, because nothing
 * is said again after a gap; what is heard before the answer counts, since Kamailio answers in the order it speaks.
 * A configuration that does not answer is listened to all the same. One that has answered is asked again every fifteen
 * seconds, so that a peer which died without a word is noticed.
 */
import { connect, type Socket } from 'node:net';
import { waitAfter, type ClientPace } from '../ami/client.ts';
import type { SwitchState } from '../port.ts';
import { readMessage, type KamailioMessage } from './message.ts';
import { netstring, NetstringParser } from './netstring.ts';

export type KamailioAddress = { host: string; port: number };

export type LinkTrouble =
	| 'unreachable'
	| 'closed'
	| 'silent'
	/** It does not speak netstrings, or no longer. */
	| 'not-a-switch'
	/** It does not tell which calls are on: what ended in a gap is not known to have. */
	| 'no-list'
	| 'message-too-long'
	| 'not-a-call-event';

export type LinkHears = {
	up: () => void;
	message: (message: KamailioMessage) => void;
	/** Was up, and is no more. */
	lost: () => void;
	trouble: (because: LinkTrouble) => void;
};

export class Link {
	readonly #address: KamailioAddress;
	readonly #hears: LinkHears;
	readonly #pace: ClientPace;
	#state: SwitchState = 'connecting';
	#socket: Socket | null = null;
	#why: LinkTrouble = 'unreachable';
	#answer: NodeJS.Timeout | undefined;
	#asking: NodeJS.Timeout | undefined;
	#retry: NodeJS.Timeout | undefined;
	#failures = 0;
	#hasAnswered = false;
	#whenClosed: (() => void) | null = null;

	constructor(address: KamailioAddress, hears: LinkHears, pace: ClientPace) {
		this.#address = address;
		this.#hears = hears;
		this.#pace = pace;
	}

	get state(): SwitchState {
		return this.#state;
	}

	start(): void {
		const socket = connect(this.#address);
		this.#socket = socket;
		this.#why = 'unreachable';
		this.#hasAnswered = false;
		this.#answer = setTimeout(() => socket.destroy(), this.#pace.answerMs);
		const parser = new NetstringParser({
			text: (text) => this.#heard(text),
			dropped: () => this.#hears.trouble('message-too-long'),
			broken: () => this.#close('not-a-switch')
		});
		socket.setNoDelay(true);
		socket.on('data', (chunk) => parser.push(chunk));
		socket.on('error', () => socket.destroy());
		socket.on('connect', () => this.#connected());
		socket.on('close', () => this.#closed());
	}

	stop(): Promise<void> {
		clearTimeout(this.#retry);
		return new Promise((resolve) => {
			this.#whenClosed = resolve;
			if (this.#socket) this.#socket.destroy();
			else resolve();
		});
	}

	#connected(): void {
		this.#why = 'closed';
		this.#state = 'connected';
		this.#hears.up();
		this.#ask('calls', () => {
			this.#failures = 0;
			this.#hears.trouble('no-list');
		});
	}

	#ask(what: 'calls' | 'ping', late: () => void): void {
		clearTimeout(this.#answer);
		this.#answer = setTimeout(late, this.#pace.answerMs);
		this.#socket?.write(netstring(JSON.stringify({ ask: what })));
	}

	#heard(text: string): void {
		const message = readMessage(text);
		if (!message) return this.#hears.trouble('not-a-call-event');
		// Whatever else answers at that address and hangs up at once is tried ever more slowly.
		this.#failures = 0;
		if (message.event === 'pong' || message.event === 'calls.listed') this.#answered();
		// A list that somebody else asked for is of another moment than ours.
		const isStale = message.event === 'calls.listed' && this.#hasAnswered;
		if (message.event === 'calls.listed') this.#hasAnswered = true;
		if (!isStale) this.#hears.message(message);
	}

	#answered(): void {
		clearTimeout(this.#answer);
		clearTimeout(this.#asking);
		const again = () => this.#ask('ping', () => this.#close('silent'));
		this.#asking = setTimeout(again, this.#pace.keepAliveMs);
	}

	#close(because: LinkTrouble): void {
		this.#why = because;
		this.#socket?.destroy();
	}

	#closed(): void {
		clearTimeout(this.#answer);
		clearTimeout(this.#asking);
		this.#socket = null;
		if (this.#state === 'connected') {
			this.#state = 'lost';
			this.#hears.lost();
		}
		if (this.#whenClosed) return this.#whenClosed();
		if (this.#failures === 0) this.#hears.trouble(this.#why);
		this.#retry = setTimeout(() => this.start(), waitAfter(this.#failures, this.#pace));
		this.#failures += 1;
	}
}
