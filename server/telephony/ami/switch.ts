/** A switch that speaks Asterisk's manager interface, as the port: its link, its adapter and its commands together. */
import type { CallEvent, CallVerb } from '#shared/calls/events.ts';
import type { Lines } from '#shared/calls/lines.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type {
	CallCommand,
	Commanded,
	CommandRefusal,
	DialledQueue,
	Switch,
	SwitchState
} from '../port.ts';
import type { AmiRefusal, Answer, Fields } from './actions.ts';
import { createEars, type Ears } from './adapter.ts';
import { Client, PACE, type ClientPace } from './client.ts';
import { planned } from './commands.ts';
import type { Dialling } from './dialling.ts';
import type { Address, ClosedBecause } from './connection.ts';
import { hear } from './hear.ts';
import type { Message } from './message.ts';
import { linkLost, linkUp, resync } from './resync.ts';

export type AmiSettings = {
	source: string;
	address: Address;
	isTrustedTrunk: boolean;
	verbs: readonly CallVerb[];
	dialling?: Dialling | null;
	/** The keys that bring three together, from the switch's own features.conf; empty where they are not told. */
	threeWay?: string;
	clock: Clock;
	log: Log;
	/** On only because this is a demo: not being there is no fault. */
	isQuiet: boolean;
	pace?: ClientPace;
};

export class AmiSwitch implements Switch {
	readonly source: string;
	readonly verbs: readonly CallVerb[];
	/** The manager interface does not say what is dialled for a queue. */
	readonly queues: readonly DialledQueue[] = [];
	readonly #settings: AmiSettings;
	readonly #client: Client;
	readonly #ears: Ears;
	readonly #watchers = new Set<(lines: Lines) => void>();
	#hear: (event: CallEvent) => void = () => undefined;
	#attempts = 0;

	constructor(settings: AmiSettings) {
		this.#settings = settings;
		this.source = settings.source;
		this.verbs = settings.verbs;
		this.#ears = createEars({
			source: settings.source,
			isTrustedTrunk: settings.isTrustedTrunk,
			now: settings.clock.now,
			onEvent: (event) => this.#said(event)
		});
		this.#client = new Client(settings.address, this.#hears(), settings.pace ?? PACE);
	}

	start(hears: (event: CallEvent) => void): void {
		this.#hear = hears;
		this.#client.start();
	}

	stop(): Promise<void> {
		return this.#client.stop();
	}

	state(): SwitchState {
		return this.#client.state;
	}

	async command(command: CallCommand): Promise<Commanded> {
		const commanded = await this.#command(command);
		this.#settings.log.info({
			event: 'call.command',
			name: command.verb,
			switch: this.source,
			contactId: 'contactId' in command ? command.contactId : null,
			outcome: commanded.ok ? 'done' : commanded.because
		});
		return commanded;
	}

	async #command(command: CallCommand): Promise<Commanded> {
		if (!this.verbs.includes(command.verb)) return { ok: false, because: 'not-offered' };
		if (this.state() !== 'connected') return { ok: false, because: 'link-lost' };
		const { dialling = null, threeWay = '' } = this.#settings;
		const plan = planned(this.#ears, command, { dialling, threeWay });
		if (!plan.ok) return plan;
		if (plan.isDone(this.#ears.lines)) return { ok: true };
		const done = this.#until(plan.isDone);
		/** The switch says that it hung up, not for whom: it was for this officer. */
		const { ending } = plan;
		if (ending) ending.askedAt ??= this.#ears.heard;
		const answer = await this.#inOrder(plan.action, [plan.fields, ...(plan.then ?? [])]);
		if (answer.ok) return (await done.promise) ? { ok: true } : NOT_CONFIRMED;
		done.giveUp();
		if (ending) ending.askedAt = null;
		return { ok: false, because: REFUSALS[answer.because] };
	}

	/** Each when the one before was taken; the first that was not is the answer. */
	async #inOrder(action: string, [first, ...rest]: readonly Fields[]): Promise<Answer> {
		const answer = await this.#client.ask(action, first);
		return answer.ok && rest.length > 0 ? this.#inOrder(action, rest) : answer;
	}

	/** Waits for the switch's own events to show it. */
	#until(isDone: (lines: Lines) => boolean): { promise: Promise<boolean>; giveUp: () => void } {
		const { promise, resolve } = Promise.withResolvers<boolean>();
		const finish = (isSeen: boolean) => {
			clearTimeout(timer);
			this.#watchers.delete(watcher);
			resolve(isSeen);
		};
		const watcher = (lines: Lines) => {
			if (isDone(lines)) finish(true);
		};
		const pace = this.#settings.pace ?? PACE;
		const timer = setTimeout(() => finish(isDone(this.#ears.lines)), pace.answerMs);
		this.#watchers.add(watcher);
		return { promise, giveUp: () => finish(false) };
	}

	#said(event: CallEvent): void {
		this.#hear(event);
		for (const watcher of [...this.#watchers]) watcher(this.#ears.lines);
	}

	/** What is waited for may be seen without anything to say of it: a telephone that rings for nobody yet. */
	#heard(message: Message): void {
		hear(this.#ears, message);
		for (const watcher of [...this.#watchers]) watcher(this.#ears.lines);
	}

	#hears(): ConstructorParameters<typeof Client>[1] {
		return {
			event: (message) => this.#heard(message),
			lost: () => linkLost(this.#ears),
			up: (snapshot, refused) => {
				this.#attempts = 0;
				if (refused.length > 0) this.#warn('lists-refused', refused.join('+'));
				linkUp(this.#ears);
				resync(this.#ears, snapshot);
			},
			closed: (because) => this.#closed(because),
			dropped: (because) => this.#warn(because)
		};
	}

	/** A switch that is away is said to be away once, not at every attempt. */
	#closed(because: ClosedBecause): void {
		this.#attempts += 1;
		const isAbsence = because === 'unreachable' && this.#settings.isQuiet;
		if (because !== 'ended' && this.#attempts === 1 && !isAbsence) this.#warn(because);
	}

	#warn(because: string, name?: string): void {
		const line = { event: 'switch.link', switch: this.source, because };
		this.#settings.log.warn(name === undefined ? line : { ...line, name });
	}
}

const NOT_CONFIRMED: Commanded = { ok: false, because: 'not-confirmed' };

const REFUSALS: Record<AmiRefusal, CommandRefusal> = {
	'link-lost': 'link-lost',
	'no-answer': 'not-confirmed',
	refused: 'refused-by-switch',
	'line-break': 'bad-target'
};
