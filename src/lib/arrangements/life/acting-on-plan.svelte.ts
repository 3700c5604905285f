/** One act on a payment plan at a time: what is asked, what is wrong with it, and what came of it. */
import type { ArrangementPage } from '#shared/arrangements/life/page.ts';
import type { Day } from '#shared/time/day.ts';
import type { LifeLimits } from '#shared/arrangements/life/limits.ts';
import { api, failureOf } from '../../api.ts';
import { refusalText } from './words.ts';

export type PlanAct = 'break' | 'vary' | 'review' | 'broken' | 'cancel';

const DONE: Record<PlanAct, (limits: LifeLimits) => string> = {
	break: () => 'The break is given and the later payments have moved',
	vary: () => 'The payment days have moved',
	review: () => 'The review is recorded',
	broken: ({ daysOfLetter }) =>
		`The plan is broken. A letter gives ${daysOfLetter} days, and the sources are told to wait for it`,
	cancel: () => 'The plan is cancelled'
};

export class ActingOnPlan {
	act = $state<PlanAct | null>(null);
	plan = $state.raw<ArrangementPage | null>(null);
	note = $state('');
	months = $state('1');
	nextOn = $state<Day | null>(null);
	support = $state(false);
	income = $state(false);
	benefits = $state(false);
	done = $state('');
	problem = $state('');
	problems = $state.raw<Readonly<Record<string, string>>>({});
	isBusy = $state(false);
	readonly #reload: () => Promise<void>;

	constructor(reload: () => Promise<void>) {
		this.#reload = reload;
	}

	ask(act: PlanAct, plan: ArrangementPage): void {
		[this.act, this.plan, this.note, this.months, this.nextOn] = [act, plan, '', '1', null];
		[this.support, this.income, this.benefits] = [false, false, false];
		[this.done, this.problem, this.problems] = ['', '', {}];
	}

	leave(): void {
		this.act = null;
	}

	async send(): Promise<void> {
		const { act } = this;
		const { plan } = this;
		if (!act || !plan || this.isBusy) return;
		this.isBusy = true;
		try {
			const answer = await this.#answer(act);
			if (!answer) return;
			if (answer.ok || answer.because === 'changed') {
				this.act = null;
				await this.#reload();
			}
			if (answer.ok) this.done = DONE[act](plan.limits);
			else if (answer.because === 'changed')
				this.problem = refusalText(answer.because, plan.limits);
			else this.problems = { '': refusalText(answer.because, plan.limits) };
		} catch (thrown) {
			const failure = failureOf(thrown);
			this.problems = failure.kind === 'input' ? failure.fields : { '': failure.words };
		} finally {
			this.isBusy = false;
		}
	}

	async #answer(act: PlanAct): Promise<{ ok: true } | { ok: false; because: string } | null> {
		const { plan, note, nextOn, support, income, benefits } = this;
		if (!plan) return null;
		const acting = { id: plan.id, seen: plan.seen, note };
		const { arrangements } = api;
		switch (act) {
			case 'break':
				return arrangements.giveBreak.mutate({ ...acting, months: Number(this.months) });
			case 'vary':
				if (nextOn) return arrangements.vary.mutate({ ...acting, nextOn });
				this.problems = { nextOn: 'Write the day of the next payment.' };
				return null;
			case 'review':
				return arrangements.reviewed.mutate(acting);
			case 'broken': {
				const looked = { support, income, benefits };
				return arrangements.callBroken.mutate({ ...acting, looked });
			}
			case 'cancel':
				return arrangements.cancel.mutate(acting);
		}
	}
}
