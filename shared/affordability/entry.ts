/** An amount as somebody typed it into a field: pence, or why it is not one. The field keeps what was typed. */
import { minus, NO_PENCE, parsePounds, pence, type Pence } from '../money/pence.ts';

export type EntryRefusal =
	'empty' | 'not-an-amount' | 'below-nothing' | 'part-of-a-penny' | 'too-much';

export type Entry = { ok: true; amount: Pence } | { ok: false; because: EntryRefusal };

/** No household's line is more, and a slip of the keyboard usually is. */
const MOST = pence(1_000_000_00);

const PART_OF_A_PENNY = /^-?£?[\d,]*\.\d{3,}$/;

/** What is in a bank, which may be overdrawn. */
export function readBalance(text: string): Entry {
	const typed = text.replace(/[\s−]/g, (one) => (one === '−' ? '-' : ''));
	const isOwed = typed.startsWith('-');
	const read = readAmount(isOwed ? typed.slice(1) : typed);
	return read.ok && isOwed ? { ok: true, amount: minus(NO_PENCE, read.amount) } : read;
}

export function readAmount(text: string): Entry {
	const typed = text.replace(/\s/g, '');
	if (typed === '') return { ok: false, because: 'empty' };
	if (PART_OF_A_PENNY.test(typed)) return { ok: false, because: 'part-of-a-penny' };
	const amount = parsePounds(typed);
	if (amount === null) return { ok: false, because: 'not-an-amount' };
	if (amount < 0) return { ok: false, because: 'below-nothing' };
	return amount > MOST ? { ok: false, because: 'too-much' } : { ok: true, amount };
}
