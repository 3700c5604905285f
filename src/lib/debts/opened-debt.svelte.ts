/** One debt opened from its row: asked of the server when it is opened, and again when its figures have changed. */
import type { DebtDetail } from '#shared/debts/detail/detail.ts';
import type { Api } from '../api.ts';
import { failureOf } from '../api.ts';
import { DETAIL_REFUSALS } from './detail-words.ts';

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

	close(): void {
		this.debtId = null;
		this.detail = null;
		this.problem = '';
	}
}
