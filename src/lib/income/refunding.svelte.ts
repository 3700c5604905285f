/** Refunds as whoever decides them works on them, and asking for one of an account in credit. One at a time. */
import type { CreditSeen, RefundSeen } from '#shared/income/refunds/refunds.ts';
import { formatPounds, type Pence } from '#shared/money/pence.ts';
import type { Day } from '#shared/time/day.ts';
import { api, type Failure } from '../api.ts';
import { OneAtATime } from '../one-at-a-time.svelte.ts';
import { newPress } from '../press.ts';
import { DECIDE_PROBLEMS, notSent, PAID_PROBLEMS, REFUND_PROBLEMS } from './waiting-words.ts';

export class Refunding extends OneAtATime {
	/** The account in credit that is being asked for. */
	credit = $state<string | null>(null);
	readonly #reload: () => Promise<void>;
	readonly #press = newPress();

	constructor(reload: () => Promise<void>) {
		super();
		this.#reload = reload;
	}

	ask({ debtId }: CreditSeen, asked: { amount: Pence; because: string }): Promise<void> {
		return this.#answered(async () => {
			const key = this.#press.keyFor(debtId, asked);
			const answer = await api.income.refunds.ask.mutate({ of: { debtId }, ...asked, key });
			this.#press.answered();
			if (!answer.ok) return REFUND_PROBLEMS[answer.because];
			this.credit = null;
			this.done = `${formatPounds(asked.amount)} is asked for: somebody else decides.`;
			return '';
		});
	}

	approve({ id, amount }: RefundSeen): Promise<void> {
		return this.#answered(async () => {
			const answer = await api.income.refunds.approve.mutate({ refundId: id });
			if (!answer.ok) return DECIDE_PROBLEMS[answer.because];
			this.done = `${formatPounds(amount)} is approved, and the paying system is told.`;
			return '';
		});
	}

	refuse({ id, amount, isOwn }: RefundSeen): Promise<void> {
		return this.#answered(async () => {
			const answer = await api.income.refunds.refuse.mutate({ refundId: id });
			if (!answer.ok) return DECIDE_PROBLEMS[answer.because];
			this.done = `${formatPounds(amount)} is ${isOwn ? 'withdrawn' : 'refused'}. It stays where it is.`;
			return '';
		});
	}

	/** True when it is confirmed. */
	async paid({ id, amount }: RefundSeen, on: Day): Promise<boolean> {
		await this.#answered(async () => {
			const answer = await api.income.refunds.paid.mutate({ refundId: id, on });
			if (!answer.ok) return PAID_PROBLEMS[answer.because];
			this.done = `${formatPounds(amount)} is confirmed as paid.`;
			return '';
		});
		return this.problem === '';
	}

	cameBack({ id, amount }: RefundSeen): Promise<void> {
		return this.#answered(async () => {
			const answer = await api.income.refunds.cameBack.mutate({ refundId: id });
			if (!answer.ok) return PAID_PROBLEMS[answer.because];
			this.done = `${formatPounds(amount)} came back, and is where it was.`;
			return '';
		});
	}

	/** `work` gives what is wrong, or nothing. */
	#answered(work: () => Promise<string>): Promise<void> {
		return this.do(async () => {
			this.problem = await work();
			await this.#reload();
		});
	}

	protected override failed(failure: Failure): string {
		return notSent(failure);
	}
}
