/** One rule at a time being confirmed or withdrawn, as the manager's page works on it. */
import type { ConfirmRefusal, ToConfirm } from '#shared/law/confirming.ts';
import type { Day } from '#shared/time/day.ts';
import { api, failureOf } from '../api.ts';
import { CONFIRM_REFUSAL_FIELDS, CONFIRM_REFUSALS } from './words.ts';

type Answer = { ok: true } | { ok: false; because: ConfirmRefusal };

export class Confirming {
	rule = $state<ToConfirm | null>(null);
	by = $state('');
	on = $state<Day | null>(null);
	/** By field; of the whole under the empty name. */
	problems = $state<Readonly<Record<string, string>>>({});
	done = $state('');
	isBusy = $state(false);
	readonly #reload: () => Promise<void>;

	constructor(reload: () => Promise<void>) {
		this.#reload = reload;
	}

	open(rule: ToConfirm): void {
		this.rule = rule;
		this.on = null;
		this.problems = {};
	}

	close(): void {
		this.rule = null;
		this.problems = {};
	}

	async save(): Promise<void> {
		const { rule, on, by } = this;
		if (!rule) return;
		this.problems = {
			...(by.trim() === '' ? { by: CONFIRM_REFUSALS['no-name'] } : {}),
			...(on === null ? { on: 'Enter the day they confirmed it.' } : {})
		};
		if (on === null || by.trim() === '') return;
		await this.#ask('The confirmation is recorded', () =>
			api.law.confirm.mutate({ ruleId: rule.id, by, on })
		);
	}

	async withdraw(): Promise<void> {
		const { rule } = this;
		if (!rule) return;
		await this.#ask('The confirmation is withdrawn', () =>
			api.law.withdraw.mutate({ ruleId: rule.id })
		);
	}

	async #ask(done: string, ask: () => Promise<Answer>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		this.done = '';
		try {
			const answer = await ask();
			if (!answer.ok) {
				const field = CONFIRM_REFUSAL_FIELDS[answer.because] ?? '';
				this.problems = { [field]: CONFIRM_REFUSALS[answer.because] };
				return;
			}
			this.done = done;
			this.close();
			await this.#reload();
		} catch (thrown) {
			const failure = failureOf(thrown);
			this.problems = failure.kind === 'input' ? failure.fields : { '': failure.words };
		} finally {
			this.isBusy = false;
		}
	}
}
