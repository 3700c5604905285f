/** A letter that is not an agreement: what was said today, or what is owed on each account. */
import type { DebtRecord } from '../debts/debt.ts';
import { sumsOf } from '../debts/sums.ts';
import { groupedReference } from '../income/references/plan-reference.ts';
import { formatPounds, plus } from '../money/pence.ts';
import { formatDay, type Day } from '../time/day.ts';
import type { Addressee, LetterText } from './agreement-text.ts';
import type { OutcomeOf } from './outcome.ts';
import type { ReadBackLine } from './read-back.ts';

export type PlainOf = {
	letter: OutcomeOf<'letter'>['letter'];
	lines: readonly ReadBackLine[];
	debts: readonly DebtRecord[];
	to: Addressee;
	today: Day;
};

export function plainText({ letter, lines, debts, to, today }: PlainOf): LetterText {
	const isBalances = letter === 'balances';
	const said = isBalances ? lines.filter(({ id }) => id === 'advice') : lines;
	return {
		to,
		date: formatDay(today),
		number: null,
		title: isBalances ? 'What is owed on each account' : 'What we agreed today',
		opening: 'Thank you for talking to us today.',
		keyFacts: [],
		table: isBalances ? balancesOf(debts, today) : null,
		sections: [
			{
				title: isBalances ? 'Free, independent debt advice' : 'In our words',
				lines: said.map(({ text }) => text)
			}
		],
		schedule: null
	};
}

function balancesOf(debts: readonly DebtRecord[], today: Day): LetterText['table'] {
	const owed = debts.filter(({ balance }) => balance > 0);
	const sums = owed.map((debt) => sumsOf(debt, today));
	return {
		heads: ['Account', 'Reference', 'Overdue', 'Next 28 days', 'Owed'],
		widths: [36, 20, 14, 15, 15],
		right: 3,
		rows: owed.map(({ title, reference }, index) => [
			title,
			groupedReference(reference),
			formatPounds(sums[index]?.overdue ?? plus()),
			formatPounds(sums[index]?.soon ?? plus()),
			formatPounds(sums[index]?.balance ?? plus())
		]),
		total: ['Total', '', '', '', formatPounds(plus(...owed.map(({ balance }) => balance)))]
	};
}
