/**
 * Whether a name said is a name held, tolerant of order, initials, accents, how it is spelled and how it is written
 * from another script: `Zhang Liwen` is `Li Wen Chang`, `A. Mueller` is `Anna Müller`.
 */
import { allOf, closenessOf, closest, plainWords, type Closeness } from '../plain-words.ts';

export type NameHeld = { givenNames: string; familyName: string };

/** Spellings of one sound, said of both sides, so that none is the right one. */
const SAME_SOUNDS: readonly [RegExp, string][] = [
	[/zh/g, 'ch'],
	[/hs|sh|x/g, 'sh'],
	[/q(?=[iu])/g, 'ch'],
	[/ph/g, 'f'],
	[/ck|c(?!h)/g, 'k'],
	[/oe/g, 'o'],
	[/ue/g, 'u'],
	[/ae/g, 'a'],
	[/y/g, 'i'],
	[/(.)\1+/g, '$1']
];

/** By the name's sounds, as `soundsOf` writes them. */
const SHORT_NAMES: Record<string, readonly string[]> = Object.fromEntries(
	[
		'alexander sandy',
		'andrew drew',
		'anthony tony',
		'catherine kathy kate katie',
		'david dave',
		'edward ted ned eddie',
		'elizabeth liz lizzie beth betty',
		'helen nell',
		'henry harry hal',
		'james jim jimmy jamie',
		'john jack johnny',
		'margaret peggy meg maggie',
		'mary molly polly',
		'michael mike mick',
		'patricia trish paddy',
		'patrick paddy',
		'richard dick rick',
		'robert bob bobby',
		'sarah sally',
		'stephen steve',
		'susan sue',
		'theresa tess tessa',
		'william bill billy liam'
	].map((line) => {
		const [name = '', ...short] = soundsOf(line);
		return [name, short];
	})
);

const TITLES = new Set(['mr', 'mrs', 'ms', 'mis', 'mx', 'dr', 'sir', 'dame', 'rev']);

/** More words than this are no name, and the ways to order them are many. */
const MOST_WORDS = 6;

export function compareName(said: string, held: NameHeld): Closeness {
	const given = soundsOf(held.givenNames);
	const family = soundsOf(held.familyName);
	const isTitle = (word: string) => TITLES.has(word) && ![...given, ...family].includes(word);
	const words = soundsOf(said).filter((word) => !isTitle(word));
	if (words.length === 0 || words.length > MOST_WORDS) return 'differs';
	if (given.length === 0) return closenessOf(words.join(''), family.join(''));
	if (isSameWords(words, [...given, ...family])) return 'matches';
	return closest(
		ordersOf(words).flatMap((order) =>
			order.map((_, cut) => compareParts({ order, cut, given, family }))
		)
	);
}

/** An organisation's name, with or without what kind of company it is. */
export function compareOrganisation(said: string, held: string): Closeness {
	const [one, other] = [tradingWords(said), tradingWords(held)];
	if (one === '' || other === '') return 'differs';
	return closenessOf(one, other);
}

/** The words before the cut as the family name, those after as the given names. */
function compareParts(reading: {
	order: readonly string[];
	cut: number;
	given: readonly string[];
	family: readonly string[];
}): Closeness {
	const { order, cut, given, family } = reading;
	const familyCloseness = compareFamily(order.slice(0, cut + 1), family);
	// With every word in the family name, one too many there is a given name that is wrong.
	const isOneTooMany = cut + 1 === order.length && order.length > family.length;
	if (familyCloseness === 'differs' || isOneTooMany) return 'differs';
	return allOf([familyCloseness, compareGiven(order.slice(cut + 1), given)]);
}

/** Half of a double name is nearly. */
function compareFamily(said: readonly string[], held: readonly string[]): Closeness {
	const whole = closenessOf(said.join(''), held.join(''));
	const hasHalf = held.length > 1 && held.some((word) => word.length >= 4 && said.includes(word));
	return whole === 'differs' && hasHalf ? 'nearly' : whole;
}

function compareGiven(said: readonly string[], held: readonly string[]): Closeness {
	const [first] = said;
	const [heldFirst] = held;
	// The family name alone: right as far as it goes.
	if (!first || !heldFirst) return 'nearly';
	const initials = held.map((word) => word[0]);
	if (said.every((word, index) => word.length === 1 && word === initials[index])) return 'matches';
	return closest([
		closenessOf(said.join(''), held.join('')),
		closenessOf(first, heldFirst),
		isShortFor(first, heldFirst) ? 'matches' : 'differs',
		// Known by a second name.
		...held.slice(1).map((name) => (name.length > 1 ? closenessOf(first, name) : 'differs'))
	]);
}

/** `Sam` of `Samira`, and the common ones that do not begin alike. */
function isShortFor(said: string, held: string): boolean {
	if (said.length >= 3 && held.startsWith(said)) return true;
	return (SHORT_NAMES[held] ?? []).includes(said);
}

/** The same letters in any order of words, wherever the spaces are. */
function isSameWords(said: readonly string[], held: readonly string[]): boolean {
	if (held.length > MOST_WORDS || said.join('').length !== held.join('').length) return false;
	const orders = new Set(ordersOf(said).map((order) => order.join('')));
	return ordersOf(held).some((order) => orders.has(order.join('')));
}

function ordersOf(words: readonly string[]): (readonly string[])[] {
	if (words.length <= 1) return [words];
	return words.flatMap((word, index) =>
		ordersOf(words.filter((_, other) => other !== index)).map((rest) => [word, ...rest])
	);
}

function soundsOf(text: string): string[] {
	return plainWords(text).map((word) =>
		SAME_SOUNDS.reduce((sound, [from, to]) => sound.replace(from, to), word)
	);
}

function tradingWords(text: string): string {
	return plainWords(text)
		.filter((word) => !/^(limited|ltd|plc|llp|the|and|co|company)$/.test(word))
		.join('');
}
