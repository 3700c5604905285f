/**
 * Finding a customer by whatever is typed: names, addresses and whole keys in any mix. What comes back is part-masked:
 * only the letters that were typed are shown again, and what stands around them is dots, always the same number.
 */
import type { Day } from '../../time/day.ts';
import { plainText, plainWords } from '../plain-words.ts';
import { readKeys, type Key, type KeyKind } from './search-keys.ts';

export type Search = {
	/** All of it as plain words. */
	words: readonly string[];
	keys: readonly Key[];
	/** The words that no key was made of. */
	beside: readonly string[];
};

/** With more than these a search is narrowed by another word. */
export const MOST_FOUND = 10;

const MOST_TYPED = 200;
const MOST_WORDS = 10;
const MOST_KEYS = 4;
const LEAST_LETTERS = 3;
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr']);
const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]?)(\d[a-z]{2})\b/g;

/** Null where it is too little to search by: it would show half the city. */
export function readSearch(typed: string): Search | null {
	const text = typed.slice(0, MOST_TYPED);
	const { keys, words } = readKeys(text);
	const search = {
		words: searchable(plainWords(plainText(text).replace(POSTCODE, '$1 $2'))),
		keys: keys.slice(0, MOST_KEYS),
		beside: searchable(words)
	};
	if (search.keys.length > 0) return search;
	return search.words.some((word) => word.length >= LEAST_LETTERS) ? search : null;
}

/** Each once, and no title beside a name. */
function searchable(words: readonly string[]): string[] {
	const untitled = words.filter((word) => !TITLES.has(word));
	return [...new Set(untitled.length > 0 ? untitled : words)].slice(0, MOST_WORDS);
}

/** What of a customer was typed. */
export type MatchedOn = 'name' | 'address' | KeyKind;

/** A piece of text as it may be shown: typed letters, or dots. */
export type Piece = { text: string; isTyped: boolean };

export type Found = {
	customerId: string;
	name: readonly Piece[];
	/** Null where no address is held, or where it may not be shown at all. */
	address: readonly Piece[] | null;
	/** The month only. */
	bornIn: number | null;
	matchedOn: readonly MatchedOn[];
	/** How many they have with us, of whatever kind; null where it may not be shown. */
	accountCount: number | null;
	/** Something was typed nearly as it is held. */
	isNear: boolean;
};

export type SearchedPerson = {
	customerId: string;
	givenNames: string;
	familyName: string;
	bornOn: Day | null;
	isSafeContact: boolean;
	address: { line1: string; postcode: string } | null;
	matchedOn: readonly MatchedOn[];
	accountCount: number;
	isNear: boolean;
};

const DOTS: Piece = { text: '••••', isTyped: false };

/** Only words are shown again: the figures of a date of birth say nothing of a house's number. */
export function foundPerson(person: SearchedPerson, { beside: words }: Search): Found {
	const { customerId, address, isSafeContact, matchedOn, isNear } = person;
	return {
		customerId,
		name: [person.givenNames, person.familyName]
			.filter((name) => name !== '')
			.flatMap((name, index) => [...(index > 0 ? [SPACE] : []), ...maskedName(name, words)]),
		// Somebody who must be contacted safely: where they live is not hinted at.
		address: address === null || isSafeContact ? null : maskedAddress(address, words),
		bornIn: person.bornOn === null || isSafeContact ? null : Number(person.bornOn.slice(5, 7)),
		matchedOn: isSafeContact ? matchedOn.filter((what) => !REACHES.has(what)) : matchedOn,
		accountCount: isSafeContact ? null : person.accountCount,
		isNear
	};
}

/** Where and how somebody may be reached: of who must be contacted safely, not confirmed either. */
const REACHES: ReadonlySet<MatchedOn> = new Set(['address', 'phone', 'email']);

const SPACE: Piece = { text: ' ', isTyped: false };

/** The initial shows, and whatever of the name was typed. */
function maskedName(name: string, words: readonly string[]): Piece[] {
	return name
		.split(/\s+/)
		.flatMap((word, index) => [...(index > 0 ? [SPACE] : []), ...maskedWord(word, words, true)]);
}

/** `•• Lantern •••, NM4 •••`: the outward half of the postcode, and what was typed. */
function maskedAddress(
	{ line1, postcode }: { line1: string; postcode: string },
	words: readonly string[]
): Piece[] {
	const line = line1
		.split(/\s+/)
		.flatMap((word, index) => [...(index > 0 ? [SPACE] : []), ...maskedWord(word, words, false)]);
	const [outward = '', inward = ''] = postcode.split(' ');
	const isTyped = words.includes(plainText(inward));
	return [
		...line,
		{ text: `, ${outward} `, isTyped: false },
		isTyped ? { text: inward, isTyped } : DOTS
	];
}

/** The typed beginning of a word as it is written, then dots; the initial or nothing where it was not typed. */
function maskedWord(word: string, typed: readonly string[], showsInitial: boolean): Piece[] {
	const plain = plainText(word);
	const begun = typed
		.filter((start) => plain.startsWith(start))
		.sort((one, other) => other.length - one.length)[0];
	if (begun === undefined) {
		const initial = Array.from(word)[0] ?? '';
		return showsInitial ? [{ text: `${initial}${DOTS.text}`, isTyped: false }] : [DOTS];
	}
	const shown = writtenStart(word, begun);
	const rest = shown.length < word.length ? [DOTS] : [];
	return [{ text: shown, isTyped: true }, ...rest];
}

/** As much of the word as written as makes up the plain letters typed: `O'Br` for `obr`. */
function writtenStart(word: string, plain: string): string {
	const letters = Array.from(word);
	const length = letters.findIndex(
		(_, index) => plainText(letters.slice(0, index + 1).join('')).length >= plain.length
	);
	return letters.slice(0, length + 1).join('');
}
