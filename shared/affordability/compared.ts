/**
 * One statement beside the one before it, in words: every line, figure, answer and fact of the household that is not as
 * it was, with what it was and what it is.
 */
import { formatPounds, type Pence } from '../money/pence.ts';
import { NOTHING_TOLD } from './business/cash-flow.ts';
import { changedFigures, figureName } from './business/figures.ts';
import { OFTEN } from './frequency.ts';
import { EMPLOYMENT_NAMES, NOT_ASKED, TENURE_NAMES, type Home } from './home.ts';
import { changedLines, type Figure } from './kept.ts';
import { lineOf } from './lines.ts';
import type { Answers, Household, Statement } from './statement.ts';

export type Change = { what: string; was: string; is: string };

type Compared = Pick<Statement, 'lines' | 'answers' | 'household' | 'home' | 'cashFlow'>;

export function changesOf(before: Compared, now: Compared): Change[] {
	const named = [
		...pairs(factsOf(before.household), factsOf(now.household)),
		...pairs(homeFacts(before.home), homeFacts(now.home)),
		...pairs(answerFacts(before.answers), answerFacts(now.answers))
	];
	const lines = changedLines(before, now).map(({ line, was, is }) => ({
		what: lineOf(line).label,
		was: figureText(was),
		is: figureText(is)
	}));
	const weeks = changedFigures(before.cashFlow ?? NOTHING_TOLD, now.cashFlow ?? NOTHING_TOLD);
	return [
		...named,
		...lines,
		...weeks.map(({ figure, was, is }) => ({
			what: figureName(figure),
			was: poundsText(was),
			is: poundsText(is)
		}))
	];
}

/** `£62.00 4-weekly`. */
export function figureText(figure: Figure | null): string {
	if (!figure) return NOTHING;
	return `${formatPounds(figure.amount)} ${OFTEN[figure.frequency].toLowerCase()}`;
}

const NOTHING = 'nothing';
const NOT_TOLD = 'not said';

/** What each of policy P7's three questions asks, in a few words. */
export const ANSWER_NAMES: Record<keyof Answers, string> = {
	affordable: 'Affordable after rent, food and heating',
	change: 'What is about to change',
	otherArrears: 'Other arrears'
};

function poundsText(amount: Pence | null): string {
	return amount === null ? NOTHING : formatPounds(amount);
}

type Facts = Readonly<Record<string, string>>;

function pairs(was: Facts, is: Facts): Change[] {
	return Object.keys({ ...was, ...is }).flatMap((what) => {
		const change = { what, was: was[what] ?? NOT_TOLD, is: is[what] ?? NOT_TOLD };
		return change.was === change.is ? [] : [change];
	});
}

function answerFacts(answers: Answers | null): Facts {
	if (!answers) return {};
	return {
		[ANSWER_NAMES.affordable]: yesOrNo(answers.affordable),
		[ANSWER_NAMES.change]: answers.change ?? NOTHING,
		[ANSWER_NAMES.otherArrears]: yesOrNo(answers.otherArrears)
	};
}

export function yesOrNo(is: boolean): string {
	return is ? 'yes' : 'no';
}

function factsOf(household: Household | null): Facts {
	if (!household) return {};
	return {
		Adults: String(household.adults),
		'Children under 16': String(household.childrenUnder16),
		'16 to 18, in education': String(household.youngPeople)
	};
}

function homeFacts(home: Home = NOT_ASKED): Facts {
	const told = [
		['Home', home.tenure && TENURE_NAMES[home.tenure]],
		['Work', home.employment && EMPLOYMENT_NAMES[home.employment]],
		['Vehicles', home.vehicles],
		['Other dependants', home.otherDependants],
		['Non-dependants', home.nonDependants]
	] as const;
	return Object.fromEntries(
		told.flatMap(([what, value]) => (value === null ? [] : [[what, String(value)]]))
	);
}

/** Who lives there and how, as far as it was told. */
export function householdFacts({
	household,
	home
}: Pick<Statement, 'household' | 'home'>): readonly (readonly [what: string, is: string])[] {
	return Object.entries({ ...factsOf(household), ...homeFacts(home) });
}
