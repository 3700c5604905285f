/** One debt opened from its row: asked of the server when it is opened, and again when its figures have changed. */
import type { DebtDetail } from '#shared/debts/detail/detail.ts';
import type { Api } from '../api.ts';
import { failureOf } from '../api.ts';
import type { Day } from '#shared/time/day.ts';
import { ANSWERED_REFUSALS, DETAIL_REFUSALS } from './detail-words.ts';

export class OpenedDebt {
	debtId = $state<string | null>(null);
	detail = $state<DebtDetail | null>(null);
	problem = $state('');
	readonly #api: Pick<Api, 'debts'>;

	constructor(api: Pick<Api, 'debts'>) {
		this.#api = api;
	}

	async open(contactId: string, debtId: string): Promise<void> {
		if (debtId !== this.debtId) this.detail = null;
		this.debtId = debtId;
		this.problem = '';
		try {
			const answer = await this.#api.debts.detail.query({ contactId, debtId });
			// Another was opened meanwhile, or this was closed.
			if (this.debtId !== debtId) return;
			if (answer.ok) this.detail = answer.detail;
			else this.problem = DETAIL_REFUSALS[answer.because];
		} catch (thrown) {
			const { words } = failureOf(thrown);
			if (this.debtId === debtId) this.problem = words;
		}
	}

	/** Its agents know of what they were told. */
	async answered(contactId: string, said: { on: Day; name: string }): Promise<void> {
		const { debtId } = this;
		if (debtId === null) return;
		try {
			const answer = await this.#api.debts.acknowledged.mutate({ contactId, debtId, ...said });
			if (answer.ok) await this.open(contactId, debtId);
			else this.problem = ANSWERED_REFUSALS[answer.because];
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
		}
	}

	close(): void {
		this.debtId = null;
		this.detail = null;
		this.problem = '';
	}
}
