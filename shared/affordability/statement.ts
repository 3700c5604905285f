/**
 * A household's statement as it was given: lines with an amount, how often, and where we have it from. How much of it
 * is asked depends on the plan (policy P7), so it has shorter forms.
 */
import type { Pence } from '../money/pence.ts';
import type { Day } from '../time/day.ts';
import { hasMoneyIn, isWhole, type CashFlowTold } from './business/cash-flow.ts';
import type { Frequency } from './frequency.ts';
import type { GuidelineArea, Section } from './groups.ts';
import type { Home } from './home.ts';
import { lineOf, type LineId } from './lines.ts';
import type { Provenance } from './provenance.ts';

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

/** A company's, partnership's or trust's statement is its thirteen weeks of money in and out, and nothing else. */
export type StatementForm = Form | 'cash-flow';

/** Who drew it up for the customer, and when. */
export type Adviser = { name: string; organisation: string; on: Day };

/** Policy P7's three questions. What is about to change is written in the customer's words. */
export type Answers = { affordable: boolean; change: string | null; otherArrears: boolean };

/** As far as they are answered; null is not yet. */
export type GivenAnswers = {
	isAffordable: boolean | null;
	isChanging: boolean | null;
	hasOtherArrears: boolean | null;
	/** What is about to change, in their words. */
	change: string;
};

export type Statement = {
	form: StatementForm;
	madeOn: Day;
	household: Household | null;
	lines: readonly StatementLine[];
	answers: Answers | null;
	/** Some of the three questions, until all are answered. */
	partly?: GivenAnswers;
	home?: Home;
	/** Why an area is over its guideline, in the customer's words. */
	reasons?: Readonly<Partial<Record<GuidelineArea, string>>>;
	/** A business's; a sole trader has it beside the household's lines. */
	cashFlow?: CashFlowTold;
	/** Absent where it was told to an officer. */
	adviser?: Adviser;
};

export type StatementRefusal =
	| 'no-income'
	| 'not-answered'
	| 'not-affordable'
	| 'change-not-written'
	| 'weeks-missing'
	| 'no-money-in';

/** Whether the statement can be relied on yet. Costs alone say nothing about what can be paid. */
export function refusalOf(statement: Statement): StatementRefusal | null {
	if (statement.form === 'cash-flow') return refusalOfCashFlow(statement.cashFlow);
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

function refusalOfCashFlow(told: CashFlowTold | undefined): StatementRefusal | null {
	if (!told || !hasMoneyIn(told)) return 'no-money-in';
	return isWhole(told) ? null : 'weeks-missing';
}

function refusalOfAnswers(answers: Answers | null): StatementRefusal | null {
	if (!answers) return 'not-answered';
	if (!answers.affordable) return 'not-affordable';
	return answers.change?.trim() === '' ? 'change-not-written' : null;
}
