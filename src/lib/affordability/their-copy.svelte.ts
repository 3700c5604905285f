/** The customer's own copy of what has been told, in a tab of its own. */
import { api, failureOf, wordsOf } from '../api.ts';
import { openPdf } from '../open-pdf.ts';

const REFUSALS = {
	'not-identified': 'They have not passed the check.',
	'theirs-alone': 'Earlier statements are the customer’s own.',
	'no-statement': 'There is nothing on the statement yet.'
} as const;

export class TheirCopy {
	/** Why there is none to print. */
	problem = $state<string | null>(null);
	readonly #contactId: () => string;

	constructor({ contactId }: { contactId: () => string }) {
		this.#contactId = contactId;
	}

	/** As it stands here, or a version that was kept. */
	async print(version: number | null = null): Promise<void> {
		this.problem = null;
		try {
			const copy = await api.affordability.copy.mutate({
				contactId: this.#contactId(),
				version
			});
			if (copy.ok) openPdf(copy.pdf);
			else this.problem = REFUSALS[copy.because];
		} catch (thrown) {
			this.problem = wordsOf(failureOf(thrown));
		}
	}
}
