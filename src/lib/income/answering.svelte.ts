/** Banks' advices being answered with what was done, one at a time. */
import { DONE, type Did } from '#shared/income/advices/advice-closing.ts';
import type { AdviceSeen } from '#shared/income/advices/advices.ts';
import { api, type Failure } from '../api.ts';
import { OneAtATime } from '../one-at-a-time.svelte.ts';
import { CLOSE_PROBLEMS } from './advice-words.ts';
import { notSent } from './waiting-words.ts';

export class Answering extends OneAtATime {
	readonly #reload: () => Promise<void>;

	constructor(reload: () => Promise<void>) {
		super();
		this.#reload = reload;
	}

	close({ id, title, reference }: AdviceSeen, did: Did): Promise<void> {
		return this.do(async () => {
			const answer = await api.income.advices.close.mutate({ adviceId: id, did });
			if (answer.ok) this.done = `${title ?? reference}: ${DONE[did].toLowerCase()}`;
			else this.problem = CLOSE_PROBLEMS[answer.because];
			await this.#reload();
		});
	}

	protected override failed(failure: Failure): string {
		return notSent(failure);
	}
}
