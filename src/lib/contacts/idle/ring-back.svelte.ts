/** Ringing somebody back: the officer's own telephone rings first, and the call shows itself when it does. */
import { failureOf, type Api } from '../../api.ts';

export class RingBack {
	/** Asked for and not ringing yet. */
	asked = $state<string | null>(null);
	/** Why it was not rung, in words. */
	problem = $state<string | null>(null);
	readonly #api: Pick<Api, 'telephony'>;

	constructor(api: Pick<Api, 'telephony'>) {
		this.#api = api;
	}

	async callBack(callbackId: string): Promise<void> {
		if (this.asked !== null) return;
		this.asked = callbackId;
		this.problem = null;
		try {
			const answer = await this.#api.telephony.ringBack.mutate({ callbackId });
			if (!answer.ok) this.problem = WORDS[answer.because];
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
		} finally {
			this.asked = null;
		}
	}
}

const WORDS = {
	'not-due': 'That call is made, or somebody else has it.',
	'no-number': 'There is no number of theirs that may be rung.',
	'against-their-wish': 'They asked not to be rung now.',
	'not-offered': 'This phone system cannot ring from here. Use the phone.',
	'link-lost': 'The link to the phone system is down. Use the phone.',
	'no-such-call': 'That call is over.',
	'bad-target': 'You have no phone here, or that is not a number.',
	'refused-by-switch': 'Your phone is in use, or the phone system refused.',
	'not-confirmed': 'The phone system did not confirm it. Look at the phone.'
} as const;
