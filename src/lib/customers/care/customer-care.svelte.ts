/** How to treat the customer of a contact, on this screen: read when it is opened, and again when anything of it changes. */
import type { Care } from '#shared/customers/care.ts';
import { failureOf, wordsOf, type Api } from '../../api.ts';
import { announcements } from '../../ui/telling/announce.svelte.ts';
import { CARE_REFUSALS, type CareRefusal } from './words.ts';

type Answer = { ok: boolean; because?: CareRefusal };
type Procedures = Api['customers']['care'];
type InputOf<Name extends Exclude<keyof Procedures, 'see'>> = Omit<
	Parameters<Procedures[Name]['mutate']>[0],
	'contactId'
>;

export class CustomerCare {
	/** Null until it is there. */
	care = $state.raw<Care | null>(null);
	problem = $state('');
	isBusy = $state(false);
	readonly #api: Pick<Api, 'customers'>;
	readonly #contactId: string;

	constructor({ api, contactId }: { api: Pick<Api, 'customers'>; contactId: string }) {
		this.#api = api;
		this.#contactId = contactId;
	}

	async look(): Promise<void> {
		try {
			const answer = await this.#procedures.see.query({ contactId: this.#contactId });
			if (answer.ok) this.care = answer.care;
			else this.care = null;
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
		}
	}

	/** True when it was done. */
	recordAuthority(said: InputOf<'recordAuthority'>): Promise<boolean> {
		const done = 'Recorded: they may speak for the customer';
		return this.#ask(() => this.#procedures.recordAuthority.mutate(this.#about(said)), done);
	}

	endAuthority(ending: InputOf<'endAuthority'>): Promise<boolean> {
		const done = 'Ended: they may be told nothing more';
		return this.#ask(() => this.#procedures.endAuthority.mutate(this.#about(ending)), done);
	}

	setWish(said: InputOf<'setWish'>): Promise<boolean> {
		return this.#ask(() => this.#procedures.setWish.mutate(this.#about(said)), 'Noted');
	}

	keepNeed(kept: InputOf<'keepNeed'>): Promise<boolean> {
		return this.#ask(() => this.#procedures.keepNeed.mutate(this.#about(kept)), 'Noted');
	}

	endNeed(ended: InputOf<'endNeed'>): Promise<boolean> {
		return this.#ask(() => this.#procedures.endNeed.mutate(this.#about(ended)), 'Taken off');
	}

	restrict(set: InputOf<'restrict'>): Promise<boolean> {
		return this.#ask(() => this.#procedures.restrict.mutate(this.#about(set)), 'Noted');
	}

	wrongNumber(of: InputOf<'wrongNumber'>): Promise<boolean> {
		const done = 'Unlinked: it is not used for this customer any more';
		return this.#ask(() => this.#procedures.wrongNumber.mutate(this.#about(of)), done);
	}

	theirNumber(of: InputOf<'theirNumber'>): Promise<boolean> {
		return this.#ask(() => this.#procedures.theirNumber.mutate(this.#about(of)), 'Linked again');
	}

	get #procedures(): Procedures {
		return this.#api.customers.care;
	}

	#about<Said>(said: Said): Said & { contactId: string } {
		return { ...said, contactId: this.#contactId };
	}

	async #ask(asking: () => Promise<Answer>, done: string): Promise<boolean> {
		if (this.isBusy) return false;
		this.isBusy = true;
		this.problem = '';
		try {
			const answer = await asking();
			if (answer.ok) announcements.say(done);
			else this.problem = answer.because ? CARE_REFUSALS[answer.because] : '';
			await this.look();
			return answer.ok;
		} catch (thrown) {
			this.problem = wordsOf(failureOf(thrown));
			return false;
		} finally {
			this.isBusy = false;
		}
	}
}
