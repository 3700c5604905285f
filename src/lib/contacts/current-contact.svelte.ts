/**
 * One contact on this screen: what the server last said, with this browser's own unanswered events applied over it by
 * the same fold. Events are sent in order and kept until the server has them; typing is kept as a draft.
 */
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { OfficerEvent } from '#shared/contacts/events.ts';
import { eventAt } from '#shared/contacts/events.ts';
import { applyEvent, type Contact } from '#shared/contacts/fold.ts';
import type { ContactView } from '#shared/contacts/view.ts';
import type { Instant } from '#shared/time/day.ts';
import type { Api } from '../api.ts';
import { serverClock } from '../clock.svelte.ts';

type Pending = {
	key: string;
	/** When it was done: a clock that runs on would make the contact anew at every tick. */
	at: Instant;
	body: OfficerEvent;
	words?: Record<string, string>;
	/** The version it was written at, once the server has answered: from there on the server's state holds it. */
	version?: number;
};

export type Trouble =
	'not-yours' | 'closed' | 'no-such-contact' | 'card-number' | 'not-a-candidate';

const DRAFT_EVERY_MS = 1_000;
const TRY_AGAIN_MS = [500, 1_000, 2_000, 5_000];

export class CurrentContact {
	/** Why the server would not take what was done, until the officer has read it. */
	trouble = $state<Trouble | null>(null);
	/** The last moment at which nothing was waiting to be sent. */
	savedAt = $state<number | null>(null);

	readonly contactId: string;
	readonly #api: Api;
	readonly #officerId: string;
	readonly #view: () => ContactView | undefined;
	#pending = $state.raw<readonly Pending[]>([]);
	/** What stands in each field typed in here. */
	#text = $state.raw<Readonly<Record<string, string>>>({});
	/** Of that, what the server does not have yet. */
	readonly #typed = new SvelteMap<string, string>();
	#isDraftDue = false;
	#isSending = false;

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
	}

	/** Undefined once the server has taken it off this screen. */
	get view(): ContactView | undefined {
		const view = this.#view();
		return view && { ...view, contact: this.#withPending(view.contact) };
	}

	get isSaved(): boolean {
		return this.#unsent.length === 0 && this.#typed.size === 0;
	}

	act(body: OfficerEvent, words?: Record<string, string>): void {
		const at = untrack(() => serverClock.instant);
		const event = { key: crypto.randomUUID(), at, body, ...(words ? { words } : {}) };
		this.#pending = [...this.#pending, event];
		for (const field of Object.keys(words ?? {})) this.#typed.delete(field);
		void this.#send();
	}

	/** A field as it stands here: typed, else kept as a draft by the server, else as last written. */
	textOf(field: string, written: string): string {
		return this.#text[field] ?? this.#view()?.drafts[field] ?? written;
	}

	/** Half-typed text: kept on the server at most once a second, so that a crash loses at most that. */
	type(field: string, value: string): void {
		this.#text = { ...this.#text, [field]: value };
		this.#typed.set(field, value);
		this.#sendDraftsSoon();
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
		const events = this.#unsent;
		if (this.#isSending || events.length === 0) return;
		this.#isSending = true;
		try {
			const sent = events.map(({ key, body, words }) => ({ key, body, words }));
			const { contactId } = this;
			const answer = await this.#api.contacts.act.mutate({ contactId, events: sent });
			this.#answered(events, answer);
		} catch {
			// The server is away: everything is kept and sent again; the link's own state tells the officer.
			const wait = TRY_AGAIN_MS[Math.min(tries, TRY_AGAIN_MS.length - 1)];
			setTimeout(() => void this.#send(tries + 1), wait);
		} finally {
			this.#isSending = false;
		}
		if (this.#unsent.length > 0 && tries === 0) void this.#send();
	}

	/** What was refused is taken back; what was written stays until the server's own state has it. */
	#answered(
		events: readonly Pending[],
		answer: { ok: true; version: number } | { ok: false; because: Trouble }
	): void {
		const held = this.#view()?.version ?? 0;
		if (!answer.ok) this.trouble = answer.because;
		this.#pending = this.#pending
			.filter((event) => answer.ok || !events.includes(event))
			.map((event) =>
				answer.ok && events.includes(event) ? { ...event, version: answer.version } : event
			)
			.filter(({ version }) => version === undefined || version > held);
		if (this.isSaved) this.savedAt = serverClock.now;
	}

	#sendDraftsSoon(): void {
		if (this.#isDraftDue) return;
		this.#isDraftDue = true;
		setTimeout(() => void this.#sendDrafts(), DRAFT_EVERY_MS);
	}

	async #sendDrafts(): Promise<void> {
		this.#isDraftDue = false;
		const typed = [...this.#typed];
		this.#typed.clear();
		for (const [field, value] of typed) {
			try {
				const { contactId } = this;
				const answer = await this.#api.contacts.draft.mutate({ contactId, field, value });
				if (!answer.ok) this.trouble = answer.because;
			} catch {
				if (!this.#typed.has(field)) this.#typed.set(field, value);
				this.#sendDraftsSoon();
			}
		}
		if (this.isSaved) this.savedAt = serverClock.now;
	}
}
