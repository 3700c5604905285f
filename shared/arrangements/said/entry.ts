/**
 * A figure that somebody says they can pay, as it was typed: an amount, or what to say to whoever typed it. The field
 * keeps what was typed, and nothing is offered until it reads as an amount.
 */
import { readAmount, type EntryRefusal } from '../../affordability/entry.ts';
import type { Pence } from '../../money/pence.ts';

export type Offered = { ok: true; amount: Pence } | { ok: false; says: string };

const SAYS: Record<EntryRefusal, string> = {
	empty: 'Enter how much they can pay, for example 43.20.',
	'not-an-amount': 'Enter the amount in figures, for example 43.20.',
	'below-nothing': 'Enter an amount above nothing, for example 43.20.',
	'part-of-a-penny': 'Enter whole pence: two figures after the point, for example 43.20.',
	'too-much': 'Enter less: no household pays that much.'
};

export function readOffered(text: string): Offered {
	const read = readAmount(text);
	if (!read.ok) return { ok: false, says: SAYS[read.because] };
	return read.amount > 0 ? read : { ok: false, says: SAYS['below-nothing'] };
}
