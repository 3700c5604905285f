/**
 * What a counter network (the Post Office, PayPoint) reads off a letter: the council's own number with that network, the
 * payment reference filled up with noughts to the network's length, and its check digit. The network's file may then
 * give back all of it or the reference alone, so that both are read as the reference.
 */
import { checkDigitOf } from './check-digits.ts';

/** SAMPLE until the council has one: each network gives a council its own number, and says the length. */
export type Counter = {
	/** As the customer knows it. */
	name: string;
	/** The council's number with it, in front of every reference. */
	begins: string;
	/** Of the whole barcode. */
	digits: number;
	check: CounterCheck;
};

export const COUNTER_CHECKS = ['no-check', 'modulus-10'] as const;

export type CounterCheck = (typeof COUNTER_CHECKS)[number];

/** Of a reference that is all digits; null where it is longer than the network has room for. */
export function counterDigits(reference: string, counter: Counter): string | null {
	const { begins, digits, check } = counter;
	const room = digits - begins.length - checkLength(check);
	if (!/^\d+$/.test(reference) || reference.length > room) return null;
	const body = `${begins}${reference.padStart(room, '0')}`;
	return check === 'no-check' ? body : `${body}${luhnOf(body)}`;
}

function checkLength(check: CounterCheck): number {
	return check === 'no-check' ? 0 : 1;
}

function luhnOf(body: string): number {
	const digit = checkDigitOf([...body].map(Number), { by: 'mod-10' });
	if (digit === null) throw new Error('Every number has a check digit by modulus 10.');
	return digit;
}

/** What was written, with each barcode of these in it as the reference it is for. One with a wrong digit stays. */
export function withoutCounters(written: string, counters: readonly Counter[]): string {
	return counters.reduce(
		(text, counter) => text.replace(runsOf(counter), (run) => insideOf(run, counter) ?? run),
		written
	);
}

/** As one number, or in groups as it is printed. */
function runsOf({ digits }: Counter): RegExp {
	return new RegExp(`(?<!\\d)\\d(?:[ -]?\\d){${digits - 1}}(?!\\d)`, 'g');
}

function insideOf(run: string, { begins, check }: Counter): string | null {
	const whole = run.replace(/\D/g, '');
	if (!whole.startsWith(begins)) return null;
	const body = check === 'no-check' ? whole : whole.slice(0, -1);
	if (check !== 'no-check' && whole !== `${body}${luhnOf(body)}`) return null;
	return body.slice(begins.length).replace(/^0+/, '');
}
