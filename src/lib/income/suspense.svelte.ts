/**
 * Money that waits, worked through one sum at a time: what was opened has its likeliest homes, and what was placed last
 * can be undone until the next thing is done.
 */
import type { ReceiptPart } from '#shared/contacts/log/income-events.ts';
import type { AccountSeen, HomeSeen, WaitingSeen } from '#shared/income/waiting/suspense.ts';
import { formatPounds, plus, type Pence } from '#shared/money/pence.ts';
import { api, failureOf } from '../api.ts';
import { newPress } from '../press.ts';
import { notSent, REFUND_PROBLEMS, SUSPENSE_PROBLEMS } from './waiting-words.ts';

type Placed = { receiptId: string; key: string; says: string };

export class Suspense {
	/** The sum that is open, and its homes once they are here. */
	open = $state<string | null>(null);
	homes = $state.raw<readonly HomeSeen[] | null>(null);
	done = $state('');
	problem = $state('');
	/** The last that was placed. */
	placed = $state.raw<Placed | null>(null);
	isBusy = $state(false);
	readonly #reload: () => Promise<void>;
	readonly #press = newPress();

	constructor(reload: () => Promise<void>) {
		this.#reload = reload;
	}

	async look({ receiptId }: WaitingSeen): Promise<void> {
		const isOpen = this.open === receiptId;
		this.open = isOpen ? null : receiptId;
		this.homes = null;
		this.problem = '';
		if (isOpen) return;
		await this.#ask(async () => {
			this.homes = (await api.income.suspense.homes.query({ receiptId })) ?? [];
		});
	}

	/** The debts of a reference that somebody typed; null where it was not answered. */
	async accounts(reference: string): Promise<readonly AccountSeen[] | null> {
		let found: readonly AccountSeen[] | null = null;
		await this.#ask(async () => {
			found = await api.income.suspense.accounts.query({ reference });
		});
		return found;
	}

	async place({ receiptId }: WaitingSeen, parts: readonly ReceiptPart[]): Promise<void> {
		await this.#ask(async () => {
			const key = this.#press.keyFor(receiptId, parts);
			const answer = await api.income.suspense.place.mutate({ receiptId, key, parts: [...parts] });
			this.#press.answered();
			if (!answer.ok) {
				this.problem = SUSPENSE_PROBLEMS[answer.because];
				return;
			}
			const total = formatPounds(plus(...parts.map(({ amount }) => amount)));
			// Offered once the list is there: a press on Undo while it is read would go nowhere.
			await this.#next('').finally(() => {
				this.placed = { receiptId, key, says: `${total} is placed.` };
			});
		});
	}

	async undo({ receiptId, key: placedBy }: Placed): Promise<void> {
		await this.#ask(async () => {
			const key = this.#press.keyFor('undo', placedBy);
			const answer = await api.income.suspense.undo.mutate({ receiptId, key, placedBy });
			this.#press.answered();
			this.placed = null;
			if (answer.ok) await this.#next('Undone. It waits again.');
			else this.problem = SUSPENSE_PROBLEMS[answer.because];
		});
	}

	async refund(
		{ receiptId }: WaitingSeen,
		{ amount, because }: { amount: Pence; because: string }
	): Promise<void> {
		await this.#ask(async () => {
			const key = this.#press.keyFor('refund', receiptId, amount, because);
			const asked = { of: { receiptId }, amount, because, key };
			const answer = await api.income.refunds.ask.mutate(asked);
			this.#press.answered();
			if (answer.ok)
				await this.#next(`${formatPounds(amount)} is asked for: a team leader decides.`);
			else this.problem = REFUND_PROBLEMS[answer.because];
		});
	}

	async #next(done: string): Promise<void> {
		if (done !== '') this.placed = null;
		this.done = done;
		this.open = null;
		this.homes = null;
		await this.#reload();
	}

	async #ask(work: () => Promise<void>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		this.problem = '';
		try {
			await work();
		} catch (thrown) {
			this.problem = notSent(failureOf(thrown));
		} finally {
			this.isBusy = false;
		}
	}
}
