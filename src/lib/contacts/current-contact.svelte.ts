/**
 * One contact on this screen: what the server last said, with this browser's own unanswered events applied over it by
 * the same fold. Events are sent in order and kept until the server has them; typing is kept as a draft.
 */
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { fieldsSettledBy } from '#shared/contacts/drafts.ts';
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
	/** What was typed in the fields it settles: back in them if it is refused. */
	typed: Readonly<Record<string, string>>;
	/** The version it was written at, once the server has answered: from there on the server's state holds it. */
	version?: number;
};

export type Trouble =
	'not-yours' | 'closed' | 'no-such-contact' | 'card-number' | 'not-a-candidate';

const DRAFT_EVERY_MS = 1_000;
/** The server takes no more at once; a connection that was gone for long has more to send. */
const MOST_IN_A_REQUEST = 50;
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
	/** What stands in each field typed in here; null once a line of the log has settled it. */
	#text = $state.raw<Readonly<Record<string, string | null>>>({});
	/** Of that, what the server does not have yet. */
	readonly #typed = new SvelteMap<string, string>();
	#isDraftDue = false;
	#draftsOnTheirWay = Promise.resolve();
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
		const typed = this.#settle(fieldsSettledBy(body));
		const event = { key: crypto.randomUUID(), at, body, typed, ...(words ? { words } : {}) };
		this.#pending = [...this.#pending, event];
		void this.#send();
	}

	/** A field as it stands here: typed, else kept as a draft by the server, else as last written. */
	textOf(field: string, written: string): string {
		if (field in this.#text) return this.#text[field] ?? written;
		return this.#view()?.drafts[field] ?? written;
	}

	/** Half-typed text: kept on the server at most once a second, so that a crash loses at most that. */
	type(field: string, value: string): void {
		this.#text = { ...this.#text, [field]: value };
		this.#typed.set(field, value);
		this.#sendDraftsSoon();
	}

	/** What the log says of a field is what it shows from now on, before the server's own draft of it is gone. */
	#settle(fields: readonly string[]): Record<string, string> {
		const typed: Record<string, string> = {};
		for (const field of fields) {
			const text = this.#text[field] ?? null;
			if (text !== null) typed[field] = text;
			this.#typed.delete(field);
			this.#text = { ...this.#text, [field]: null };
		}
		return typed;
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
		const events = this.#unsent.slice(0, MOST_IN_A_REQUEST);
		if (this.#isSending || events.length === 0) return;
		this.#isSending = true;
		let isThere = true;
		try {
			const sent = events.map(({ key, body, words }) => ({ key, body, words }));
			const { contactId } = this;
			// A draft on its way must not come after the line that settles its field.
			await this.#draftsOnTheirWay;
			const answer = await this.#api.contacts.act.mutate({ contactId, events: sent });
			this.#answered(events, answer);
		} catch {
			// The server is away: everything is kept and sent again; the link's own state tells the officer.
			isThere = false;
			const wait = TRY_AGAIN_MS[Math.min(tries, TRY_AGAIN_MS.length - 1)];
			setTimeout(() => void this.#send(tries + 1), wait);
		} finally {
			this.#isSending = false;
		}
		if (isThere && this.#unsent.length > 0) void this.#send();
	}

	/** What was refused is taken back; what was written stays until the server's own state has it. */
	#answered(
		events: readonly Pending[],
		answer: { ok: true; version: number } | { ok: false; because: Trouble }
	): void {
		const held = this.#view()?.version ?? 0;
		if (!answer.ok) {
			this.trouble = answer.because;
			for (const { typed } of events) this.#giveBack(typed);
		}
		this.#pending = this.#pending
			.filter((event) => answer.ok || !events.includes(event))
			.map((event) =>
				answer.ok && events.includes(event) ? { ...event, version: answer.version } : event
			)
			.filter(({ version }) => version === undefined || version > held);
		if (this.isSaved) this.savedAt = serverClock.now;
	}

	/** What has been typed there since stays. */
	#giveBack(typed: Readonly<Record<string, string>>): void {
		for (const [field, text] of Object.entries(typed)) {
			if (this.#text[field] === null) this.#text = { ...this.#text, [field]: text };
		}
	}

	#sendDraftsSoon(): void {
		if (this.#isDraftDue) return;
		this.#isDraftDue = true;
		setTimeout(() => void (this.#draftsOnTheirWay = this.#sendDrafts()), DRAFT_EVERY_MS);
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
