/** What the officer does about each kind of help: every press stages the thing itself, or writes why it was declined. */
import type { TakeUpAnswer } from '#shared/guide/take-up.ts';
import type { Entitlement } from '#shared/law/entitlements.ts';
import { helpIn } from '#shared/outcomes/help.ts';
import type {
	DeclinedBecause,
	NoSurplusStep,
	OutcomeOf,
	StagedOutcome
} from '#shared/outcomes/outcome.ts';
import { newId } from '../ways/ways.ts';

type Staged = OutcomeOf<'no-surplus'>;

export type HelpParts = {
	staged: () => readonly StagedOutcome[];
	/** As many days as policy holds it for. */
	days: () => number;
	stage: (outcome: StagedOutcome) => void;
	drop?: (outcomeId: string) => void;
	answer?: (entitlement: Entitlement, answer: TakeUpAnswer) => void;
};

export type HelpActs = ReturnType<typeof helpActs>;

export function helpActs({ staged, days, stage, drop, answer }: HelpParts) {
	const current = (): Staged =>
		helpIn(staged()) ?? {
			kind: 'no-surplus',
			id: newId(),
			debtIds: [],
			days: days(),
			steps: []
		};
	/** These steps as they are marked now; what was said of the others stands. */
	const mark = (steps: readonly NoSurplusStep[], marked: Staged['steps']) => {
		const outcome = current();
		const others = outcome.steps.filter(({ step }) => !steps.includes(step));
		const debtIds = steps.includes('hold') ? [] : outcome.debtIds;
		stage({ ...outcome, debtIds, steps: [...others, ...marked] });
	};
	return {
		decline: (step: NoSurplusStep, because: DeclinedBecause) =>
			mark([step], [{ step, answer: 'declined', because }]),
		/** The call ended before they were gone through. */
		cutOff: (left: readonly NoSurplusStep[]) =>
			mark(
				left,
				left.map((step) => ({ step, answer: 'declined', because: 'cut-off' }))
			),
		/** Open again; advice without the call that was booked for it. */
		reopen: (step: NoSurplusStep) => {
			if (helpIn(staged())) mark([step], []);
			if (step !== 'debt-advice') return;
			for (const one of staged()) if (one.kind === 'callback' && one.about === step) drop?.(one.id);
		},
		/** Somebody who gives advice has them on the line. */
		putThrough: (adviser: string) =>
			mark(['debt-advice'], [{ step: 'debt-advice', answer: 'done', adviser }]),
		hold: (held: Pick<Staged, 'debtIds' | 'days'>) => {
			const outcome = current();
			const steps = outcome.steps.filter(({ step }) => step !== 'hold');
			stage({ ...outcome, ...held, steps });
		},
		callBack: (debtIds: readonly string[]) => {
			for (const debtId of debtIds) stage({ kind: 'recall', id: newId(), debtId });
		},
		claim: (entitlement: Entitlement) => answer?.(entitlement, 'applies'),
		answer: (entitlement: Entitlement, said: TakeUpAnswer) => answer?.(entitlement, said)
	};
}
