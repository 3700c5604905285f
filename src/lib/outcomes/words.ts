/** How the read-back and the customer's answer to it read on the officer's screen. */
import type { ReadBackAnswer } from '#shared/contacts/log/money-events.ts';

export const ANSWERS: readonly { value: ReadBackAnswer; label: string; hint?: string }[] = [
	{ value: 'agrees', label: '“Yes, I agree”' },
	{ value: 'wants-a-change', label: 'Wants a change' },
	{ value: 'wants-time', label: 'Wants time to think' }
];

export type Piece = { text: string; isStrong: boolean };

const FIGURE = /(£\d(?:[\d,]*\d)?(?:\.\d\d)?|\b\d{1,2}\u00a0[A-Z][a-z]+\u00a0\d{4})/;

/** Amounts and days stand out, so that they are read exactly. */
export function piecesOf(line: string): Piece[] {
	return line
		.split(FIGURE)
		.filter((text) => text !== '')
		.map((text) => ({ text, isStrong: FIGURE.test(text) }));
}
