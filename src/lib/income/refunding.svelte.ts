/** Refunds as whoever decides them works on them, and asking for one of an account in credit. One at a time. */
import type { CreditSeen, RefundSeen } from '#shared/income/refunds.ts';
import { formatPounds, type Pence } from '#shared/money/pence.ts';
import type { Day } from '#shared/time/day.ts';
import { api, failureOf } from '../api.ts';
import { DECIDE_PROBLEMS, NOT_SENT, PAID_PROBLEMS, REFUND_PROBLEMS } from './waiting-words.ts';

export class Refunding {
	/** The account in credit that is being asked for. */
	credit = $state<string | null>(null);
	done = $state('');
	problem = $state('');
	isBusy = $state(false);
	readonly #reload: () => Promise<void>;
	/** A press that was not answered is the same press when it is made again. */
	#press: { about: string; key: string } | null = null;

	constructor(reload: () => Promise<void>) {
		this.#reload = reload;
	}

	async ask({ debtId }: CreditSeen, asked: { amount: Pence; because: string }): Promise<void> {
		await this.#do(async () => {
			const about = JSON.stringify([debtId, asked]);
			if (this.#press?.about !== about) this.#press = { about, key: crypto.randomUUID() };
			const { key } = this.#press;
			const answer = await api.income.refunds.ask.mutate({ of: { debtId }, ...asked, key });
			this.#press = null;
			if (!answer.ok) return REFUND_PROBLEMS[answer.because];
			this.credit = null;
			this.done = `${formatPounds(asked.amount)} is asked for: somebody else decides.`;
			return '';
		});
	}

	approve({ id, amount }: RefundSeen): Promise<void> {
		return this.#do(async () => {
			const answer = await api.income.refunds.approve.mutate({ refundId: id });
			if (!answer.ok) return DECIDE_PROBLEMS[answer.because];
			this.done = `${formatPounds(amount)} is approved, and the paying system is told.`;
			return '';
		});
	}

	refuse({ id, amount, isOwn }: RefundSeen): Promise<void> {
		return this.#do(async () => {
			const answer = await api.income.refunds.refuse.mutate({ refundId: id });
			if (!answer.ok) return DECIDE_PROBLEMS[answer.because];
			this.done = `${formatPounds(amount)} is ${isOwn ? 'withdrawn' : 'refused'}. It stays where it is.`;
			return '';
		});
	}

	/** True when it is confirmed. */
	async paid({ id, amount }: RefundSeen, on: Day): Promise<boolean> {
		await this.#do(async () => {
			const answer = await api.income.refunds.paid.mutate({ refundId: id, on });
			if (!answer.ok) return PAID_PROBLEMS[answer.because];
			this.done = `${formatPounds(amount)} is confirmed as paid.`;
			return '';
		});
		return this.problem === '';
	}

	cameBack({ id, amount }: RefundSeen): Promise<void> {
		return this.#do(async () => {
			const answer = await api.income.refunds.cameBack.mutate({ refundId: id });
			if (!answer.ok) return PAID_PROBLEMS[answer.because];
			this.done = `${formatPounds(amount)} came back, and is where it was.`;
			return '';
		});
	}

	/** `work` gives what is wrong, or nothing. */
	async #do(work: () => Promise<string>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		this.done = '';
		this.problem = '';
		try {
			this.problem = await work();
			await this.#reload();
		} catch (thrown) {
			const failure = failureOf(thrown);
			this.problem = failure.kind === 'unanswered' ? NOT_SENT : failure.words;
		} finally {
			this.isBusy = false;
		}
	}
}
