/**
 * A Kamailio that tells of its calls by evapi, as the port. It is heard and never asked to do anything: a proxy has no
 * hold of a telephone. It folds what it says by the rules of calls and says only what changes the fold.
 */
import type { CallEvent, CallVerb } from '#shared/calls/events.ts';
import { forgetEnded, liveCalls, NO_LINES, type Lines } from '#shared/calls/lines.ts';
import { applyCallEvent } from '#shared/calls/reduce.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { Saying } from '../ami/adapter.ts';
import { PACE, type ClientPace } from '../ami/client.ts';
import type { Commanded, DialledQueue, Switch, SwitchState } from '../port.ts';
import { Link, type KamailioAddress } from './link.ts';
import type { KamailioMessage } from './message.ts';
import { sayingsOf } from './sayings.ts';

/** `call.unanswered` comes after the end that a cancelled call already had. */
const ENDED_KEPT = 50;

export class KamailioSwitch implements Switch {
	readonly source: string;
	readonly verbs: readonly CallVerb[] = [];
	readonly queues: readonly DialledQueue[] = [];
	readonly #clock: Clock;
	readonly #link: Link;
	#hear: (event: CallEvent) => void = () => undefined;
	#lines: Lines = NO_LINES;
	#sequence = 0;

	constructor(settings: {
		source: string;
		address: KamailioAddress;
		clock: Clock;
		log: Log;
		pace?: ClientPace;
	}) {
		const { source, address, clock, log, pace = PACE } = settings;
		this.source = source;
		this.#clock = clock;
		const hears = {
			up: () => this.#say([{ type: 'source.connected' }]),
			lost: () => this.#say([{ type: 'source.lost' }]),
			message: (message: KamailioMessage) => this.#heard(message),
			trouble: (because: string) => log.warn({ event: 'switch.link', switch: source, because })
		};
		this.#link = new Link(address, hears, pace);
	}

	start(hear: (event: CallEvent) => void): void {
		this.#hear = hear;
		this.#link.start();
	}

	stop(): Promise<void> {
		return this.#link.stop();
	}

	state(): SwitchState {
		return this.#link.state;
	}

	command(): Promise<Commanded> {
		return Promise.resolve({ ok: false, because: 'not-offered' });
	}

	#heard(message: KamailioMessage): void {
		if (message.event === 'pong') return;
		if (message.event === 'calls.listed') {
			const listed = new Set(message.calls.result.map((call) => call['call-id']));
			const ours = liveCalls(this.#lines).map(({ contactId }) => contactId);
			const liveContactIds = ours.filter((contactId) => listed.has(contactId));
			this.#say([{ type: 'source.resynced', liveContactIds }]);
		} else this.#say(sayingsOf(message, this.#lines.calls.get(message.callId)));
	}

	/** All that one message comes to is of one moment. */
	#say(sayings: readonly Saying[]): void {
		const receivedAt = this.#clock.now();
		for (const saying of sayings) {
			const sequence = this.#sequence + 1;
			const event = { ...saying, source: this.source, sequence, receivedAt };
			const after = applyCallEvent(this.#lines, event);
			if (after === this.#lines && event.type !== 'source.resynced') continue;
			this.#sequence = sequence;
			this.#lines = event.type === 'contact.ended' ? forgetEnded(after, ENDED_KEPT) : after;
			this.#hear(event);
		}
	}
}
