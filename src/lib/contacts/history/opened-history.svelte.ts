/** What has happened about the person of a contact: asked of the server when it is opened. */
import type { HistoryKind, HistoryLine } from '#shared/contacts/history.ts';
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

export type Choice = (typeof CHOICES)[number]['value'];

export class OpenedHistory {
	isOpen = $state(false);
	/** Null until it is there. */
	lines = $state.raw<readonly HistoryLine[] | null>(null);
	problem = $state('');
	choice = $state<string>('all');
	readonly #api: Pick<Api, 'contacts'>;

	constructor(api: Pick<Api, 'contacts'>) {
		this.#api = api;
	}

	get shown(): readonly HistoryLine[] {
		const kinds: readonly HistoryKind[] | null =
			CHOICES.find(({ value }) => value === this.choice)?.kinds ?? null;
		return (this.lines ?? []).filter(({ kind }) => !kinds || kinds.includes(kind));
	}

	async open(contactId: string): Promise<void> {
		this.isOpen = true;
		this.lines = null;
		this.problem = '';
		try {
			const answer = await this.#api.contacts.history.query({ contactId });
			if (answer.ok) this.lines = answer.lines;
			else this.problem = DETAIL_REFUSALS[answer.because];
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
		}
	}
}
