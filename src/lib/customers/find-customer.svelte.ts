/** The search for a contact's customer: what is typed, whom it found, and why not. Everything found is part-masked. */
import type { Found } from '#shared/customers/search.ts';
import { failureOf, type Api } from '../api.ts';
import { announcements } from '../ui/announce.svelte.ts';
import { SEARCH_REFUSALS } from './words.ts';

export type FoundPeople = {
	/** What was searched for, as it was typed. */
	typed: string;
	found: readonly Found[];
	hasMore: boolean;
	hasRestricted: boolean;
};

export class FindCustomer {
	typed = $state('');
	people = $state.raw<FoundPeople | null>(null);
	problem = $state<string | null>(null);
	isSearching = $state(false);

	readonly #api: Api;
	readonly #contactId: string;

	constructor({ api, contactId }: { api: Api; contactId: string }) {
		this.#api = api;
		this.#contactId = contactId;
	}

	async search(): Promise<void> {
		const typed = this.typed.trim();
		if (this.isSearching) return;
		this.isSearching = true;
		this.problem = null;
		try {
			const contactId = this.#contactId;
			const answer = await this.#api.contacts.search.mutate({ contactId, typed });
			this.people = answer.ok ? { typed, ...answer.result } : null;
			if (answer.ok) announcements.say(foundText(answer.result.found.length));
			else this.problem = SEARCH_REFUSALS[answer.because];
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
}

export function foundText(count: number): string {
	if (count === 0) return 'Nobody matches';
	return count === 1 ? '1 person matches' : `${count} people match`;
}
