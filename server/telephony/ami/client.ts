/**
 * A link to a switch that is kept up: connect, take the switch's own lists, then listen; after a loss wait a little
 * longer each time, never all at the same moment, and begin again. What is heard while the lists are being read comes
 * after them, so that a list never undoes news.
 */
import type { SwitchState } from '../port.ts';
import type { Answer, Fields } from './actions.ts';
import { Connection, type Address, type ClosedBecause, type Pace } from './connection.ts';
import { field, type Message } from './message.ts';
import type { Snapshot } from './resync.ts';

export type ClientPace = Pace & { firstRetryMs: number; lastRetryMs: number };

export const PACE: ClientPace = {
	answerMs: 5_000,
	keepAliveMs: 15_000,
	firstRetryMs: 500,
	lastRetryMs: 30_000
};

export type ClientHears = {
	/** `refused` names the lists that the switch does not show us. */
	up: (snapshot: Snapshot, refused: readonly string[]) => void;
	event: (message: Message) => void;
	/** Was up, and is no more. */
	lost: () => void;
	/** An attempt or a link has ended, and why. */
	closed: (because: ClosedBecause) => void;
	dropped: (because: string) => void;
};

export class Client {
	readonly #address: Address;
	readonly #hears: ClientHears;
	readonly #pace: ClientPace;
	#state: SwitchState = 'connecting';
	#connection: Connection | null = null;
	/** What is heard before the switch's lists are read; null once they are. */
	#early: Message[] | null = null;
	#retry: NodeJS.Timeout | undefined;
	#failures = 0;
	#whenClosed: (() => void) | null = null;

	constructor(address: Address, hears: ClientHears, pace: ClientPace = PACE) {
		this.#address = address;
		this.#hears = hears;
		this.#pace = pace;
	}

	get state(): SwitchState {
		return this.#state;
	}

	start(): void {
		this.#early = [];
		const connection = new Connection(this.#address, this.#pace, {
			ready: () => void this.#begin(connection),
			event: (message) => this.#heard(message),
			dropped: this.#hears.dropped,
			closed: (because) => this.#closed(because)
		});
		this.#connection = connection;
	}

	stop(): Promise<void> {
		clearTimeout(this.#retry);
		const connection = this.#connection;
		return new Promise((resolve) => {
			this.#whenClosed = resolve;
			if (connection) connection.end();
			else resolve();
		});
	}

	ask(action: string, fields?: Fields): Promise<Answer> {
		if (this.#state === 'connected' && this.#connection) {
			return this.#connection.ask(action, fields);
		}
		return Promise.resolve({ ok: false, because: 'link-lost' });
	}

	async #begin(connection: Connection): Promise<void> {
		const { snapshot, refused } = await listsOf(connection);
		if (this.#connection !== connection) return;
		this.#state = 'connected';
		this.#failures = 0;
		this.#hears.up(snapshot, refused);
		for (const message of this.#early ?? []) this.#hears.event(message);
		this.#early = null;
	}

	#heard(message: Message): void {
		// Whether it was started again is known before its lists: they are of the calls since.
		const isEarly = this.#early !== null && field(message, 'event') !== 'FullyBooted';
		if (isEarly) this.#early?.push(message);
		else this.#hears.event(message);
	}

	#closed(because: ClosedBecause): void {
		const wasUp = this.#state === 'connected';
		this.#connection = null;
		if (wasUp) {
			this.#state = 'lost';
			this.#hears.lost();
		}
		this.#hears.closed(because);
		if (this.#whenClosed) return this.#whenClosed();
		this.#retry = setTimeout(() => this.start(), waitAfter(this.#failures, this.#pace));
		this.#failures += 1;
	}
}

/** Doubles up to the last, less a random half: many listeners that lost one switch do not come back as one. */
export function waitAfter(failures: number, pace: ClientPace): number {
	const longest = Math.min(pace.lastRetryMs, pace.firstRetryMs * 2 ** Math.min(failures, 20));
	return longest / 2 + (Math.random() * longest) / 2;
}

/** What a switch does not show stays null. Its channels may be shown by one action and not by the other. */
async function listsOf(
	connection: Connection
): Promise<{ snapshot: Snapshot; refused: readonly string[] }> {
	const [channels, queues, bridges] = await Promise.all([
		connection.list('Status', { Variables: 'CALLERID(pres),PRESENTED_NUMBER' }),
		connection.list('QueueStatus'),
		connection.list('BridgeList')
	]);
	const others = channels.ok ? channels : await connection.list('CoreShowChannels');
	const asked = { Status: channels, QueueStatus: queues, BridgeList: bridges };
	const snapshot = {
		channels: itemsIn(others, channels.ok ? 'Status' : 'CoreShowChannel'),
		waiting: itemsIn(queues, 'QueueEntry'),
		members: itemsIn(queues, 'QueueMember'),
		bridges: itemsIn(bridges, 'BridgeListItem')
	};
	const refused = Object.entries(asked).flatMap(([name, { ok }]) => (ok ? [] : [name]));
	return { snapshot, refused };
}

function itemsIn(answer: Answer, event: string): readonly Message[] | null {
	if (!answer.ok) return null;
	return answer.listed.filter((message) => field(message, 'event') === event);
}
