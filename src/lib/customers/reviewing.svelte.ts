/** A leader's answers to whether two records are one customer: one at a time, each told when it is done. */
import type { Review, ReviewAnswer, ReviewRefusal } from '#shared/customers/matching/review.ts';
import { api } from '../api.ts';
import { OneAtATime } from '../one-at-a-time.svelte.ts';

const REFUSALS: Record<ReviewRefusal, string> = {
	gone: 'Somebody has decided this already. The list is up to date again.',
	'one-already': 'They are one customer already.',
	'both-known':
		'We have spoken with both or agreed something with both. What was said to each stays theirs, so they are not joined.',
	'owe-together': 'They owe a debt together: the source says that they are two.',
	'two-kinds': 'One is a person and the other an organisation.',
	'no-such-change': 'There is nothing to undo.',
	'changed-since': 'Something newer was joined or taken apart there. Undo that first.'
};

export class Reviewing extends OneAtATime {
	readonly #reload: () => Promise<void>;

	constructor(reload: () => Promise<void>) {
		super();
		this.#reload = reload;
	}

	join({ id }: Review): Promise<void> {
		const ask = () => api.customers.join.mutate({ reviewId: id });
		return this.#ask(ask, 'Joined: they are one customer now');
	}

	keepApart({ id }: Review): Promise<void> {
		const ask = () => api.customers.keepApart.mutate({ reviewId: id });
		return this.#ask(ask, 'Kept apart: this is not asked again');
	}

	undo({ id }: Review): Promise<void> {
		const ask = () => api.customers.undo.mutate({ reviewId: id });
		return this.#ask(ask, 'Undone: everything is as it was before');
	}

	#ask(ask: () => Promise<ReviewAnswer>, done: string): Promise<void> {
		return this.do(async () => {
			const answer = await ask();
			if (answer.ok) this.done = done;
			else this.problem = REFUSALS[answer.because];
			await this.#reload();
		});
	}
}
