/**
 * A small switch that speaks Asterisk's manager interface on a loopback port, so that a simulated call comes in by the
 * same bytes as a real one. It does what a manager user may ask of an Asterisk, and one thing that only it can: what an
 * officer's own telephone would do (`Action: SimulatePhone`).
 */
import { randomInt, randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { Line } from '../ami/lists.ts';
import { messageOf, type Message } from '../ami/message.ts';
import { AmiServer } from '../ami/server.ts';
import { actionOf, phoneDoes } from './actions.ts';
import { agreeToBack, arrive, joinQueue, type Caller, type SimulatedCall } from './call.ts';
import type { Channel, Said } from './channel.ts';
import {
	IDLE,
	LIFELIKE,
	memberSays,
	type Exchange,
	type NewChannel,
	type Pace,
	type Phone
} from './exchange.ts';
import { dial, giveUpDialling, type Dialled } from './dialling.ts';
import { phoneIs, type PhoneDeed } from './phones.ts';
import { giveUp, ringNext } from './ringing.ts';
import { callerHangsUp } from './talking.ts';
import { cancelConsult } from './consulting.ts';

export type Incoming = {
	/** The telephone that is to ring first. */
	extension: string;
	caller: Caller;
	queue: string;
	/** What the caller chose in the menu. */
	menu: string | null;
	/** How long they wait; the pace's own time where it is not said. */
	patienceMs?: number;
};

export class Simulator implements Exchange {
	readonly pace: Pace;
	readonly #server: AmiServer;
	readonly #clock: Clock;
	readonly #phones = new Map<string, Phone>();
	readonly #timers = new Set<NodeJS.Timeout>();
	readonly #calls = new Set<SimulatedCall>();
	/** Channels are named like those of a real system, and never twice, however often it is started. */
	readonly #system = `sim${randomInt(0x100000, 0x1000000).toString(16)}`;
	#channels = 0;

	constructor({ clock, pace = LIFELIKE }: { clock: Clock; pace?: Pace }) {
		this.pace = pace;
		this.#clock = clock;
		this.#server = new AmiServer({ act: (_session, action) => this.#act(action) });
	}

	/** Resolves with its port. */
	listen(port = 0): Promise<number> {
		return this.#server.listen({ host: '127.0.0.1', port });
	}

	async stop(): Promise<void> {
		for (const timer of this.#timers) clearTimeout(timer);
		await this.#server.close();
	}

	get hasListener(): boolean {
		return [...this.#server.sessions].some((session) => session.isListening);
	}

	/** Paused, a telephone rings all the same for whoever asks for it by name. */
	isFree(extension: string): boolean {
		return this.phone(extension).status === IDLE;
	}

	/** Somebody is rung. */
	dial(dialled: Dialled): void {
		dial(this, dialled, (call) => this.#calls.add(call));
	}

	/** A customer rings. Gives the id of the contact. */
	ring({ extension, caller, queue, menu, patienceMs = this.pace.patienceMs }: Incoming): string {
		const call = arrive(this, { caller, queue, menu, first: extension }, (ready) => {
			if (!ready.queue) return;
			joinQueue(this, ready, ready.queue);
			ready.stopPatience = this.later(patienceMs, () => {
				if (caller.agreesToBack) agreeToBack(this, ready);
				giveUp(this, ready);
			});
			ringNext(this, ready);
		});
		this.#calls.add(call);
		return call.customer.linkedId;
	}

	/** The customer puts the telephone down. */
	hangUpCaller(contactId: string): void {
		const call = this.liveCalls().find(({ customer }) => customer.linkedId === contactId);
		if (!call) return;
		const { talking } = call;
		if (call.dialledBy) return giveUpDialling(this, call);
		if (!talking) return giveUp(this, call);
		if (call.consulting) cancelConsult(this, call, talking);
		callerHangsUp(this, call, talking);
	}

	/** What an officer does on the telephone itself: `answer`, `decline`, `hold`, `resume`, `hangUp`, `retrieve`. */
	press(extension: string, what: string): boolean {
		const doIt = phoneDoes(this, extension, what);
		doIt?.();
		return doIt !== null;
	}

	/** Off the network or on it again, and turned off or on by hand. */
	phoneIs(extension: string, deed: PhoneDeed): void {
		phoneIs(this, extension, deed);
	}

	/** A manager's action, done at once; false where it cannot be. */
	ask(fields: readonly (readonly [string, string])[]): boolean {
		const doIt = actionOf(this, messageOf(fields));
		doIt?.();
		return doIt !== null;
	}

	liveCalls(): SimulatedCall[] {
		for (const call of this.#calls) if (call.isOver) this.#calls.delete(call);
		return [...this.#calls];
	}

	say(...events: readonly Said[]): void {
		for (const [name, ...lines] of events) {
			if (name) this.#server.say([name, ['SystemName', this.#system], ...lines]);
		}
	}

	later(ms: number, act: () => void): () => void {
		const timer = setTimeout(() => {
			this.#timers.delete(timer);
			act();
		}, ms);
		this.#timers.add(timer);
		return () => {
			clearTimeout(timer);
			this.#timers.delete(timer);
		};
	}

	newChannel({ device, linkedId, presentation, id: given, ...of }: NewChannel): Channel {
		const number = this.#channels;
		this.#channels += 1;
		const seconds = Math.floor(Date.parse(this.#clock.now()) / 1000);
		const id = given ?? `${this.#system}-${seconds}.${number}`;
		const suffix = `-${number.toString(16).padStart(8, '0')}`;
		return {
			...of,
			id,
			linkedId: linkedId ?? id,
			name: device.startsWith('Local/') ? device : `${device}${suffix}`,
			connectedNumber: '',
			connectedName: '',
			presentation: presentation ?? 'allowed_not_screened'
		};
	}

	newBridgeId(): string {
		return randomUUID();
	}

	phone(extension: string): Phone {
		const known = this.#phones.get(extension);
		if (known) return known;
		const name = `Extension ${extension}`;
		const phone: Phone = { extension, name, status: IDLE, paused: null };
		this.#phones.set(extension, phone);
		this.say(...memberSays(phone, 'QueueMemberAdded'));
		return phone;
	}

	/** Answers first and does it after, as a real switch does. */
	#act(action: Message): readonly Line[] | null {
		const doIt = actionOf(this, action);
		if (!doIt) return null;
		setImmediate(doIt);
		return [['Message', 'Success']];
	}
}
