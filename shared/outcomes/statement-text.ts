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
import { amountOf, FIGURES, sourceOf } from '../affordability/business/figures.ts';
import { OFTEN, perMonth } from '../affordability/frequency.ts';
import { lineOf } from '../affordability/lines.ts';
import type { Sum } from '../affordability/means.ts';
import { PROVENANCES, type Provenance } from '../affordability/provenance.ts';
import type { Statement, StatementLine } from '../affordability/statement.ts';
import { adviceFor } from '../arrangements/read-back.ts';
import { formatPounds, NO_PENCE, plus } from '../money/pence.ts';
import { formatDay, formatDayShort, type Day } from '../time/day.ts';
import type { Addressee, LedgerBlock, LetterText } from './agreement-text.ts';

export type StatementCopyOf = {
	statement: Statement;
	/** Null where it does not say how much. */
	means: Sum | null;
	reviewOn: Day;
	/** Null while it is not whole yet. */
	version: number | null;
	to: Addressee;
	today: Day;
};

export function statementText({
	statement,
	means,
	reviewOn,
	version,
	to,
	today
}: StatementCopyOf): LetterText {
	const { adviser, madeOn } = statement;
	const by = adviser
		? `${adviser.name} of ${adviser.organisation} drew it up on ${formatDay(adviser.on)}.`
		: `You told us on ${formatDay(madeOn)}.`;
	const which = version === null ? 'It is not finished yet.' : `This is version ${version}.`;
	return {
		to,
		date: formatDay(today),
		number: null,
		title: 'Your income and spending',
		opening: `${by} ${which} Tell us when anything changes. We look at it again by ${formatDay(reviewOn)}.`,
		keyFacts: means
			? [
					{ label: 'Left each month', value: formatPounds(means.left) },
					{ label: 'Of that, for a payment plan', value: formatPounds(means.usable) }
				]
			: [],
		table: null,
		ledger: [...blocksOf(statement), ...weeksOf(statement)],
		sections: [...marksIn(statement), adviceTo(statement)],
		schedule: null
	};
}

/** A sole trader has a business and a household to be advised on. */
function adviceTo({ form, cashFlow }: Statement): LetterText['sections'][number] {
	const forms = form === 'cash-flow' ? [null] : cashFlow ? [form, null] : [form];
	const lines = forms.map((one) => adviceFor({ form: one }).text);
	return { title: 'If you are worried about money', lines };
}

/** Beside a figure that was not just said; what each means is said once. */
const MARKS: Record<Provenance, { mark: string; means: string }> = {
	said: { mark: '', means: '' },
	document: { mark: 'D', means: 'D: we saw a document' },
	bank: { mark: 'B', means: 'B: on a bank statement' },
	adviser: { mark: 'A', means: 'A: from a debt adviser' }
};

function marksIn({ lines, cashFlow }: Statement): LetterText['sections'] {
	const used = new Set([
		...lines.map(({ provenance }) => provenance),
		...FIGURES.map((figure) => cashFlow && sourceOf(cashFlow, figure).provenance)
	]);
	const meant = PROVENANCES.filter((one) => one !== 'said' && used.has(one));
	if (meant.length === 0) return [];
	const says = `${meant.map((one) => MARKS[one].means).join('. ')}. The rest is as you told us.`;
	return [{ title: 'Where the figures are from', lines: [says] }];
}

/** What is nothing is left out. */
function blocksOf({ lines }: Statement): LedgerBlock[] {
	const named = Object.entries(SECTION_NAMES) as [Section, string][];
	return named.flatMap(([section, title]) => {
		const of = lines.filter(({ line, amount }) => lineOf(line).section === section && amount > 0);
		const total = `${formatPounds(plus(NO_PENCE, ...of.map(monthlyOf)))} a month`;
		return of.length === 0 ? [] : [{ title, total, rows: of.map(rowOf) }];
	});
}

/** `Child Benefit`, `£43.20 weekly B`, `£187.20`. */
function rowOf(line: StatementLine): string[] {
	const { amount, frequency, provenance } = line;
	const often = OFTEN[frequency].toLowerCase();
	const given = frequency === 'monthly' ? '' : `${formatPounds(amount)} ${often}`;
	const beside = [given, MARKS[provenance].mark].filter(Boolean).join(' ');
	return [lineOf(line.line).label, beside, formatPounds(monthlyOf(line))];
}

function monthlyOf({ amount, frequency }: StatementLine) {
	return perMonth(amount, frequency);
}

function weeksOf({ cashFlow, madeOn }: Statement): LedgerBlock[] {
	if (!cashFlow) return [];
	const mondays = mondaysFrom(madeOn);
	const weeks = balancesSoFar(cashFlow).map((balance, index) => {
		const [goesIn = '', goesOut = ''] = SIDES.map((side) =>
			sayFigure(cashFlow, `${side}-${index + 1}`)
		);
		const monday = mondays[index];
		return [monday ? formatDayShort(monday) : '', goesIn, goesOut, formatPounds(balance)];
	});
	const bank = (figure: FigureId, name: string) =>
		amountOf(cashFlow, figure) === null ? [] : [[name, '', '', sayFigure(cashFlow, figure)]];
	return [
		{
			title: 'The business, week by week',
			total: null,
			rows: [
				...bank('overdraft', 'Agreed overdraft'),
				['Week of', 'in', 'out', 'in hand'],
				...bank('opening', 'Before'),
				...weeks
			]
		}
	];
}

/** `B £3,000.00` where it is on a bank statement. */
function sayFigure(cashFlow: CashFlowTold, figure: FigureId): string {
	const { mark } = MARKS[sourceOf(cashFlow, figure).provenance];
	return [mark, formatPounds(amountOf(cashFlow, figure) ?? NO_PENCE)].filter(Boolean).join(' ');
}
