/** The demonstration's callers, asked to ring this officer's phone. */
import { failureOf, type Api } from '../../api.ts';

export class RingMe {
	/** Asked for and not ringing yet. */
	asked = $state<string | null>(null);
	/** Why it could not ring, in words. */
	problem = $state<string | null>(null);
	readonly #api: Api;

	constructor(api: Api) {
		this.#api = api;
	}

	async ring(scenario: string): Promise<void> {
		this.asked = scenario;
		this.problem = null;
		try {
			const answer = await this.#api.telephony.ringMe.mutate({ scenario });
			if (!answer.ok) this.problem = WORDS[answer.because];
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
		} finally {
			this.asked = null;
		}
	}
}

const WORDS = {
	'no-extension': 'You have no extension, so no phone rings for you.',
	'not-a-demo': 'Callers can be made to ring only in a demonstration.',
	'no-such-scenario': 'That caller is not one of the demonstration.',
	busy: 'Your phone is ringing or in use. Finish that call first.',
	'link-lost': 'The demonstration phone system is not up yet. Try again in a moment.'
} as const;
