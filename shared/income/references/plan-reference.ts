/**
 * The reference of a payment plan's one payment: given out once, never used again, and told from a slip of it by its
 * check digit. Numbers that have no check digit are passed over.
 */
import { checkDigitOf } from './check-digits.ts';
import { PLAN_REFERENCE } from './reference-kinds.ts';
import { referencesIn } from './reference.ts';

const { begins, digits, check } = PLAN_REFERENCE;
const SERIAL_DIGITS = digits - 1;

/** Null where this number has no check digit: the next is asked. */
export function planReference(serial: number): string | null {
	const written = String(serial).padStart(SERIAL_DIGITS, '0');
	if (written.length > SERIAL_DIGITS) throw new Error('There are no more references to give out.');
	const body = `${begins}${written}`;
	const last = checkDigitOf([...body].map(Number), check);
	return last === null ? null : `${body}${last}`;
}

/** Those of plans among the references in it. */
export function planReferencesIn(written: string): readonly string[] {
	return referencesIn(written).filter(isPlanReference);
}

export function isPlanReference(reference: string): boolean {
	return reference.startsWith(begins) && reference.length === begins.length + digits;
}

/** As it is read out and printed: `9000 000 017`. */
export function groupedReference(reference: string): string {
	return /^\d{10}$/.test(reference)
		? `${reference.slice(0, 4)} ${reference.slice(4, 7)} ${reference.slice(7)}`
		: reference;
}
