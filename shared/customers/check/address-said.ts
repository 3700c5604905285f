/**
 * Whether the first line of an address and a postcode said are those held. Numbers must be the same ones; the street
 * may be spelled or shortened as people do; without the postcode, or with one letter of it wrong, it is nearly.
 */
import {
	closenessOf,
	editsBetween,
	plainText,
	plainWords,
	type Closeness
} from '../plain-words.ts';

export type AddressHeld = { line1: string; line2: string | null; postcode: string };

const SHORT_FORMS: Record<string, string> = {
	rd: 'road',
	st: 'street',
	saint: 'street',
	ave: 'avenue',
	av: 'avenue',
	ln: 'lane',
	cres: 'crescent',
	cl: 'close',
	dr: 'drive',
	pl: 'place',
	sq: 'square',
	ter: 'terrace',
	terr: 'terrace',
	gdns: 'gardens',
	ct: 'court',
	hse: 'house',
	apt: 'flat',
	apartment: 'flat',
	unit: 'flat'
};

/** Inward half: a digit and two letters; outward half: one or two letters, a digit, perhaps one more. */
const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b/;

/** A number of the house or flat, also `14a`. */
const NUMBER = /^\d+[a-z]?$/;

export function compareAddress(said: string, held: AddressHeld): Closeness {
	const { postcode, words } = partsOf(said);
	const line = wordsOf(held.line1);
	// `Flat 6` on one line and the building on the next are one address.
	const both = held.line2 ? [...line, ...wordsOf(held.line2)] : line;
	const street = bestOf(words, [line, both]);
	if (street === 'differs') return 'differs';
	const heldPostcode = plainText(held.postcode).replaceAll(' ', '');
	if (postcode === null) return 'nearly';
	if (postcode === heldPostcode) return street;
	return street === 'matches' && editsBetween(postcode, heldPostcode) === 1 ? 'nearly' : 'differs';
}

function partsOf(said: string): { postcode: string | null; words: string[] } {
	const plain = plainText(said);
	const match = POSTCODE.exec(plain);
	if (!match) return { postcode: null, words: wordsOf(plain) };
	return {
		postcode: `${match[1] ?? ''}${match[2] ?? ''}`,
		words: wordsOf(plain.replace(match[0], ' '))
	};
}

function bestOf(said: readonly string[], lines: readonly (readonly string[])[]): Closeness {
	const results = lines.map((line) => compareLine(said, line));
	return results.find((result) => result === 'matches') ?? results.find(isNearly) ?? 'differs';
}

function isNearly(result: Closeness): boolean {
	return result === 'nearly';
}

function compareLine(said: readonly string[], held: readonly string[]): Closeness {
	if (numbersOf(said) !== numbersOf(held)) return 'differs';
	const [saidStreet, heldStreet] = [namesOf(said), namesOf(held)];
	if (heldStreet === '') return 'matches';
	// The number and a postcode without the street: ask for the street too.
	if (saidStreet === '') return numbersOf(held) === '' ? 'differs' : 'nearly';
	// A town said after the street is no mistake.
	return saidStreet.startsWith(heldStreet) ? 'matches' : closenessOf(saidStreet, heldStreet);
}

function numbersOf(words: readonly string[]): string {
	return words.filter((word) => NUMBER.test(word)).join(' ');
}

function namesOf(words: readonly string[]): string {
	return words.filter((word) => !NUMBER.test(word) && word !== 'flat').join('');
}

function wordsOf(text: string): string[] {
	return plainWords(text).map((word) => SHORT_FORMS[word] ?? word);
}
