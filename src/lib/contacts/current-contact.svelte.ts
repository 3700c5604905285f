/**
 * One contact on this screen: what the server last said, with this browser's own unanswered events applied over it by
 * the same fold. Events are sent in order and kept until the server has them; typing is kept as a draft.
 */
import { untrack } from 'svelte';
import { fieldsSettledBy } from '#shared/contacts/log/drafts.ts';
import { ENDINGS, eventAt, type OfficerEvent } from '#shared/contacts/log/events.ts';
import { applyEvent, type Contact } from '#shared/contacts/state/fold.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { Instant } from '#shared/time/day.ts';
import { failureOf, wordsOf, type Api } from '../api.ts';
import { serverClock } from '../clock.svelte.ts';
import { Typing, type NotTaken, type Trouble } from './typing.svelte.ts';

type Pending = {
	key: string;
	/** When it was done: a clock that runs on would make the contact anew at every tick. */
	at: Instant;
	body: OfficerEvent;
	words?: Record<string, string>;
	/** What was typed in the fields it settles: back in them if it is refused. */
	typed: Readonly<Record<string, string>>;
	/** The version it was written at, once the server has answered: from there on the server's state holds it. */
	version?: number;
};

/** The server takes no more at once; a connection that was gone for long has more to send. */
const MOST_IN_A_REQUEST = 50;
const TRY_AGAIN_MS = [500, 1_000, 2_000, 5_000];

export class CurrentContact {
	/** Why the server would not take what was done, until something else is: a name, or the server's own words. */
	trouble = $state<Trouble | null>(null);
	/** The last moment at which nothing was waiting to be sent. */
	savedAt = $state<number | null>(null);

	readonly contactId: string;
	readonly #api: Api;
	readonly #officerId: string;
	readonly #view: () => ContactView | undefined;
	readonly #typing: Typing;
	#pending = $state.raw<readonly Pending[]>([]);
	#isSending = false;
	/** One, until it is found which of many the server cannot read. */
	#mostAtOnce = MOST_IN_A_REQUEST;

	constructor(parts: {
		contactId: string;
		officerId: string;
		api: Api;
		view: () => ContactView | undefined;
	}) {
		this.contactId = parts.contactId;
		this.#officerId = parts.officerId;
		this.#api = parts.api;
		this.#view = parts.view;
		this.#typing = new Typing({
			...parts,
			onkept: () => this.#noteSaved(),
			onrefused: (trouble) => (this.trouble = trouble)
		});
	}

	/** Undefined once the server has taken it off this screen. */
	get view(): ContactView | undefined {
		const view = this.#view();
		return view && { ...view, contact: this.#withPending(view.contact) };
	}

	get isSaved(): boolean {
		return this.#unsent.length === 0 && this.#typing.isKept;
	}

	act(body: OfficerEvent, words?: Record<string, string>): void {
		this.trouble = null;
		const at = untrack(() => serverClock.instant);
		const typed = this.#typing.settle(fieldsSettledBy(body));
		const event = { key: crypto.randomUUID(), at, body, typed, ...(words ? { words } : {}) };
		this.#pending = [...this.#pending, event];
		void this.#send();
	}

	/** Whether the server has everything that was done here, waited for at most this long. */
	async settled(mostMs = 4_000): Promise<boolean> {
		for (let waited = 0; this.#unsent.length > 0 && waited < mostMs; waited += 50)
			await new Promise((resolve) => setTimeout(resolve, 50));
		return this.#unsent.length === 0 && this.trouble === null;
	}

	/** A field as it stands here: typed, else kept as a draft by the server, else as last written. */
	textOf(field: string, written: string): string {
		return this.#typing.textOf(field, written);
	}

	type(field: string, value: string): void {
		this.trouble = null;
		this.#typing.type(field, value);
	}

	get #unsent(): readonly Pending[] {
		return this.#pending.filter((event) => event.version === undefined);
	}

	#withPending(contact: Contact): Contact {
		const over = this.#pending.filter(
			({ version }) => version === undefined || version > contact.version
		);
		return over.reduce(
			(folded, { at, body, words }, index) =>
				applyEvent(
					folded,
					eventAt(
						{
							seq: contact.version + index + 1,
							at,
							by: this.#officerId,
							...(words ? { words } : {})
						},
						body
					)
				),
			contact
		);
	}

	async #send(tries = 0): Promise<void> {
		if (this.#isSending || this.#unsent.length === 0) return;
		this.#isSending = true;
		// A draft on its way must not come after the line that settles its field; and what is done in one moment goes in
		// one request, so that a page that closes next has sent all of it.
		await this.#typing.onItsWay;
		const events = this.#unsent.slice(0, this.#mostAtOnce);
		let isThere = true;
		try {
			const sent = events.map(({ key, body, words }) => ({ key, body, words }));
			const { contactId } = this;
			const answer = await this.#api.contacts.act.mutate({ contactId, events: sent });
			this.#answered(events, answer);
		} catch (thrown) {
			const failure = failureOf(thrown);
			if (failure.kind === 'input') this.#cannotBeRead(events, wordsOf(failure));
			else {
				// The server is away: everything is kept and sent again; the link's own state tells the officer.
				isThere = false;
				const wait = TRY_AGAIN_MS[Math.min(tries, TRY_AGAIN_MS.length - 1)];
				setTimeout(() => void this.#send(tries + 1), wait);
			}
		} finally {
			this.#isSending = false;
		}
		if (isThere && this.#unsent.length > 0) void this.#send();
	}

	/** What was refused is taken back; what was written stays until the server's own state has it. */
	#answered(
		events: readonly Pending[],
		answer: { ok: true; version: number } | { ok: false; because: NotTaken }
	): void {
		const held = this.#view()?.version ?? 0;
		if (!answer.ok) {
			this.trouble = answer.because;
			this.#takeBack(events);
		}
		this.#pending = this.#pending
			.map((event) =>
				answer.ok && events.includes(event) ? { ...event, version: answer.version } : event
			)
			.filter(({ version }) => version === undefined || version > held);
		this.#noteSaved();
	}

	#noteSaved(): void {
		if (this.isSaved) this.savedAt = serverClock.now;
	}

	/** Sending it again would never help. Nothing ends a contact of which something was just refused. */
	#cannotBeRead(events: readonly Pending[], words: string): void {
		if (events.length > 1) {
			this.#mostAtOnce = 1;
			return;
		}
		this.#mostAtOnce = MOST_IN_A_REQUEST;
		this.trouble = { words };
		this.#takeBack([...events, ...this.#unsent.filter(({ body }) => ENDINGS.has(body.type))]);
	}

	#takeBack(events: readonly Pending[]): void {
		for (const { typed } of events) this.#typing.giveBack(typed);
		this.#pending = this.#pending.filter((event) => !events.includes(event));
	}
}
