/** Whose the number is that rang: chosen, noted and taken back, each at once and on the record. */
import type { Belongs } from '#shared/customers/number/belonging.ts';
import { failureOf, wordsOf, type Api } from '../../api.ts';
import { CARE_REFUSALS, type CareRefusal } from '../../customers/care/words.ts';
import { announcements } from '../../ui/telling/announce.svelte.ts';

type Answer = { ok: true } | { ok: false; because: CareRefusal };

export class NotingNumber {
	isOpen = $state(false);
	chosen = $state<string | null>(null);
	problem = $state<string | undefined>();
	isBusy = $state(false);
	readonly #api: Pick<Api, 'customers'>;
	readonly #contactId: string;

	constructor({ api, contactId }: { api: Pick<Api, 'customers'>; contactId: string }) {
		this.#api = api;
		this.#contactId = contactId;
	}

	open(now: Belongs | null): void {
		this.isOpen = true;
		this.chosen = now;
		this.problem = undefined;
	}

	async note(belongs: Belongs | undefined): Promise<void> {
		if (!belongs) {
			this.problem = 'Choose whose it is.';
			return;
		}
		const asked = { contactId: this.#contactId, belongs };
		await this.#ask(() => this.#api.customers.care.noteNumber.mutate(asked), 'Noted');
	}

	/** True when it was done. */
	takeBack(number: string): Promise<boolean> {
		const asked = { contactId: this.#contactId, number };
		const done = 'Taken back: the number says what the records say';
		return this.#ask(() => this.#api.customers.care.takeNoteBack.mutate(asked), done);
	}

	async #ask(asking: () => Promise<Answer>, done: string): Promise<boolean> {
		if (this.isBusy) return false;
		this.isBusy = true;
		this.problem = undefined;
		try {
			const answer = await asking();
			if (answer.ok) {
				this.isOpen = false;
				announcements.say(done);
			} else this.problem = CARE_REFUSALS[answer.because];
			return answer.ok;
		} catch (thrown) {
			this.problem = wordsOf(failureOf(thrown));
			return false;
		} finally {
			this.isBusy = false;
		}
	}
}
