/**
 * What else a word that was typed may be: other spellings of the same first name, a word it begins, and words that one
 * slip of the keys makes of it, or two where it is longer than seven letters. Each says how far from what was typed.
 */
import { ALIASES } from './name-aliases.ts';
import { editsBetween } from '../plain-words.ts';

/** From nearest to furthest. */
export type Nearness = 'same' | 'sounds' | 'begins' | 'one-slip' | 'two-slips';

/** Every word that one typed may mean, as it is held. */
export type Meanings = ReadonlyMap<string, Nearness>;

const LONG = 7;
/** A number is right or wrong, and two letters with a slip may be anything. */
const LEAST_LETTERS = 3;
const MOST_BEGUN = 40;
const MOST_SLIPS = 40;

const SPELLINGS: ReadonlyMap<string, readonly string[]> = spellingLines();

function spellingLines(): Map<string, string[]> {
	const lines = new Map<string, string[]>();
	for (const [name, first] of ALIASES) {
		const line = lines.get(first) ?? [];
		line.push(name);
		lines.set(first, line);
		lines.set(name, line);
	}
	return lines;
}

/** The word itself, and what else it is spelled like: `mohammed`, `muhammad`. */
export function spellingsOf(word: string): readonly string[] {
	return SPELLINGS.get(word) ?? [word];
}

export function slipsAllowed(word: string): number {
	if (word.length < LEAST_LETTERS || !/\p{Letter}/u.test(word)) return 0;
	return word.length > LONG ? 2 : 1;
}

/** A word's beginning with as many letters left out as it may have slips: what is held is found by them. */
export function shortsOf(word: string): readonly string[] {
	const slips = slipsAllowed(word);
	if (slips === 0) return [];
	const head = Array.from(word).slice(0, LONG).join('');
	const one = leftOut(head);
	return [...new Set([head, ...one, ...(slips > 1 ? one.flatMap(leftOut) : [])])];
}

function leftOut(word: string): string[] {
	const letters = Array.from(word);
	return letters.map((_, index) => letters.toSpliced(index, 1).join(''));
}

export function exactMeanings(word: string): Meanings {
	return new Map(
		spellingsOf(word).map((spelling) => [spelling, spelling === word ? 'same' : 'sounds'])
	);
}

/** Of the words held, those that this one may mean; with their other spellings. */
export function meaningsAmong(word: string, held: Iterable<string>): Meanings {
	const near = new Map<string, Nearness>(exactMeanings(word));
	const put = (found: readonly string[], nearness: Nearness) => {
		for (const one of found) if (!near.has(one)) near.set(one, nearness);
	};
	const words = [...held];
	put(begunBy(word, words), 'begins');
	const slips = slipsOf(word, [...words, ...namesBeginning(word)]);
	for (const [edits, nearness] of [
		[1, 'one-slip'],
		[2, 'two-slips']
	] as const) {
		put(
			slips.filter((slip) => slip.edits === edits).flatMap((slip) => spellingsOf(slip.word)),
			nearness
		);
	}
	return near;
}

/** A slip in a spelling that nobody held has, of a name that somebody has in another. */
function namesBeginning(word: string): string[] {
	const known = SPELLINGS.has(word) ? [] : [...SPELLINGS.keys()];
	return known.filter((name) => name[0] === word[0]);
}

function begunBy(word: string, held: readonly string[]): string[] {
	if (word.length < LEAST_LETTERS || /^\d+$/.test(word)) return [];
	return held
		.filter((one) => one.startsWith(word))
		.sort((one, other) => one.length - other.length)
		.slice(0, MOST_BEGUN);
}

function slipsOf(word: string, held: readonly string[]): { word: string; edits: number }[] {
	const allowed = slipsAllowed(word);
	if (allowed === 0) return [];
	return held
		.filter((one) => Math.abs(one.length - word.length) <= allowed && !/^\d+$/.test(one))
		.map((one) => ({ word: one, edits: editsBetween(word, one) }))
		.filter(({ edits }) => edits > 0 && edits <= allowed)
		.sort((one, other) => one.edits - other.edits)
		.slice(0, MOST_SLIPS);
}
