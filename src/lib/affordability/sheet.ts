/**
 * The statement laid out as it is asked: four cards, each with the lines that most households have, and the rest of the
 * Standard Financial Statement one press away. A line with anything on it is always shown.
 */
import { FIVE_TOTALS } from '#shared/affordability/groups.ts';
import { FULL_LINES, lineOf, type Line, type LineId } from '#shared/affordability/lines.ts';
import type { Form, Household } from '#shared/affordability/statement.ts';
import { isAskedFirst } from '#shared/affordability/usual.ts';

export type CardId = 'income' | 'fixed' | 'flexible' | 'others' | 'totals';

export type SheetCard = {
	id: CardId;
	title: string;
	/** In the order they are asked. */
	shown: readonly Line[];
	/** How many more there are; all of them are shown when it is open. */
	more: number;
	isOpen: boolean;
};

const TITLES: Record<Exclude<CardId, 'totals'>, string> = {
	income: 'Income',
	fixed: 'Fixed costs',
	flexible: 'Flexible costs',
	others: 'Savings and other creditors'
};

export type Laid = {
	form: Form;
	household: Household | null;
	/** Lines with something on them, told or typed. */
	filled: readonly LineId[];
	open: ReadonlySet<CardId>;
};

export function cardsOf({ form, household, filled, open }: Laid): SheetCard[] {
	if (form === 'three-questions') return [];
	if (form === 'five-totals') return [TOTALS];
	return FULL_CARDS.map((id) => {
		const lines = FULL_LINES.filter((line) => cardOf(line) === id);
		const first = lines.filter((line) => isAskedFirst(line, household) || filled.includes(line.id));
		const isOpen = open.has(id);
		const more = lines.length - first.length;
		return { id, title: TITLES[id], shown: isOpen ? lines : first, more, isOpen };
	});
}

/** A heading before the first line of each group, where all lines of a card are shown. */
export function headingBefore(line: Line, { shown, isOpen }: SheetCard, groupNames: GroupNames) {
	if (!isOpen) return null;
	const before = shown[shown.indexOf(line) - 1];
	return before?.group === line.group ? null : (groupNames.get(line.group) ?? null);
}

export type GroupNames = ReadonlyMap<string, string>;

const FULL_CARDS = ['income', 'fixed', 'flexible', 'others'] as const;

function cardOf({ section }: Line): (typeof FULL_CARDS)[number] {
	return section === 'income' || section === 'fixed' || section === 'flexible' ? section : 'others';
}

const TOTALS: SheetCard = {
	id: 'totals',
	title: 'Five totals, each by the month',
	shown: FIVE_TOTALS.map(({ id }) => lineOf(id)),
	more: 0,
	isOpen: false
};
