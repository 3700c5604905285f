/**
 * What is being typed into the fields of one contact: what stands in each, and what the server does not have yet. It is
 * kept on the server at most once a second, so that a crash loses at most that.
 */
import { SvelteMap } from 'svelte/reactivity';
import { failureOf, wordsOf, type Api } from '../api.ts';

/** What the server says when it takes nothing more of this contact from this officer, or not that. */
export type NotTaken =
	'not-yours' | 'closed' | 'no-such-contact' | 'card-number' | 'not-a-candidate' | 'help-open';

/** By its name, or in the server's own words. */
export type Trouble = NotTaken | { words: string };

const EVERY_MS = 1_000;

type TypingParts = {
	contactId: string;
	api: Api;
	onkept: () => void;
	onrefused: (trouble: Trouble) => void;
	view: () => { drafts: Readonly<Record<string, string>> } | undefined;
};

export class Typing {
	/** The drafts being sent now: a line that settles a field must not come before its draft. */
	onItsWay = Promise.resolve();
	readonly #parts: TypingParts;
	/** What stands in each field typed in here; null once a line of the log has settled it. */
	#text = $state.raw<Readonly<Record<string, string | null>>>({});
	/** Of that, what the server does not have yet. */
	readonly #unkept = new SvelteMap<string, string>();
	#isDue = false;

	constructor(parts: TypingParts) {
		this.#parts = parts;
	}

	get isKept(): boolean {
		return this.#unkept.size === 0;
	}

	textOf(field: string, written: string): string {
		if (field in this.#text) return this.#text[field] ?? written;
		return this.#parts.view()?.drafts[field] ?? written;
	}

	type(field: string, value: string): void {
		this.#text = { ...this.#text, [field]: value };
		this.#unkept.set(field, value);
		this.#sendSoon();
	}

	/**
	 * What the log says of these fields is what they show from now on, before the server's own drafts of them are gone.
	 * Answers what had been typed in them.
	 */
	settle(fields: readonly string[]): Record<string, string> {
		const typed: Record<string, string> = {};
		for (const field of fields) {
			const text = this.#text[field] ?? null;
			if (text !== null) typed[field] = text;
			this.#unkept.delete(field);
			this.#text = { ...this.#text, [field]: null };
		}
		return typed;
	}

	/** The line was not taken. What has been typed there since stays. */
	giveBack(typed: Readonly<Record<string, string>>): void {
		for (const [field, text] of Object.entries(typed)) {
			if (this.#text[field] === null) this.#text = { ...this.#text, [field]: text };
		}
	}

	#sendSoon(): void {
		if (this.#isDue) return;
		this.#isDue = true;
		setTimeout(() => void (this.onItsWay = this.#send()), EVERY_MS);
	}

	async #send(): Promise<void> {
		this.#isDue = false;
		const typed = [...this.#unkept];
		this.#unkept.clear();
		for (const [field, value] of typed) await this.#sendOne(field, value);
		this.#parts.onkept();
	}

	async #sendOne(field: string, value: string): Promise<void> {
		const { api, contactId, onrefused } = this.#parts;
		try {
			const answer = await api.contacts.draft.mutate({ contactId, field, value });
			if (answer.ok) return;
			// It stands in the field and nowhere else, and is not said to be saved.
			if (answer.because === 'card-number') this.#unkept.set(field, value);
			onrefused(answer.because);
		} catch (thrown) {
			if (!this.#unkept.has(field)) this.#unkept.set(field, value);
			const failure = failureOf(thrown);
			// What is too long to keep is as long at the next try.
			if (failure.kind === 'input') onrefused({ words: wordsOf(failure) });
			else this.#sendSoon();
		}
	}
}
