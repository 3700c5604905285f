/**
 * The customer's copy of their statement: every line as they gave it and by the month, where each figure is from, what
 * is left and what of it is usable, when it was made and by when it is looked at again. Notes stay with the council.
 */
import { SECTION_NAMES, type Section } from '../affordability/groups.ts';
import {
	balancesSoFar,
	mondaysFrom,
	SIDES,
	type CashFlowTold,
	type FigureId
} from '../affordability/business/cash-flow.ts';
import { amountOf, sourceOf } from '../affordability/business/figures.ts';
import { convert, FREQUENCY_NAMES } from '../affordability/frequency.ts';
import { lineOf } from '../affordability/lines.ts';
import type { Means } from '../affordability/means.ts';
import { PROVENANCE_NAMES } from '../affordability/provenance.ts';
import type { Statement, StatementLine } from '../affordability/statement.ts';
import { ADVICE } from '../arrangements/read-back.ts';
import { formatPounds, NO_PENCE, plus, type Pence } from '../money/pence.ts';
import { formatDay, formatDayShort, type Day } from '../time/day.ts';
import type { Addressee, LetterText } from './agreement-text.ts';

export type StatementCopyOf = {
	statement: Statement;
	/** Null where it does not say how much. */
	means: Means | null;
	reviewOn: Day;
	to: Addressee;
	today: Day;
};

export function statementText({
	statement,
	means,
	reviewOn,
	to,
	today
}: StatementCopyOf): LetterText {
	const { adviser, madeOn } = statement;
	const by = adviser
		? `${adviser.name} of ${adviser.organisation} drew it up on ${formatDay(adviser.on)}.`
		: `You told us on ${formatDay(madeOn)}.`;
	return {
		to,
		date: formatDay(today),
		number: null,
		title: 'Your income and spending',
		opening: `${by} Tell us when anything changes. We look at it again by ${formatDay(reviewOn)}.`,
		keyFacts: means
			? [
					{ label: 'Left each month', value: formatPounds(means.left) },
					{ label: 'Of that, for a payment plan', value: formatPounds(means.usable) }
				]
			: [],
		table: null,
		sections: [...sectionsOf(statement), ...weeksOf(statement), FREE_ADVICE],
		schedule: null
	};
}

const FREE_ADVICE = { title: 'If you are worried about money', lines: [ADVICE.text] };

function sectionsOf({ lines }: Statement): LetterText['sections'] {
	const isShort = lines.length > MOST_WITH_MORE;
	const named = Object.entries(SECTION_NAMES) as [Section, string][];
	return named.flatMap(([section, name]) => {
		const of = lines.filter(({ line }) => lineOf(line).section === section);
		const total = plus(NO_PENCE, ...of.map(monthlyOf));
		const said = of.map((line) => sayLine(line, isShort));
		return inParts({ name, total }, said);
	});
}

/** A long section in parts, so that the two columns of the page are as long as each other. */
function inParts(
	{ name, total }: { name: string; total: Pence },
	lines: readonly string[]
): LetterText['sections'] {
	const title = `${name}, ${formatPounds(total)} a month`;
	const starts = lines.map((_, index) => index).filter((index) => index % PART === 0);
	return starts.map((from) => ({
		title: from === 0 ? title : `${name}, continued`,
		lines: lines.slice(from, from + PART)
	}));
}

const PART = 25;

function monthlyOf({ amount, frequency }: StatementLine) {
	return convert(amount, { from: frequency, to: 'monthly' });
}

/** So that it stays on one page: of a statement longer than this only what each line is by the month. */
const MOST_WITH_MORE = 40;

/** `Child Benefit £187.20 (£43.20 weekly)`; where it is from unless it was said. */
function sayLine(line: StatementLine, isShort: boolean): string {
	const { amount, frequency, provenance } = line;
	const monthly = `${lineOf(line.line).label} ${formatPounds(monthlyOf(line))}`;
	if (isShort) return monthly;
	const given =
		frequency === 'monthly'
			? []
			: [`${formatPounds(amount)} ${FREQUENCY_NAMES[frequency].toLowerCase()}`];
	const from = provenance === 'said' ? [] : [PROVENANCE_NAMES[provenance].toLowerCase()];
	const beside = [...given, ...from].join(', ');
	return beside === '' ? monthly : `${monthly} (${beside})`;
}

function weeksOf({ cashFlow, madeOn }: Statement): LetterText['sections'] {
	if (!cashFlow) return [];
	const opening = `At the beginning ${sayFigure(cashFlow, 'opening')}`;
	const overdraft =
		cashFlow.overdraft == null ? [] : [`Agreed overdraft ${sayFigure(cashFlow, 'overdraft')}`];
	return [
		{
			title: 'The business, week by week',
			lines: [opening, ...overdraft, ...weekLines(cashFlow, madeOn)]
		}
	];
}

function weekLines(cashFlow: CashFlowTold, madeOn: Day): string[] {
	const mondays = mondaysFrom(madeOn);
	return balancesSoFar(cashFlow).map((balance, index) => {
		const on = mondays[index];
		const [goesIn, goesOut] = SIDES.map((side) => sayFigure(cashFlow, `${side}-${index + 1}`));
		return `${on ? formatDayShort(on) : ''}: in ${goesIn}, out ${goesOut}, then ${formatPounds(balance)}`;
	});
}

/** `£3,000.00 (bank statement)`. */
function sayFigure(cashFlow: CashFlowTold, figure: FigureId): string {
	const { provenance } = sourceOf(cashFlow, figure);
	const from = provenance === 'said' ? '' : ` (${PROVENANCE_NAMES[provenance].toLowerCase()})`;
	return `${formatPounds(amountOf(cashFlow, figure) ?? NO_PENCE)}${from}`;
}
