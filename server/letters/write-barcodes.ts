/**
 * The barcodes at the head of an agreement: its reference alone, or one for each counter network that the council is
 * with. Between the address and the date where there is room, else under the date.
 */
import type { LetterText } from '../../shared/outcomes/agreement-text.ts';
import { groupedReference } from '../../shared/income/references/plan-reference.ts';
import { barcode, barcodeWidth } from './barcode.ts';
import { LEADING, WHOLE, write, type Paper } from './paper.ts';

/** Clear of an address on one side and, where they are short, of the date on the other. */
const FROM = 300;
const ROOM = 100;
/** Between one and the next, in points. */
const APART = 3;
/** Wider than this nothing clears an address in large print. */
const LARGE = 12;

export function writeBarcodes(
	paper: Paper,
	{ text, beside }: { text: Pick<LetterText, 'paymentReference' | 'counters'>; beside: number }
): void {
	const { paymentReference, counters = [] } = text;
	if (!paymentReference) return;
	const says = `Pay with ${groupedReference(paymentReference)}`;
	const isLarge = paper.sizes.body > LARGE;
	if (counters.length === 0) {
		if (!isLarge && barcodeWidth(paymentReference) <= ROOM) paper.y = beside;
		barcode(paper, { digits: paymentReference, says, from: FROM });
		return;
	}
	paper.y -= paper.sizes.small * (LEADING - 1);
	write(paper, says, { size: paper.sizes.small, isBold: true, box: { x: FROM, width: WIDTH } });
	for (const { name, digits } of counters) {
		barcode(paper, { digits, says: `${name}: ${inFours(digits)}`, from: FROM });
		paper.y -= APART;
	}
}

const WIDTH = WHOLE.x + WHOLE.width - FROM;

function inFours(digits: string): string {
	return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}
