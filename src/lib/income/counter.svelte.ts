/**
 * Money typed at the counter: looked at first, then kept, one at a time. What was looked at is forgotten when the amount
 * or the reference changes, so that only what was shown is kept.
 */
import {
	readTyped,
	type KeptByHand,
	type Look,
	type Typed,
	type TypedField,
	type TypedFault
} from '#shared/income/by-hand.ts';
import { formatPounds } from '#shared/money/pence.ts';
import type { Day } from '#shared/time/day.ts';
import { api, failureOf } from '../api.ts';
import { newPress } from '../press.ts';
import { CANCEL_PROBLEMS, FAULTS, TAKE_PROBLEMS } from './by-hand-words.ts';

const empty = (on: Day): Typed => ({
	amount: '',
	on,
	method: 'cash',
	reference: '',
	payer: '',
	note: ''
});

export class Counter {
	typed = $state<Typed>(empty('' as Day));
	look = $state.raw<Look | null>(null);
	faults = $state.raw<Partial<Record<TypedField, TypedFault>>>({});
	problem = $state('');
	done = $state('');
	/** The same was typed before: it needs a tick. */
	asksWhetherAnother = $state(false);
	isAnother = $state(false);
	isBusy = $state(false);

	readonly #reload: () => Promise<void>;
	readonly #today: () => Day;
	readonly #press = newPress();

	constructor({ reload, today }: { reload: () => Promise<void>; today: () => Day }) {
		this.#reload = reload;
		this.#today = today;
		this.typed = empty(today());
	}

	/** What is wrong with a field, once it was looked at. */
	faultOf(field: TypedField): string | undefined {
		const fault = this.faults[field];
		return fault && FAULTS[fault];
	}

	/** Anything typed anew. */
	change(): void {
		this.look = null;
		this.problem = '';
		this.done = '';
		this.asksWhetherAnother = false;
		this.isAnother = false;
	}

	async see(): Promise<void> {
		this.change();
		const read = readTyped(this.typed, this.#today());
		this.faults = read.ok ? {} : read.faults;
		if (!read.ok) return;
		const { amount, reference } = read.taken;
		await this.#ask(async () => {
			this.look = await api.income.byHand.look.query({ amount, reference });
		});
	}

	async keep(): Promise<void> {
		const { look, typed, isAnother } = this;
		if (!look) return;
		const parts = look.parts.map(({ debtId, amount }) => ({ debtId, amount }));
		const body = { typed: { ...typed }, shown: { parts, waiting: look.waiting }, isAnother };
		const read = readTyped(typed, this.#today());
		await this.#ask(async () => {
			const key = this.#press.keyFor(body);
			const answer = await api.income.byHand.take.mutate({ ...body, key });
			this.#press.answered();
			if (!answer.ok) {
				this.problem = TAKE_PROBLEMS[answer.because];
				this.asksWhetherAnother = answer.because === 'typed-before';
				if (answer.because === 'changed') this.look = answer.look;
				return;
			}
			const amount = read.ok ? formatPounds(read.taken.amount) : 'It';
			this.typed = { ...empty(this.#today()), method: typed.method };
			this.change();
			this.done = `${amount} is kept. Tell the payer only that it was received.`;
			await this.#reload();
		});
	}

	async cancel({ receiptId, amount }: KeptByHand): Promise<void> {
		this.problem = '';
		this.done = '';
		await this.#ask(async () => {
			const key = this.#press.keyFor('cancel', receiptId);
			const answer = await api.income.byHand.cancel.mutate({ receiptId, key });
			this.#press.answered();
			if (answer.ok)
				this.done = `${formatPounds(amount)} is taken back: every account is as before.`;
			else this.problem = CANCEL_PROBLEMS[answer.because];
			await this.#reload();
		});
	}

	async #ask(work: () => Promise<void>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		try {
			await work();
		} catch (thrown) {
			const failure = failureOf(thrown);
			this.problem = failure.kind === 'unanswered' ? TAKE_PROBLEMS['not-sent'] : failure.words;
		} finally {
			this.isBusy = false;
		}
	}
}
