/** Whether a reference said is one of those held: grouped or not, letters heard as figures, with or without its prefix. */
import { closest, editsBetween, plainText, type Closeness } from '../plain-words.ts';

/** Fewer figures than these say nothing. */
const LEAST_FIGURES = 6;

/** Letters and figures only, as references are compared and searched. */
export function plainReference(text: string): string {
	return plainText(text).replaceAll(' ', '').toUpperCase();
}

/** Null where it is too short to be one. */
export function readReference(said: string): string | null {
	const plain = heard(plainReference(said));
	return plain.replace(/\D/g, '').length >= LEAST_FIGURES ? plain : null;
}

export function compareReference(said: string, held: readonly string[]): Closeness {
	return closest(held.map((reference) => compareOne(said, reference)));
}

/** Neighbouring accounts differ by one figure, so a wrong figure is wrong; two that changed places are nearly. */
function compareOne(said: string, reference: string): Closeness {
	const plain = plainReference(reference);
	const held = heard(plain);
	if (said === held || said === heard(plain.replace(/^[A-Z]+/, ''))) return 'matches';
	const isSwapped = said.length === held.length && lettersOf(said) === lettersOf(held);
	return isSwapped && editsBetween(said, held) === 1 ? 'nearly' : 'differs';
}

function lettersOf(reference: string): string {
	return Array.from(reference).sort().join('');
}

/** Over the telephone an O is a nought and an I is a one. */
function heard(reference: string): string {
	return reference.replace(/O/g, '0').replace(/[IL]/g, '1');
}
