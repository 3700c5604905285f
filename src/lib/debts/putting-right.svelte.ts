/** One debt at a time being put right by a team leader. */
import type { PutRight } from '#shared/debts/moratorium/put-right.ts';
import { formatPounds } from '#shared/money/pence.ts';
import { api, failureOf } from '../api.ts';

export class PuttingRight {
	/** The one asked about. */
	debt = $state<PutRight | null>(null);
	done = $state('');
	problem = $state('');
	isBusy = $state(false);
	readonly #reload: () => Promise<void>;

	constructor(reload: () => Promise<void>) {
		this.#reload = reload;
	}

	async takeBack(): Promise<void> {
		const { debt } = this;
		this.debt = null;
		if (!debt || this.isBusy) return;
		this.isBusy = true;
		this.done = '';
		this.problem = '';
		try {
			const answer = await api.debts.takeBack.mutate({ debtId: debt.debtId });
			if (answer.ok)
				this.done = `${debt.title}: taken back, ${formatPounds(answer.cost)} comes off`;
			else this.problem = `${debt.title} has been put right by somebody meanwhile.`;
			await this.#reload();
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
		} finally {
			this.isBusy = false;
		}
	}
}
