/** Banks' advices being answered with what was done, one at a time. */
import { DONE, type Did } from '#shared/income/advice-closing.ts';
import type { AdviceSeen } from '#shared/income/advices.ts';
import { api, failureOf } from '../api.ts';
import { CLOSE_PROBLEMS } from './advice-words.ts';
import { NOT_SENT } from './waiting-words.ts';

export class Answering {
	done = $state('');
	problem = $state('');
	isBusy = $state(false);
	readonly #reload: () => Promise<void>;

	constructor(reload: () => Promise<void>) {
		this.#reload = reload;
	}

	async close({ id, title, reference }: AdviceSeen, did: Did): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		this.done = '';
		this.problem = '';
		try {
			const answer = await api.income.advices.close.mutate({ adviceId: id, did });
			if (answer.ok) this.done = `${title ?? reference}: ${DONE[did].toLowerCase()}`;
			else this.problem = CLOSE_PROBLEMS[answer.because];
			await this.#reload();
		} catch (thrown) {
			const failure = failureOf(thrown);
			this.problem = failure.kind === 'unanswered' ? NOT_SENT : failure.words;
		} finally {
			this.isBusy = false;
		}
	}
}
