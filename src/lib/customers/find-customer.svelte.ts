/** The search for a contact's customer: what is typed, whom it found, and why not. Everything found is part-masked. */
import { readSearch, type Found } from '#shared/customers/search/search.ts';
import { failureOf, type Api } from '../api.ts';
import { announcements } from '../ui/telling/announce.svelte.ts';
import { foundText, SEARCH_REFUSALS } from './words.ts';

export type FoundPeople = {
	/** What was searched for, as it was typed. */
	typed: string;
	found: readonly Found[];
	hasMore: boolean;
};

/** The contact that is searched for, and why there is none. */
export type Begun = { ok: true; contactId: string } | { ok: false; words: string };

export class FindCustomer {
	typed = $state('');
	people = $state.raw<FoundPeople | null>(null);
	problem = $state<string | null>(null);
	isSearching = $state(false);

	readonly #api: Pick<Api, 'contacts'>;
	readonly #begin: () => Promise<Begun>;

	/** Whom a search shows is on a contact's record: `begin` says whose, and may begin it. */
	constructor({ api, begin }: { api: Pick<Api, 'contacts'>; begin: () => Promise<Begun> }) {
		this.#api = api;
		this.#begin = begin;
	}

	/** The one person found by exactly what stands in the box. */
	get onlyOne(): string | null {
		const { people } = this;
		const [first, ...others] = people?.found ?? [];
		const isTheirs = people?.typed === this.typed.trim() && !people.hasMore;
		return first && others.length === 0 && isTheirs ? first.customerId : null;
	}

	async search(): Promise<void> {
		const typed = this.typed.trim();
		if (this.isSearching) return;
		this.problem = readSearch(typed) ? null : SEARCH_REFUSALS['too-little'];
		if (this.problem) return void (this.people = null);
		this.isSearching = true;
		try {
			await this.#ask(typed);
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
		} finally {
			this.isSearching = false;
		}
	}

	clear(): void {
		this.typed = '';
		this.people = null;
		this.problem = null;
	}

	async #ask(typed: string): Promise<void> {
		const begun = await this.#begin();
		if (!begun.ok) return void (this.problem = begun.words);
		const { contactId } = begun;
		const answer = await this.#api.contacts.search.mutate({ contactId, typed });
		this.people = answer.ok ? { typed, ...answer.result } : null;
		if (!answer.ok) return void (this.problem = SEARCH_REFUSALS[answer.because]);
		announcements.say(foundText(answer.result));
	}
}
