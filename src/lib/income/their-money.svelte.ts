/** The money that waits and looks like the customer's of one contact: what it is, and placing and undoing it. */
import type { ReceiptPart } from '#shared/contacts/log/income-events.ts';
import type { WaitingReceipt } from '#shared/income/waiting/waiting.ts';
import { failureOf, type Api } from '../api.ts';
import { newPress } from '../press.ts';
import { announcements } from '../ui/telling/announce.svelte.ts';

type Answer = Awaited<ReturnType<Api['income']['place']['mutate']>>;

export type MoneyProblem = Extract<Answer, { ok: false }>['because'] | 'not-sent';

export class TheirMoney {
	waiting = $state.raw<readonly WaitingReceipt[]>([]);
	/** Of the receipt it is about. */
	problem = $state.raw<{ receiptId: string; because: MoneyProblem } | null>(null);

	readonly #api: Pick<Api, 'income'>;
	readonly #contactId: string;
	readonly #press = newPress();

	constructor({ api, contactId }: { api: Pick<Api, 'income'>; contactId: string }) {
		this.#api = api;
		this.#contactId = contactId;
	}

	/** Asked again whenever their figures or what is placed changed; unanswered it stays as it was. */
	async look(): Promise<void> {
		try {
			const answer = await this.#api.income.theirs.query({ contactId: this.#contactId });
			this.waiting = answer.ok ? answer.waiting : [];
		} catch (thrown) {
			failureOf(thrown);
		}
	}

	async place(receiptId: string, parts: readonly ReceiptPart[]): Promise<void> {
		const asked = { ...this.#pressed(receiptId, ['place', parts]), parts: [...parts] };
		await this.#do(receiptId, () => this.#api.income.place.mutate(asked));
		if (this.problem === null) announcements.say('Placed.');
	}

	async undo(receiptId: string): Promise<void> {
		const asked = this.#pressed(receiptId, ['undo']);
		await this.#do(receiptId, () => this.#api.income.undo.mutate(asked));
		if (this.problem === null) announcements.say('Undone. It waits again.');
	}

	async #do(receiptId: string, ask: () => Promise<Answer>): Promise<void> {
		try {
			const answer = await ask();
			this.#press.answered();
			this.problem = answer.ok ? null : { receiptId, because: answer.because };
		} catch (thrown) {
			failureOf(thrown);
			this.problem = { receiptId, because: 'not-sent' };
		}
		await this.look();
	}

	#pressed(receiptId: string, body: readonly unknown[]) {
		const key = this.#press.keyFor(receiptId, ...body);
		return { contactId: this.#contactId, receiptId, key };
	}
}
