/**
 * Two names as two source systems wrote them. What differs by sound, by an alias, by a slip or by the order of words is
 * told apart from another first name, which is another person of the household. Jaro-Winkler and Double Metaphone are
 * libraries': a council's records are no place for a distance of our own.
 */
import { jaroWinkler } from '@skyra/jaro-winkler';
import { doubleMetaphone } from 'double-metaphone';
import { compareName, compareOrganisation } from '../check/name-said.ts';
import { closenessOf, closest, plainWords } from '../plain-words.ts';
import { ALIASES } from './name-aliases.ts';

export type NamesCompared =
	| 'same'
	| 'alike'
	| 'initial'
	| 'family-only'
	| 'misspelt-given'
	| 'other-family'
	| 'other-given'
	| 'other';

export type Named = {
	kind: 'person' | 'organisation';
	givenNames: string;
	isGivenCommon: boolean;
	familyName: string;
	formerNames: readonly string[];
};

/** Two spellings of one name are at least so close, and more where they do not sound alike. */
const ALIKE = 0.93;
const ALIKE_BY_SOUND = 0.8;
/** First names are short and many: `Jean` and `Joan` sound alike to the rule and are two people. */
const GIVEN_ALIKE_BY_SOUND = 0.9;
/** Under so many letters a letter more is another name: `Ali`, `Alia`. */
const LEAST_LETTERS = 4;

/** Few who bear a first name make it one that people have here, and in a city the same slip of one is made often too. */
const LEAST_BEARERS = 10;
const ONE_BEARER_IN = 12_000;

/** By how many of so many records a first name must be borne to be a name, and no slip of a key. */
export function commonFrom(records: number): number {
	return Math.max(LEAST_BEARERS, Math.ceil(records / ONE_BEARER_IN));
}

export function compareNames(one: Named, other: Named): NamesCompared {
	if (one.kind === 'organisation') return compareFirms(one.familyName, other.familyName);
	const [given, otherGiven] = [plainWords(one.givenNames), plainWords(other.givenNames)];
	const names = Number(one.isGivenCommon) + Number(other.isGivenCommon);
	const first = compareGiven(given, { other: otherGiven, names });
	const family = closestFamily(one, other);
	if (first === 'same' && family === 'same') return 'same';
	if (first === 'other' || family === 'other') {
		if (isSameInAnyOrder(one, other)) return 'alike';
		if (first === 'other') return family === 'other' ? 'other' : 'other-given';
		return first === 'same' || first === 'alike' ? 'other-family' : 'other';
	}
	if (first === 'initial') return 'initial';
	if (first === 'none') return 'family-only';
	return first === 'misspelt' ? 'misspelt-given' : 'alike';
}

function compareFirms(one: string, other: string): NamesCompared {
	// Neither record is the right one, and what is said is compared with what is held: so each in its turn.
	const closeness = closest([compareOrganisation(one, other), compareOrganisation(other, one)]);
	if (closeness === 'matches') return 'same';
	return closeness === 'nearly' ? 'misspelt-given' : 'other';
}

type Given = 'same' | 'alike' | 'initial' | 'none' | 'misspelt' | 'other';

/**
 * By the first of them, or by a middle one that somebody goes by. `names`: how many of the two are names that
 * people have here. With one of them the other may be a slip of it; two may be twins.
 */
function compareGiven(
	one: readonly string[],
	{ other, names }: { other: readonly string[]; names: number }
): Given {
	const [first = '', ...middle] = one;
	const [otherFirst = '', ...otherMiddle] = other;
	if (first === '' || otherFirst === '') return first === otherFirst ? 'same' : 'none';
	if (first === otherFirst) return isOtherMiddle(middle, otherMiddle) ? 'misspelt' : 'same';
	if (one.join('') === other.join('') || isAlias(first, otherFirst)) return 'alike';
	if (first.length === 1 || otherFirst.length === 1) {
		return first[0] === otherFirst[0] ? 'initial' : 'other';
	}
	if (middle.includes(otherFirst) || otherMiddle.includes(first)) return 'misspelt';
	if (names === 1 && isOneSlip(first, otherFirst)) return 'alike';
	const closeness = jaroWinkler(first, otherFirst);
	const isOneSound = closeness >= GIVEN_ALIKE_BY_SOUND && soundsLike(first, otherFirst);
	if (isOneSound && names < 2) return 'alike';
	return isOneSound || closeness >= ALIKE ? 'misspelt' : 'other';
}

function isOneSlip(one: string, other: string): boolean {
	return closenessOf(one, other) === 'matches' || closenessOf(other, one) === 'matches';
}

/** `John Paul` and `John David` may be a father and a son. */
function isOtherMiddle(one: readonly string[], other: readonly string[]): boolean {
	const [middle, otherMiddle] = [one[0], other[0]];
	if (middle === undefined || otherMiddle === undefined) return false;
	return middle[0] !== otherMiddle[0];
}

function isAlias(one: string, other: string): boolean {
	const group = ALIASES.get(one);
	return group !== undefined && group === ALIASES.get(other);
}

/** Between what each is called now and what the other was called before. */
function closestFamily(one: Named, other: Named): 'same' | 'alike' | 'other' {
	const now = compareFamily(plainWords(one.familyName), plainWords(other.familyName));
	if (now === 'same') return 'same';
	const before = [
		...formerFamilies(one).map((family) => compareFamily(family, plainWords(other.familyName))),
		...formerFamilies(other).map((family) => compareFamily(family, plainWords(one.familyName)))
	];
	return now === 'alike' || before.some((closeness) => closeness !== 'other') ? 'alike' : 'other';
}

function formerFamilies({ formerNames, givenNames }: Named): string[][] {
	const given = plainWords(givenNames);
	return formerNames.map((name) => plainWords(name).filter((word) => !given.includes(word)));
}

function compareFamily(
	one: readonly string[],
	other: readonly string[]
): 'same' | 'alike' | 'other' {
	const [name, otherName] = [one.join(''), other.join('')];
	if (name === otherName) return 'same';
	// Half of a double name.
	const isHalf = one.length !== other.length && one.some((word) => other.includes(word));
	if (isHalf && one.concat(other).every((word) => word.length > 1)) return 'alike';
	if (Math.min(name.length, otherName.length) < LEAST_LETTERS) return 'other';
	const closeness = jaroWinkler(name, otherName);
	if (closeness >= ALIKE) return 'alike';
	return closeness >= ALIKE_BY_SOUND && soundsLike(name, otherName) ? 'alike' : 'other';
}

function soundsLike(one: string, other: string): boolean {
	const sounds = doubleMetaphone(one);
	return doubleMetaphone(other).some((sound) => sound !== '' && sounds.includes(sound));
}

/** Family name first, or with other spaces; a short name; from another script. */
function isSameInAnyOrder(one: Named, other: Named): boolean {
	const words = plainWords(`${one.givenNames} ${one.familyName}`);
	const letters = words.toSorted().join(' ');
	if (letters === plainWords(`${other.givenNames} ${other.familyName}`).toSorted().join(' '))
		return true;
	if (one.givenNames === '' || other.givenNames === '') return false;
	return isRomanised(one, other) && (isSaidAs(one, other) || isSaidAs(other, one));
}

function isSaidAs(said: Named, held: Named): boolean {
	return compareName(`${said.givenNames} ${said.familyName}`, held) === 'matches';
}

/** Only where the words are cut or ordered otherwise; a slip within a word is weighed by `compareGiven`. */
function isRomanised(one: Named, other: Named): boolean {
	const count = (named: Named) => plainWords(`${named.givenNames} ${named.familyName}`).length;
	return count(one) !== count(other);
}
