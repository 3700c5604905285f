/**
 * Hears the messages that wait in the database, for the one process that listens: in turn, and each until what it says
 * is written. Only then is it marked as heard, together with what is known of its call, so that a process which dies
 * between the two leaves it to be heard again; what was written by then is no news.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { CallEvent } from '#shared/calls/events.ts';
import type { Instant } from '#shared/time/day.ts';
import { stopwatch, type Clock } from '../../../clock.ts';
import type { RawSql } from '../../../db/client.ts';
import type { Log } from '../../../log.ts';
import type { Hear } from '../../port.ts';
import { knownNames, type KnownNames } from '../names/known.ts';
import { Ears } from './ears.ts';
import { callsKnown, endedLately, heard, MOST_AT_ONCE, unheard } from './inbox.ts';
import { inTurn } from './in-turn.ts';

const COUNTS_KEPT = 2_000;

type Needs = { source: string; sql: RawSql; clock: Clock; log: Log; hear: Hear; term: number };

export class Listener {
	readonly #its: Needs;
	readonly #names: KnownNames;
	#ears: Ears | null = null;
	/** What was said and is perhaps not written yet. */
	#writing: Promise<boolean>[] = [];
	#isOver = false;
	#isQueued = false;
	#expected: ReadonlyMap<string, number> = new Map();
	/** How long this process has known of those that wait for their turn. */
	#known = new Map<string, () => number>();
	/** One thing after the other. */
	#doing: Promise<void> = Promise.resolve();

	constructor(its: Needs) {
		this.#its = its;
		this.#names = knownNames(its);
	}

	async begin(): Promise<void> {
		await this.#names.look();
		this.#ears = await this.#begun();
		this.#ears.link(true);
	}

	/** Something may wait. */
	look(): void {
		if (this.#isQueued || this.#isOver) return;
		this.#isQueued = true;
		void this.#next((ears) => this.#hearWaiting(ears));
	}

	/** Somebody may have said whose a name is. */
	lookAtNames(): void {
		void this.#next(async (ears) => ears.repeat(await this.#names.look()));
	}

	/** Ends what was not heard of for too long by then. */
	sweep(at: Instant): Promise<void> {
		return this.#next(async (ears) => {
			this.#names.begin();
			const count = ears.sweep(at);
			await this.#mark(ears, []);
			const { log, source } = this.#its;
			if (count > 0) log.warn({ event: 'webhook.silent', switch: source, count });
		});
	}

	async stop(): Promise<void> {
		this.#isOver = true;
		await this.#doing;
	}

	async #begun(): Promise<Ears> {
		const { source, sql, clock } = this.#its;
		const over = new Set(await endedLately(sql, source));
		const known = (await callsKnown(sql, source)).filter(({ call }) => !over.has(call.contactId));
		const { isSame } = this.#names;
		const onEvent = (event: CallEvent) => this.#say(event);
		return new Ears({ source, now: clock.now, known, over, isSame, onEvent });
	}

	#say(event: CallEvent): void {
		const written = this.#its.hear(this.#names.named(event));
		if (!written) return;
		this.#writing.push(written);
		// Looked at together with the others, when all that was to be said is said.
		written.catch(() => undefined);
	}

	/** After what failed nobody knows what is written: what is known of calls is read again before the next. */
	#next(work: (ears: Ears) => Promise<void>): Promise<void> {
		this.#doing = this.#doing.then(async () => {
			if (this.#isOver) return;
			try {
				this.#ears ??= await this.#begun();
				await work(this.#ears);
			} catch (cause) {
				this.#ears = null;
				this.#isQueued = false;
				const { log, source } = this.#its;
				log.failure({ event: 'webhook', switch: source, outcome: 'failed' }, cause);
			}
		});
		return this.#doing;
	}

	async #hearWaiting(ears: Ears): Promise<void> {
		this.#isQueued = false;
		const found = await unheard(this.#its.sql, this.#its.source);
		const since = (messageId: string) => this.#known.get(messageId) ?? stopwatch();
		this.#known = new Map(found.map(({ messageId }) => [messageId, since(messageId)]));
		const messages = found.map((each) => ({ ...each, waited: since(each.messageId)() }));
		const { ready, againInMs, next } = inTurn(messages, this.#expected);
		if (this.#isOver) return;
		for (const said of ready.flatMap((each) => each.said)) ears.hear(said);
		const messageIds = ready.map(({ message }) => message.messageId);
		await this.#mark(ears, messageIds);
		this.#expected = new Map([...next].slice(-COUNTS_KEPT));
		if (found.length === MOST_AT_ONCE && ready.length > 0) this.look();
		if (againInMs !== null) void pause(againInMs, null, { ref: false }).then(() => this.look());
	}

	async #mark(ears: Ears, messageIds: readonly string[]): Promise<void> {
		if (!(await this.#isWritten())) return;
		const { source, sql, clock, term } = this.#its;
		const calls = ears.touched();
		if (messageIds.length + calls.length === 0) return;
		await heard(sql, { source, messageIds, calls, term, at: clock.now() });
		await this.#names.note();
	}

	/** False where somebody else listens by now: what was said stays theirs to hear. */
	async #isWritten(): Promise<boolean> {
		const all = await Promise.allSettled(this.#writing.splice(0));
		const failed = all.find(({ status }) => status === 'rejected');
		if (failed?.status === 'rejected') throw failed.reason;
		this.#isOver ||= all.some((each) => each.status === 'fulfilled' && !each.value);
		return !this.#isOver;
	}
}
