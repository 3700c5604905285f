/** The customer's own copy of what has been told, in a tab of its own. */
import { api, failureOf, wordsOf } from '../api.ts';
import { openPdf } from '../open-pdf.ts';

const REFUSALS = {
	'not-identified': 'They have not passed the check.',
	'no-statement': 'There is nothing on the statement yet.'
} as const;

export class TheirCopy {
	/** Why there is none to print. */
	problem = $state<string | null>(null);
	readonly #contactId: () => string;

	constructor({ contactId }: { contactId: () => string }) {
		this.#contactId = contactId;
	}

	async print(): Promise<void> {
		this.problem = null;
		try {
			const copy = await api.affordability.copy.query({ contactId: this.#contactId() });
			if (copy.ok) openPdf(copy.pdf);
			else this.problem = REFUSALS[copy.because];
		} catch (thrown) {
			this.problem = wordsOf(failureOf(thrown));
		}
	}
}
