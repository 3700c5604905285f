/** A leader says that they come to an officer who asks. The board follows the log and not this answer. */
import { SvelteSet } from 'svelte/reactivity';
import { failureOf, type Api } from '../api.ts';
import { COMING_REFUSALS } from './words.ts';

export class Coming {
	/** Said for these contacts, and not answered yet. */
	readonly asked = new SvelteSet<string>();
	/** Why it was not taken. */
	problem = $state<string | null>(null);
	readonly #api: Pick<Api, 'monitoring'>;

	constructor(api: Pick<Api, 'monitoring'>) {
		this.#api = api;
	}

	async to(contactId: string): Promise<void> {
		if (this.asked.has(contactId)) return;
		this.asked.add(contactId);
		this.problem = null;
		try {
			const answer = await this.#api.monitoring.answerHelp.mutate({ contactId });
			if (!answer.ok) this.problem = COMING_REFUSALS[answer.because];
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
		} finally {
			this.asked.delete(contactId);
		}
	}
}
