/** One claim's decision at a time: what is typed, what is wrong with it, and what came of it. */
import { parsePounds, type Pence } from '#shared/money/pence.ts';
import {
	DECISION_REFUSALS,
	sayDecision,
	type ClaimAnswer,
	type ClaimDecision,
	type DecisionRefusal,
	type OpenClaim
} from '#shared/outcomes/claim-decision.ts';
import type { Day } from '#shared/time/day.ts';
import { api, failureOf } from '../../api.ts';

const FIELD_OF: Partial<Record<DecisionRefusal, string>> = {
	'in-the-future': 'on',
	'before-the-claim': 'on',
	'no-award': 'awarded',
	'too-much': 'awarded'
};

export class DecidingClaim {
	claim = $state.raw<OpenClaim | null>(null);
	answer = $state<ClaimAnswer>('awarded');
	awarded = $state('');
	fromOn = $state<Day | null>(null);
	on = $state<Day | null>(null);
	note = $state('');
	done = $state('');
	problem = $state('');
	problems = $state.raw<Readonly<Record<string, string>>>({});
	isBusy = $state(false);
	readonly #reload: () => Promise<void>;

	constructor(reload: () => Promise<void>) {
		this.#reload = reload;
	}

	begin(claim: OpenClaim, today: Day): void {
		[this.claim, this.on, this.fromOn] = [claim, today, null];
		[this.answer, this.awarded, this.note] = ['awarded', '', ''];
		[this.done, this.problem, this.problems] = ['', '', {}];
	}

	leave(): void {
		this.claim = null;
	}

	async send(): Promise<void> {
		const { claim, note } = this;
		const decision = this.#read();
		if (!claim || !decision || this.isBusy) return;
		this.isBusy = true;
		try {
			const answer = await api.claims.decide.mutate({ claimId: claim.id, decision, note });
			if (answer.ok) await this.#over({ done: `${sayDecision(claim.entitlement, decision)}.` });
			else if (answer.because === 'decided-already')
				await this.#over({ problem: DECISION_REFUSALS[answer.because] });
			else this.problems = { [FIELD_OF[answer.because] ?? '']: DECISION_REFUSALS[answer.because] };
		} catch (thrown) {
			const failure = failureOf(thrown);
			this.problems = failure.kind === 'input' ? failure.fields : { '': failure.words };
		} finally {
			this.isBusy = false;
		}
	}

	async #over({ done = '', problem = '' }): Promise<void> {
		this.claim = null;
		await this.#reload();
		[this.done, this.problem] = [done, problem];
	}

	/** Null where something is missing, which is then said. */
	#read(): ClaimDecision | null {
		const { answer, on, fromOn } = this;
		const awarded = answer === 'awarded' ? this.#awarded() : null;
		const problems = {
			...(on ? {} : { on: 'Write the day of the decision.' }),
			...(answer === 'awarded' && awarded === null
				? { awarded: DECISION_REFUSALS['no-award'] }
				: {}),
			...(this.note.trim() === '' ? { note: 'Write where you have it from.' } : {})
		};
		this.problems = problems;
		if (!on || Object.keys(problems).length > 0) return null;
		return { answer, on, awarded, fromOn: answer === 'awarded' ? fromOn : null };
	}

	#awarded(): Pence | null {
		const amount = parsePounds(this.awarded);
		return amount !== null && amount > 0 ? amount : null;
	}
}
