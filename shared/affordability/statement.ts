/**
 * A household's statement as it was given: lines with an amount, how often, and where we have it from. How much of it
 * is asked depends on the plan (policy P7), so it has shorter forms.
 */
import type { Pence } from '../money/pence.ts';
import type { Day } from '../time/day.ts';
import type { Frequency } from './frequency.ts';
import type { Section } from './groups.ts';
import { lineOf, type LineId } from './lines.ts';

/** Where a figure is from. */
export const PROVENANCES = ['said', 'document', 'bank', 'adviser'] as const;

export type Provenance = (typeof PROVENANCES)[number];

export const PROVENANCE_NAMES: Record<Provenance, string> = {
	said: 'Said',
	document: 'Document seen',
	bank: 'Bank statement',
	adviser: 'From a debt adviser'
};

export type StatementLine = {
	line: LineId;
	amount: Pence;
	frequency: Frequency;
	provenance: Provenance;
	note?: string;
};

/** Least first: each says more than the one before. A cash flow is a company's, and no household's. */
export const FORMS = ['three-questions', 'five-totals', 'full'] as const;

export type Form = (typeof FORMS)[number];

export type Household = {
	adults: number;
	childrenUnder16: number;
	/** 16 to 18 and in education. */
	youngPeople: number;
};

/** Policy P7's three questions. What is about to change is written in the customer's words. */
export type Answers = { affordable: boolean; change: string | null; otherArrears: boolean };

export type Statement = {
	form: Form;
	madeOn: Day;
	household: Household | null;
	lines: readonly StatementLine[];
	answers: Answers | null;
};

export type StatementRefusal =
	'no-income' | 'not-answered' | 'not-affordable' | 'change-not-written';

/** Whether the statement can be relied on yet. Costs alone say nothing about what can be paid. */
export function refusalOf(statement: Statement): StatementRefusal | null {
	if (statement.form === 'three-questions') return refusalOfAnswers(statement.answers);
	return linesIn(statement, 'income').length === 0 ? 'no-income' : null;
}

export function linesIn(statement: Statement, section: Section): readonly StatementLine[] {
	return statement.lines.filter((line) => lineOf(line.line).section === section);
}

/** Whether one form says at least as much as another. */
export function saysAsMuch(form: Form, needed: Form): boolean {
	return FORMS.indexOf(form) >= FORMS.indexOf(needed);
}

function refusalOfAnswers(answers: Answers | null): StatementRefusal | null {
	if (!answers) return 'not-answered';
	if (!answers.affordable) return 'not-affordable';
	return answers.change?.trim() === '' ? 'change-not-written' : null;
}
