/** The single view of a contact's person: asked of the server when it is opened, and again when figures have changed. */
import type { HistoryKind, HistoryLine } from '#shared/contacts/shown/history.ts';
import type { SingleView } from '#shared/contacts/shown/single-view.ts';
import { failureOf, type Api } from '../../api.ts';
import { DETAIL_REFUSALS } from '../../debts/detail-words.ts';

/** Letters and agreements are what was sent or settled; the rest are kinds of their own. */
export const CHOICES = [
	{ value: 'all', label: 'Everything', kinds: null },
	{ value: 'contacts', label: 'Contacts', kinds: ['contact', 'agreement', 'letter'] },
	{ value: 'payments', label: 'Payments', kinds: ['payment'] },
	{ value: 'recovery', label: 'Recovery', kinds: ['stage', 'hold'] }
] as const satisfies readonly {
	value: string;
	label: string;
	kinds: readonly HistoryKind[] | null;
}[];

export class OpenedWhole {
	isOpen = $state(false);
	/** Null until it is there. */
	whole = $state.raw<SingleView | null>(null);
	problem = $state('');
	choice = $state<string>('all');
	readonly #api: Pick<Api, 'contacts'>;

	constructor(api: Pick<Api, 'contacts'>) {
		this.#api = api;
	}

	get lines(): readonly HistoryLine[] {
		const kinds: readonly HistoryKind[] | null =
			CHOICES.find(({ value }) => value === this.choice)?.kinds ?? null;
		return (this.whole?.timeline ?? []).filter(({ kind }) => !kinds || kinds.includes(kind));
	}

	open(contactId: string): void {
		this.isOpen = true;
		this.whole = null;
		void this.look(contactId);
	}

	/** What is shown stays until the answer is here. */
	async look(contactId: string): Promise<void> {
		this.problem = '';
		try {
			const answer = await this.#api.contacts.singleView.query({ contactId });
			if (answer.ok) this.whole = answer.whole;
			else this.problem = DETAIL_REFUSALS[answer.because];
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
		}
	}

	close(): void {
		this.isOpen = false;
		this.whole = null;
	}
}
