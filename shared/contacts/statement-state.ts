/**
 * What the log says of the statement: its form, household, lines and answers, and the statement that they make. A line
 * of another form is kept and does not count, so that a form chosen by mistake loses nothing.
 */
import type { Frequency } from '../affordability/frequency.ts';
import type { GuidelineArea } from '../affordability/groups.ts';
import { lineOf, type LineId } from '../affordability/lines.ts';
import type {
	Answers,
	Form,
	Household,
	Provenance,
	Statement,
	StatementLine
} from '../affordability/statement.ts';
import type { Pence } from '../money/pence.ts';
import { dayInLondon, type Day, type Instant } from '../time/day.ts';
import type { LogPlace } from './events.ts';
import type { StatementEvent } from './money-events.ts';

/** A line as it was told; without an amount it is not on the statement. */
export type Told = {
	amount: Pence | null;
	frequency: Frequency;
	provenance: Provenance;
	note: string;
};

export type GivenAnswers = {
	isAffordable: boolean | null;
	isChanging: boolean | null;
	hasOtherArrears: boolean | null;
	/** What is about to change, in their words. */
	change: string;
};

export type StatementState = {
	/** Null until one is begun. */
	form: Form | null;
	begunOn: Day | null;
	household: Household | null;
	told: Readonly<Partial<Record<LineId, Told>>>;
	answers: GivenAnswers;
	/** Why an area is over its guideline. */
	reasons: Readonly<Partial<Record<GuidelineArea, string>>>;
	/** Null again as soon as something in it changes. */
	finishedAt: Instant | null;
};

export const NO_ANSWERS: GivenAnswers = {
	isAffordable: null,
	isChanging: null,
	hasOtherArrears: null,
	change: ''
};

export const NO_STATEMENT: StatementState = {
	form: null,
	begunOn: null,
	household: null,
	told: {},
	answers: NO_ANSWERS,
	reasons: {},
	finishedAt: null
};

export function statementAfter(
	state: StatementState,
	event: StatementEvent & LogPlace
): StatementState {
	const begunOn = state.begunOn ?? dayInLondon(event.at);
	return { ...state, begunOn, finishedAt: null, ...changeBy(state, event) };
}

/** Null while none is begun. */
export function statementFrom(state: StatementState): Statement | null {
	const { form, begunOn, household } = state;
	if (form === null || begunOn === null) return null;
	return {
		form,
		madeOn: begunOn,
		household,
		lines: linesFrom(state.told, form),
		answers: answersFrom(state.answers)
	};
}

export function belongsTo(form: Form, line: LineId): boolean {
	if (form === 'three-questions') return false;
	return (lineOf(line).group === 'totals') === (form === 'five-totals');
}

function changeBy(
	state: StatementState,
	event: StatementEvent & LogPlace
): Partial<StatementState> {
	switch (event.type) {
		case 'statementFormChosen':
			return { form: event.form };
		case 'householdSet':
			return { household: event.household };
		case 'statementLineSet': {
			const { line, amount, frequency, provenance } = event;
			const note = event.words?.['note'] ?? state.told[line]?.note ?? '';
			return { told: { ...state.told, [line]: { amount, frequency, provenance, note } } };
		}
		case 'answersGiven': {
			const { isAffordable, isChanging, hasOtherArrears } = event;
			const change = event.words?.['change'] ?? state.answers.change;
			return { answers: { isAffordable, isChanging, hasOtherArrears, change } };
		}
		case 'guidelineReasonWritten':
			return { reasons: { ...state.reasons, [event.area]: event.words?.['reason'] ?? '' } };
		case 'statementFinished':
			return { finishedAt: event.at };
	}
}

function linesFrom(told: StatementState['told'], form: Form): StatementLine[] {
	return Object.entries(told).flatMap(([id, { amount, frequency, provenance, note }]) => {
		const line = id as LineId;
		if (amount === null || !belongsTo(form, line)) return [];
		return [{ line, amount, frequency, provenance, ...(note === '' ? {} : { note }) }];
	});
}

/** Null until all three are answered. */
function answersFrom(given: GivenAnswers): Answers | null {
	const { isAffordable, isChanging, hasOtherArrears, change } = given;
	if (isAffordable === null || isChanging === null || hasOtherArrears === null) return null;
	return {
		affordable: isAffordable,
		change: isChanging ? change : null,
		otherArrears: hasOtherArrears
	};
}
