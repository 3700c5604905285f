/** One debt at a time being put right by a team leader. */
import type { PutRight } from '#shared/debts/moratorium/put-right.ts';
import { formatPounds } from '#shared/money/pence.ts';
import { api } from '../api.ts';
import { OneAtATime } from '../one-at-a-time.svelte.ts';

export class PuttingRight extends OneAtATime {
	/** The one asked about. */
	debt = $state<PutRight | null>(null);
	readonly #reload: () => Promise<void>;

	constructor(reload: () => Promise<void>) {
		super();
		this.#reload = reload;
	}

	async takeBack(): Promise<void> {
		const { debt } = this;
		this.debt = null;
		if (!debt) return;
		await this.do(async () => {
			const answer = await api.debts.takeBack.mutate({ debtId: debt.debtId });
			if (answer.ok)
				this.done = `${debt.title}: taken back, ${formatPounds(answer.cost)} comes off`;
			else this.problem = `${debt.title} has been put right by somebody meanwhile.`;
			await this.#reload();
		});
	}
}
