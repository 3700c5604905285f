/**
 * What the log says of the statement: its form, household, lines and answers, and the statement that they make. A line
 * of another form is kept and does not count, so that a form chosen by mistake loses nothing. One that was carried here
 * from before keeps its date until something of it is said again.
 */
import {
	isBegun,
	NOTHING_TOLD,
	type CashFlowTold
} from '../../affordability/business/cash-flow.ts';
import { sourceOf, withFigure } from '../../affordability/business/figures.ts';
import type { Frequency } from '../../affordability/frequency.ts';
import type { GuidelineArea } from '../../affordability/groups.ts';
import type { Home } from '../../affordability/home.ts';
import type { KeptStatement } from '../../affordability/kept.ts';
import { lineOf, type LineId } from '../../affordability/lines.ts';
import { JUST_SAID, type Source } from '../../affordability/provenance.ts';
import type {
	Adviser,
	Answers,
	Form,
	GivenAnswers,
	Household,
	Statement,
	StatementForm,
	StatementLine
} from '../../affordability/statement.ts';
import type { Pence } from '../../money/pence.ts';
import { dayInLondon, type Day, type Instant } from '../../time/day.ts';
import type { Channel, LogPlace } from '../log/events.ts';
import type { CarriedEvent, StatementEvent } from '../log/statement-events.ts';
import { withWords } from '../statement-words.ts';

/** A line as it was told; without an amount it is not on the statement. */
export type Told = Source & { amount: Pence | null; frequency: Frequency };

export type StatementState = {
	/** Null until one is begun. */
	form: Form | null;
	begunOn: Day | null;
	household: Household | null;
	told: Readonly<Partial<Record<LineId, Told>>>;
	answers: GivenAnswers;
	/** Why an area is over its guideline. */
	reasons: Readonly<Partial<Record<GuidelineArea, string>>>;
	/** Null until something of it was asked. */
	home: Home | null;
	/** A business's weeks, in place of a household's lines or beside a sole trader's. */
	cashFlow: CashFlowTold;
	/** Null where an officer was told it. */
	adviser: Adviser | null;
	/** The last that was kept with figures, which this one is beside; null where there was none. */
	before: KeptStatement | null;
	/** The last that was kept as answers to the three questions; null where there was none. */
	answeredBefore: KeptStatement | null;
	/** Where it was begun, if that was another contact. */
	resumedFrom: { channel: Channel; on: Day } | null;
	/** As it was kept: nothing of it has been said here. */
	isUntouched: boolean;
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
	home: null,
	cashFlow: NOTHING_TOLD,
	adviser: null,
	before: null,
	answeredBefore: null,
	resumedFrom: null,
	isUntouched: false,
	finishedAt: null
};

export function statementAfter(
	state: StatementState,
	event: (StatementEvent | CarriedEvent) & LogPlace
): StatementState {
	if (event.type === 'statementCarried') return carried(state, event);
	const today = dayInLondon(event.at);
	const begunOn = state.isUntouched ? today : (state.begunOn ?? today);
	return { ...state, begunOn, isUntouched: false, finishedAt: null, ...changeBy(state, event) };
}

/** Null while none is begun. */
export function statementFrom(state: StatementState): Statement | null {
	const { begunOn, household, home, reasons, cashFlow, adviser } = state;
	const form = formOf(state);
	if (form === null || begunOn === null) return null;
	return {
		form,
		madeOn: adviser?.on ?? begunOn,
		household,
		lines: form === 'cash-flow' ? [] : linesFrom(state.told, form),
		answers: answersFrom(state.answers),
		...partlyFrom(state),
		...(home ? { home } : {}),
		...(Object.keys(reasons).length > 0 ? { reasons } : {}),
		...(isBegun(cashFlow) ? { cashFlow } : {}),
		...(adviser ? { adviser } : {})
	};
}

/** A business's weeks alone are a form of their own. */
function formOf({ form, cashFlow }: StatementState): StatementForm | null {
	return form ?? (isBegun(cashFlow) ? 'cash-flow' : null);
}

/**
 * One half done goes on as it was; one that was kept is begun from. Answers to the three questions and a statement with
 * figures are carried beside each other: what comes last is the form that it goes on in.
 */
function carried(state: StatementState, event: CarriedEvent & LogPlace): StatementState {
	const kept = event.kept && withWords(event.kept.statement, event.words?.['kept']);
	const resumed = event.resumed && withWords(event.resumed.statement, event.words?.['resumed']);
	const from = resumed ?? kept;
	if (from === null || (statementFrom(state) !== null && !isCarried(state))) return state;
	const before = event.kept && kept && { ...event.kept, statement: kept };
	return {
		...state,
		...(from.form === 'three-questions'
			? { answers: givenFrom(from), answeredBefore: before }
			: { ...figuresFrom(from), adviser: resumed?.adviser ?? null, before }),
		form: from.form === 'cash-flow' ? null : from.form,
		begunOn: from.madeOn,
		resumedFrom: event.resumed
			? { channel: event.resumed.channel, on: from.madeOn }
			: state.resumedFrom,
		isUntouched: resumed === null
	};
}

function figuresFrom(from: Statement): Partial<StatementState> {
	return {
		household: from.household,
		told: toldFrom(from.lines),
		reasons: from.reasons ?? {},
		home: from.home ?? null,
		cashFlow: from.cashFlow ?? NOTHING_TOLD
	};
}

function givenFrom({ answers, partly }: Statement): GivenAnswers {
	if (!answers) return partly ?? NO_ANSWERS;
	const { affordable, change, otherArrears } = answers;
	return {
		isAffordable: affordable,
		isChanging: change !== null,
		hasOtherArrears: otherArrears,
		change: change ?? ''
	};
}

function toldFrom(lines: readonly StatementLine[]): StatementState['told'] {
	return Object.fromEntries(
		lines.map(({ line, amount, frequency, provenance, note }) => [
			line,
			{ amount, frequency, provenance, note: note ?? '' }
		])
	);
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
		case 'homeDescribed':
			return { home: event.home };
		case 'cashFlowOpened':
			return {
				cashFlow: withFigure(state.cashFlow, {
					figure: 'opening',
					amount: event.amount,
					source: JUST_SAID
				})
			};
		case 'cashFlowWeekSet': {
			const { side, week, amount } = event;
			const figure = `${side}-${week}` as const;
			return { cashFlow: withFigure(state.cashFlow, { figure, amount, source: JUST_SAID }) };
		}
		case 'cashFlowFigureSet': {
			const { figure, amount, provenance } = event;
			const note = event.words?.['note'] ?? sourceOf(state.cashFlow, figure).note;
			const source = { provenance, note };
			return { cashFlow: withFigure(state.cashFlow, { figure, amount, source }) };
		}
		case 'statementFromAdviser': {
			const { name = '', organisation = '' } = event.words ?? {};
			// A day to come is no day on which it was drawn up.
			const on = event.on !== null && event.on <= dayInLondon(event.at) ? event.on : null;
			return { adviser: on && { name, organisation, on } };
		}
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

/** Something of it was told before, and is the customer's alone. */
export function isCarried({ before, answeredBefore, resumedFrom }: StatementState): boolean {
	return before !== null || answeredBefore !== null || resumedFrom !== null;
}

function partlyFrom({ form, answers }: StatementState): Pick<Statement, 'partly'> {
	const { isAffordable, isChanging, hasOtherArrears } = answers;
	const given = [isAffordable, isChanging, hasOtherArrears].filter((one) => one !== null).length;
	return form === 'three-questions' && given > 0 && given < 3 ? { partly: answers } : {};
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
