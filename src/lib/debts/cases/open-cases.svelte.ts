/** The cases opened by a reference, and what is done on one of them: each act is answered in words, and they are read again. */
import type { CaseView, LiableView, StepView } from '#shared/debts/moving/case-view.ts';
import type { Exception } from '#shared/debts/debt.ts';
import { formatDay, type Day } from '#shared/time/day.ts';
import { api, failureOf } from '../../api.ts';
import { CASE_REFUSALS, leftOutText, MORATORIUM_REFUSALS, refusalText } from './words.ts';

/** What is asked about now, of which case. */
export type Asking =
	| { kind: 'step'; on: CaseView; step: StepView }
	| { kind: 'exception' | 'moratorium'; on: CaseView; person: LiableView };

export type Noticed = {
	kind: 'breathing-space' | 'crisis';
	enteredOn: Day;
	crisisEndsOn: Day | null;
	reference: string;
	debtIds: string[];
};

export class OpenCases {
	typed = $state('');
	cases = $state.raw<readonly CaseView[]>([]);
	asking = $state.raw<Asking | null>(null);
	done = $state('');
	problem = $state('');
	/** What is wrong with the dialog's own fields; of the whole under the empty name. */
	problems = $state.raw<Readonly<Record<string, string>>>({});
	isBusy = $state(false);
	/** What the cases shown were opened by. */
	#reference = '';

	async open(): Promise<void> {
		this.done = '';
		this.#reference = this.typed.trim();
		await this.#reload();
	}

	ask(asking: Asking): void {
		this.asking = asking;
		this.problems = {};
	}

	leave(): void {
		this.asking = null;
	}

	async take({ against, hearingOn }: { against: string; hearingOn: Day | null }): Promise<void> {
		const { asking } = this;
		if (asking?.kind !== 'step') return;
		const { on, step } = asking;
		if (step.needsHearing && !hearingOn)
			return void (this.problems = { hearingOn: 'Write the day of the hearing.' });
		await this.#act(async () => {
			const answer = await api.debts.move.mutate({
				debtId: on.debtId,
				to: step.to,
				...(against ? { against: [against] } : {}),
				...(hearingOn ? { hearingOn } : {})
			});
			if (answer.ok) return `${on.title}: ${step.name}. Its source is being told`;
			if (answer.because === 'hearing-too-soon')
				return this.#wrong(
					'hearingOn',
					`Fourteen clear days are needed: ${formatDay(answer.from)} or later.`
				);
			if (answer.because === 'no-such-debt' || answer.because === 'not-liable')
				return this.#wrong('', 'This case has changed meanwhile. Open it again.');
			const day = 'from' in answer ? answer.from : 'lastDay' in answer ? answer.lastDay : null;
			return this.#wrong('', refusalText({ because: answer.because, day, holds: [] }));
		});
	}

	async except(exception: { why: Exception; fromOn: Day; toOn: Day | null } | null): Promise<void> {
		const { asking } = this;
		if (asking?.kind !== 'exception') return;
		const { on, person } = asking;
		await this.#act(async () => {
			const { customerId } = person;
			const answer = await api.debts.except.mutate({ debtId: on.debtId, customerId, exception });
			if (!answer.ok) return this.#wrong('', 'They are not liable for it. Open the case again.');
			return exception
				? `${person.name} is recorded as not jointly liable for ${on.title}`
				: `${person.name} is jointly liable for ${on.title} again`;
		});
	}

	async enter({ kind, crisisEndsOn, ...noticed }: Noticed): Promise<void> {
		const { asking } = this;
		if (asking?.kind !== 'moratorium') return;
		const { person } = asking;
		await this.#act(async () => {
			const answer = await api.debts.beginMoratorium.mutate({
				...noticed,
				customerId: person.customerId,
				kind: kind === 'crisis' ? { crisisEndsOn } : kind
			});
			if (!answer.ok)
				return this.#wrong(
					answer.because === 'in-the-future' ? 'enteredOn' : '',
					MORATORIUM_REFUSALS[answer.because]
				);
			return saidOf(answer, person);
		});
	}

	#wrong(field: string, words: string): null {
		this.problems = { [field]: words };
		return null;
	}

	/** Null where it was refused, and the question stays open with why. */
	async #act(act: () => Promise<string | null>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		this.problems = {};
		try {
			const done = await act();
			if (done === null) return;
			this.asking = null;
			await this.#reload();
			this.done = done;
		} catch (thrown) {
			const failure = failureOf(thrown);
			this.problems = failure.kind === 'input' ? failure.fields : { '': failure.words };
		} finally {
			this.isBusy = false;
		}
	}

	async #reload(): Promise<void> {
		this.problem = '';
		try {
			const answer = await api.debts.openCase.mutate({ reference: this.#reference });
			this.cases = answer.ok ? answer.cases : [];
			if (!answer.ok) this.problem = CASE_REFUSALS[answer.because];
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
		}
	}
}

type Begun = Extract<Awaited<ReturnType<typeof api.debts.beginMoratorium.mutate>>, { ok: true }>;

function saidOf({ held, left, proposed }: Begun, { debts }: LiableView): string {
	const titles = new Map(debts.map(({ debtId, title }) => [debtId, title]));
	const count = (many: number) => (many === 1 ? '1 debt' : `${many} debts`);
	return [
		`Recovery is paused on ${count(held.length)} and the sources are being told`,
		...left.map(
			({ debtId, entering }) =>
				`${titles.get(debtId) ?? 'One debt'} is not in it: ${leftOutText(entering)}`
		),
		...(proposed.length > 0
			? [`${count(proposed.length)} more could be: propose them to the adviser`]
			: [])
	].join('. ');
}
