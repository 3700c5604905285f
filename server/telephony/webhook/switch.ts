/**
 * A switch that posts its messages, as the port. Any process may take one; the one that was told to listen hears it,
 * from the database, once and in order. It cannot be asked to do anything, and so no control of it is shown.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { CallEvent, CallVerb } from '#shared/calls/events.ts';
import { stopwatch, type Clock } from '../../clock.ts';
import type { RawSql } from '../../db/client.ts';
import type { WebhookSettings } from '../../env-webhooks.ts';
import type { Log } from '../../log.ts';
import type { Commanded, DialledQueue, Switch, SwitchState } from '../port.ts';
import type { Said } from './dialect.ts';
import { listening, type Ears } from './ears.ts';
import { endedLately, heard, MOST_AT_ONCE, take, unheard, wipe, type Posted } from './inbox.ts';
import { inTurn } from './in-turn.ts';
import { forgetCaptured } from './mapping/mappings.ts';

/** A message of another process is told at once; this finds what a lost word of it left. */
const LOOK_AGAIN_MS = 2_000;
const WIPE_EVERY_MS = 60_000;
const COUNTS_KEPT = 2_000;

type Parts = { settings: WebhookSettings; clock: Clock; log: Log; sql: RawSql };

export class WebhookSwitch implements Switch {
	readonly source: string;
	readonly settings: WebhookSettings;
	readonly verbs: readonly CallVerb[] = [];
	readonly queues: readonly DialledQueue[] = [];
	readonly isGapless = true;
	readonly #parts: Parts;
	/** Nothing it posts can be understood until an administrator saves another mapping. */
	isMappingOff = false;
	#ears: Ears | null = null;
	#state: SwitchState = 'connecting';
	#expected: ReadonlyMap<string, number> = new Map();
	/** How long this process has known of those that wait for their turn. */
	#known = new Map<string, () => number>();
	/** What is being heard, and after it what came meanwhile. */
	#hearing: Promise<void> = Promise.resolve();
	#isQueued = false;
	#starting: Promise<() => Promise<void>> | null = null;

	constructor(parts: Parts) {
		this.#parts = parts;
		this.settings = parts.settings;
		this.source = parts.settings.name;
	}

	start(hear: (event: CallEvent) => void): void {
		this.#starting = this.#listen(hear);
		this.#starting.catch((cause: unknown) => this.#failed(cause));
	}

	async #listen(hear: (event: CallEvent) => void): Promise<() => Promise<void>> {
		const { sql, clock } = this.#parts;
		const over = new Set(await endedLately(sql, this.source));
		const ears = listening({ source: this.source, now: clock.now, over, onEvent: hear });
		this.#ears = ears;
		const told = await sql.listen('webhook_taken', (source) => {
			if (source === this.source) this.#look();
		});
		const again = setInterval(() => this.#look(), LOOK_AGAIN_MS).unref();
		const wiping = setInterval(() => void this.#wipe(), WIPE_EVERY_MS).unref();
		this.#state = 'connected';
		ears.link(true);
		this.#look();
		return async () => {
			clearInterval(again);
			clearInterval(wiping);
			await told.unlisten();
		};
	}

	async stop(): Promise<void> {
		const stopListening = await this.#starting?.catch(() => null);
		this.#ears = null;
		this.#state = 'connecting';
		await stopListening?.();
		await this.#hearing;
	}

	state(): SwitchState {
		return this.isMappingOff ? 'lost' : this.#state;
	}

	command(): Promise<Commanded> {
		return Promise.resolve({ ok: false, because: 'not-offered' });
	}

	/** False where it has come before. */
	take(posted: Omit<Posted, 'source' | 'at'>): Promise<boolean> {
		const { sql, clock } = this.#parts;
		return take(sql, { ...posted, source: this.source, at: clock.now() });
	}

	#look(): void {
		if (this.#isQueued || !this.#ears) return;
		this.#isQueued = true;
		this.#hearing = this.#hearing
			.then(() => this.#hearWaiting())
			.catch((cause: unknown) => this.#failed(cause));
	}

	async #hearWaiting(): Promise<void> {
		this.#isQueued = false;
		const { sql, clock } = this.#parts;
		const { source } = this;
		const found = await unheard(sql, source);
		const since = (messageId: string) => this.#known.get(messageId) ?? stopwatch();
		this.#known = new Map(found.map(({ messageId }) => [messageId, since(messageId)]));
		const messages = found.map((each) => ({ ...each, waited: since(each.messageId)() }));
		const { ready, againInMs, next } = inTurn(messages, this.#expected);
		this.#expected = new Map([...next].slice(-COUNTS_KEPT));
		if (!this.#ears) return;
		for (const { said } of ready) this.#hear(said);
		const messageIds = ready.map(({ message }) => message.messageId);
		if (messageIds.length > 0) await heard(sql, { source, messageIds, at: clock.now() });
		if (found.length === MOST_AT_ONCE && ready.length > 0) this.#look();
		if (againInMs !== null) void pause(againInMs, null, { ref: false }).then(() => this.#look());
	}

	#hear(said: readonly Said[]): void {
		for (const each of said) this.#ears?.hear(each);
	}

	async #wipe(): Promise<void> {
		const { sql, clock } = this.#parts;
		await forgetCaptured(sql, clock.now())
			.then(() => wipe(sql, clock.now()))
			.catch((cause: unknown) => this.#failed(cause));
	}

	#failed(cause: unknown): void {
		this.#parts.log.failure({ event: 'webhook', switch: this.source, outcome: 'failed' }, cause);
	}
}

export function webhooksAmong(switches: readonly Switch[]): WebhookSwitch[] {
	return switches.filter((each) => each instanceof WebhookSwitch);
}
