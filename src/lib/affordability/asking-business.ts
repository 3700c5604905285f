/** A business is asked four things, of its bank and of its weeks: the sentence follows the field, and leads to it. */
import type { FigureId } from '#shared/affordability/business/cash-flow.ts';
import { placeOf } from '#shared/affordability/business/figures.ts';
import { FIELDS } from '#shared/contacts/log/drafts.ts';
import { CASH_FLOW_ASKS, IF_UNSURE } from '#shared/guide/statement-asks.ts';
import type { Sentence } from '../contacts/screen.ts';
import { FIRST_FIGURES, type CashFlowCells } from './cash-flow-cells.svelte.ts';

export function askingBusiness(guide: Sentence, inHand: FigureId | null): Sentence {
	const place = inHand && placeOf(inHand);
	const asked = place === null || typeof place === 'string' ? place : place.side;
	const lines = [...guide.lines.slice(0, 1), ...Object.values(CASH_FLOW_ASKS)];
	const index = asked === null ? 0 : Object.keys(CASH_FLOW_ASKS).indexOf(asked) + 1;
	const hint = index === 0 ? guide.hint : IF_UNSURE;
	return { ...guide, lines, index, hint, nextLabel: 'Next question' };
}

/** The first field of a question takes the focus. */
export function askBusiness(cells: CashFlowCells, index: number): void {
	const figure = FIRST_FIGURES[index - 1];
	cells.inHand = figure ?? null;
	if (figure) document.getElementById(FIELDS.cash(figure))?.focus();
}
