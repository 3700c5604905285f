/** A business is asked three things, and each is a column of its weeks: the sentence follows the field, and leads to it. */
import { CASH_FLOW_ASKS, IF_UNSURE } from '#shared/guide/statement-asks.ts';
import type { Sentence } from '../contacts/screen.ts';
import { fieldOf, type CashFlowCells, type Cell } from './cash-flow-cells.svelte.ts';

/** Where each question begins. */
const FIRST_CELLS: readonly Cell[] = [
	'opening',
	{ week: 1, side: 'moneyIn' },
	{ week: 1, side: 'moneyOut' }
];

export function askingBusiness(guide: Sentence, inHand: Cell | null): Sentence {
	const column = inHand === null || inHand === 'opening' ? inHand : inHand.side;
	const lines = [...guide.lines.slice(0, 1), ...Object.values(CASH_FLOW_ASKS)];
	const index = column === null ? 0 : Object.keys(CASH_FLOW_ASKS).indexOf(column) + 1;
	const hint = index === 0 ? guide.hint : IF_UNSURE;
	return { ...guide, lines, index, hint, nextLabel: 'Next question' };
}

/** The first field of a question takes the focus. */
export function askBusiness(cells: CashFlowCells, index: number): void {
	const cell = FIRST_CELLS[index - 1];
	cells.inHand = cell ?? null;
	if (cell) document.getElementById(fieldOf(cell))?.focus();
}
