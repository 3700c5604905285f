/**
 * A switch that posts its messages, as the port. Any process may take one; the one that was told to listen hears it,
 * from the database, once and in order. It cannot be asked to do anything, and so no control of it is shown.
 */
import type { CallVerb } from '#shared/calls/events.ts';
import type { Instant } from '#shared/time/day.ts';
import type { Clock } from '../../clock.ts';
import type { RawSql } from '../../db/client.ts';
import type { WebhookSettings } from '../../env-webhooks.ts';
import type { Log } from '../../log.ts';
import type { Commanded, DialledQueue, Hear, Switch, SwitchState } from '../port.ts';
import { take, wipe, type Posted } from './hearing/inbox.ts';
import { Listener } from './hearing/listener.ts';
import { forgetCaptured } from './mapping/mappings.ts';
import { forgetNames } from './names/names.ts';

/** A message of another process is told at once; this finds what a lost word of it left. */
const LOOK_AGAIN_MS = 2_000;
/** An extension may be given to somebody else. */
const NAMES_AGAIN_MS = 5_000;
const SWEEP_EVERY_MS = 60_000;

type Parts = { settings: WebhookSettings; clock: Clock; log: Log; sql: RawSql };

export class WebhookSwitch implements Switch {
	readonly source: string;
	readonly settings: WebhookSettings;
	readonly verbs: readonly CallVerb[] = [];
	readonly queues: readonly DialledQueue[] = [];
	readonly isGapless = true;
	readonly #parts: Parts;
	#listener: Listener | null = null;
	#starting: Promise<() => Promise<void>> | null = null;

	constructor(parts: Parts) {
		this.#parts = parts;
		this.settings = parts.settings;
		this.source = parts.settings.name;
	}

	start(hear: Hear, term = 0): void {
		this.#starting = this.#listen(hear, term);
		this.#starting.catch((cause: unknown) => this.#failed(cause));
	}

	async #listen(hear: Hear, term: number): Promise<() => Promise<void>> {
		const { sql } = this.#parts;
		const { source } = this;
		const its = new Listener({ ...this.#parts, source, hear, term });
		await its.begin();
		const told = await Promise.all([
			sql.listen('webhook_taken', (about) => void (about === source && its.look())),
			sql.listen('webhook_named', (about) => void (about === source && its.lookAtNames()))
		]);
		const timers = [
			setInterval(() => its.look(), LOOK_AGAIN_MS).unref(),
			setInterval(() => its.lookAtNames(), NAMES_AGAIN_MS).unref(),
			setInterval(() => void this.sweep(this.#parts.clock.now()), SWEEP_EVERY_MS).unref()
		];
		this.#listener = its;
		its.look();
		return async () => {
			timers.forEach((timer) => clearInterval(timer));
			await Promise.all(told.map((each) => each.unlisten()));
			await its.stop();
		};
	}

	async stop(): Promise<void> {
		const stopListening = await this.#starting?.catch(() => null);
		this.#listener = null;
		await stopListening?.();
	}

	state(): SwitchState {
		return this.#listener ? 'connected' : 'connecting';
	}

	command(): Promise<Commanded> {
		return Promise.resolve({ ok: false, because: 'not-offered' });
	}

	/** False where it has come before. */
	take(posted: Omit<Posted, 'source' | 'at'>): Promise<boolean> {
		const { sql, clock } = this.#parts;
		return take(sql, { ...posted, source: this.source, at: clock.now() });
	}

	/** Ends the calls that were not heard of for too long by then, and wipes what nobody needs any more. */
	async sweep(at: Instant): Promise<void> {
		const { sql } = this.#parts;
		await this.#listener?.sweep(at);
		for (const forget of [forgetCaptured, forgetNames, wipe]) {
			await forget(sql, at).catch((cause: unknown) => this.#failed(cause));
		}
	}

	#failed(cause: unknown): void {
		this.#parts.log.failure({ event: 'webhook', switch: this.source, outcome: 'failed' }, cause);
	}
}

export function webhooksAmong(switches: readonly Switch[]): WebhookSwitch[] {
	return switches.filter((each) => each instanceof WebhookSwitch);
}
