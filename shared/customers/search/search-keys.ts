/**
 * What of a search is a whole key rather than a word: an email address, a date of birth, a telephone or National
 * Insurance number, a reference, each however it is spaced. What is left is words.
 */
import { isDay } from '../../time/day.ts';
import { readDay } from '../../time/day-said.ts';
import { isNino } from '../identifiers.ts';
import { plainText, plainWords } from '../plain-words.ts';

export const KEY_KINDS = ['reference', 'nino', 'phone', 'email', 'born'] as const;

export type KeyKind = (typeof KEY_KINDS)[number];

/** One thing typed and all that it may be: eleven figures are a telephone number or a reference. */
export type Key = { readonly [Kind in KeyKind]?: readonly string[] };

export type KeysRead = {
	keys: readonly Key[];
	/** As plain text, without what the keys were made of. */
	words: readonly string[];
};

const EMAIL = /[^\s@,;<>"()\p{Cc}]+@[^\s@,;<>"()\p{Cc}]+\.[^\s@,;<>"()\p{Cc}]+/gu;
const FOREIGN = /(?<!\w)(?:\+|00)[1-9][\d\s().-]{6,18}\d\b/g;
const DATES = [
	/\b\d{4}-\d{1,2}-\d{1,2}\b/g,
	/\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2})\b/g,
	/\b\d{1,2}\s\d{1,2}\s(?:19|20)\d{2}\b/g,
	/\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,?\s+(?:19|20)?\d{2}\b/gi
];
const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]?)(\d[a-z]{2})\b/g;
const LEAST_REFERENCE = 6;
const LONGEST_PREFIX = 4;

export function readKeys(typed: string): KeysRead {
	const keys: Key[] = [];
	let rest = typed;
	/** Whatever the pattern finds and is a key is taken out. */
	const take = (pattern: RegExp, keyOf: (found: string) => Key | null) => {
		rest = rest.replace(pattern, (found) => {
			const key = keyOf(found);
			if (key) keys.push(key);
			return key ? ' ' : found;
		});
	};
	take(EMAIL, (found) => ({ email: [found.toLowerCase()] }));
	for (const pattern of DATES) take(pattern, bornKey);
	take(FOREIGN, (found) => ({
		phone: [`+${found.replace(/\D/g, '').replace(/^00|^440/, zeroOf)}`]
	}));
	const { runs, words } = runsOf(plainWords(plainText(rest).replace(POSTCODE, '$1 $2')));
	return { keys: [...keys, ...runs.map(runKey)], words };
}

/** `0044` is the way out of the country, `+44 (0)` the way into it. */
function zeroOf(found: string): string {
	return found === '440' ? '44' : '';
}

function bornKey(found: string): Key | null {
	const days = daysOf(found);
	return days.length > 0 ? { born: days } : null;
}

/** A year of two figures is one of either century. */
function daysOf(said: string): string[] {
	const read = readDay(said);
	if (!read || read.year === null) return [];
	const { year, month, day } = read;
	const years = year < 100 ? [1900 + year, 2000 + year] : [year];
	const two = (part: number) => String(part).padStart(2, '0');
	return years
		.map((one) => `${String(one).padStart(4, '0')}-${two(month)}-${two(day)}`)
		.filter((text) => /^(?:18|19|20)/.test(text) && isDay(text));
}

/** Neighbouring words that are one number: `7710 448 261`, `HBO 210877`, `QQ 12 34 56 C`. */
function runsOf(words: readonly string[]): { runs: string[]; words: string[] } {
	const runs: string[] = [];
	const left: string[] = [];
	for (let at = 0; at < words.length;) {
		const run = runAt(words, at);
		const joined = words.slice(at, at + run).join('');
		const isKey = joined.length >= LEAST_REFERENCE && /\d{4}/.test(joined);
		if (isKey) runs.push(joined);
		else left.push(words[at] ?? '');
		at += isKey ? run : 1;
	}
	return { runs, words: left };
}

/** How many words from here on are one number. */
function runAt(words: readonly string[], at: number): number {
	const isPrefix = /^\p{Letter}{1,3}$/u.test(words[at] ?? '') && /^\d/.test(words[at + 1] ?? '');
	let end = at + (isPrefix || /\d/.test(words[at] ?? '') ? 1 : 0);
	while (end > at && /^\d+$/.test(words[end] ?? '')) end += 1;
	const isNinoSoFar = /^[a-z]{2}\d{6}$/.test(words.slice(at, end).join(''));
	return isNinoSoFar && /^[a-d]$/.test(words[end] ?? '') ? end + 1 - at : end - at;
}

function runKey(run: string): Key {
	const days = /^\d{8}$/.test(run) ? daysOf(run) : [];
	const phone = /^(?:0|44)(\d{9,10})$/.exec(run)?.[1];
	return {
		reference: referencesHeard(run.toUpperCase()),
		...(isNino(run) ? { nino: [run.toUpperCase()] } : {}),
		...(phone === undefined ? {} : { phone: [`+44${phone}`] }),
		...(days.length > 0 ? { born: days } : {})
	};
}

/** Over the telephone an O is a nought and an I is a one, though not in the letters that a reference begins with. */
function referencesHeard(reference: string): string[] {
	const letters = /^\p{Letter}*/u.exec(reference)?.[0].length ?? 0;
	const kept = Array.from({ length: Math.min(letters, LONGEST_PREFIX) + 1 }, (_, count) => count);
	const heard = kept.map(
		(count) =>
			reference.slice(0, count) + reference.slice(count).replace(/O/g, '0').replace(/[IL]/g, '1')
	);
	return [...new Set([reference, ...heard])];
}

/** The same keys with two neighbouring figures of a reference or a number the other way round: one of them is meant. */
export function slippedKeys(keys: readonly Key[]): readonly Key[] {
	return keys.map((key) => ({
		...key,
		...(key.reference ? { reference: key.reference.flatMap(swapped) } : {}),
		...(key.nino ? { nino: key.nino.flatMap(swapped) } : {}),
		...(key.phone ? { phone: key.phone.flatMap(swapped) } : {})
	}));
}

function swapped(text: string): string[] {
	return Array.from(text.slice(1), (letter, at) => {
		const before = text[at] ?? '';
		return text.slice(0, at) + letter + before + text.slice(at + 2);
	});
}
