/**
 * A statement added up, by the month: every line is converted and rounded once, then added. Savings count up to a tenth
 * of the surplus and no more than policy P1's cap (the Standard Financial Statement's rule, from memory).
 */
import { least, minus, most, NO_PENCE, plus, timesRate, type Pence } from '../money/pence.ts';
import type { PolicyValues } from '../law/policy-values.ts';
import { perMonth } from './frequency.ts';
import type { GuidelineArea, Section } from './groups.ts';
import type { LineId } from './lines.ts';
import { lineOf } from './lines.ts';
import { linesIn, type Statement } from './statement.ts';

export type Totals = {
	income: Pence;
	fixed: Pence;
	flexible: Pence;
	/** Income less costs, before savings and creditors. */
	surplus: Pence;
	savingsAsked: Pence;
	/** As much of it as the cap allows. */
	savings: Pence;
	priority: Pence;
	nonPriority: Pence;
};

export function totalsOf(statement: Statement, policy: PolicyValues['P1']): Totals {
	const of = (section: Section): Pence => monthly(linesIn(statement, section));
	const [income, fixed, flexible] = [of('income'), of('fixed'), of('flexible')];
	const savingsAsked = of('savings');
	const surplus = minus(income, plus(fixed, flexible));
	return {
		income,
		fixed,
		flexible,
		surplus,
		savingsAsked,
		savings: least(savingsAsked, savingsCap(surplus, policy)),
		priority: of('priority'),
		nonPriority: of('non-priority')
	};
}

/** The most that may be put aside each month. */
export function savingsCap(surplus: Pence, policy: PolicyValues['P1']): Pence {
	const rate = { numerator: policy.savingsPercent, denominator: 100 };
	return least(most(timesRate(surplus, rate, 'half-up'), NO_PENCE), policy.savingsMost);
}

/** One line of the statement by the month; it may have been entered more than once. */
export function lineTotal(statement: Statement, id: LineId): Pence {
	return monthly(statement.lines.filter((line) => line.line === id));
}

export function areaTotal(statement: Statement, area: GuidelineArea): Pence {
	return monthly(statement.lines.filter((line) => lineOf(line.line).group === area));
}

function monthly(lines: Statement['lines']): Pence {
	return plus(...lines.map((line) => perMonth(line.amount, line.frequency)));
}
