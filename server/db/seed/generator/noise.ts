/**
 * Records as a council's systems really have them, for measuring how well the same person is found again: slips of a
 * key, initials, a maiden name, a home left behind, a street misspelt, a digit wrong. What they truly say is known.
 */
import { addDays, type Day } from '../../../../shared/time/day.ts';
import type { SeedRecord } from '../record-rows.ts';
import type { Chance } from './chance.ts';
import { GIVEN_NAMES } from './words.ts';

type Change = (record: SeedRecord, chance: Chance) => Partial<SeedRecord>;

/** How often each befalls a record. Most records of most people are as they should be. */
const CHANGES: readonly (readonly [likelihood: number, change: Change])[] = [
	[0.05, ({ familyName }, chance) => ({ familyName: slipIn(familyName, chance) })],
	[0.04, ({ givenNames }, chance) => ({ givenNames: slipIn(givenNames, chance) })],
	[0.06, ({ givenNames }) => ({ givenNames: initialOf(givenNames) })],
	[0.1, ({ givenNames }) => ({ givenNames: givenNames.split(' ')[0] ?? givenNames })],
	[0.02, (record, chance) => ({ givenNames: withSecond(record.givenNames, chance) })],
	[0.5, maidenName],
	[0.35, homeBefore],
	[0.06, ({ line1 }, chance) => ({ line1: line1 && slipIn(line1, chance) })],
	[0.12, ({ line1 }) => ({ line1: line1 && shortened(line1) })],
	[0.02, ({ postcode }, chance) => ({ postcode: postcode && otherPostcode(postcode, chance) })],
	[0.015, ({ bornOn }, chance) => ({ bornOn: bornOn && wrongDay(bornOn, chance) })],
	[0.15, () => ({ bornOn: null })],
	[0.01, ({ nino }, chance) => ({ nino: nino && otherDigit(nino, chance) })],
	[0.25, () => ({ nino: null })],
	[0.2, () => ({ phone: null })],
	[0.04, ({ phone }, chance) => ({ phone: phone && otherNumber(phone, chance) })],
	[0.3, () => ({ email: null })],
	[0.3, () => ({ uprn: null })],
	[0.25, (record) => ({ familyName: record.familyName.toUpperCase() })],
	[0.3, () => ({ councilTaxAccount: null, benefitClaim: null })],
	[
		0.02,
		({ councilTaxAccount: of }, chance) => ({ councilTaxAccount: of && otherDigit(of, chance) })
	],
	[0.02, ({ benefitClaim: of }, chance) => ({ benefitClaim: of && otherDigit(of, chance) })]
];

export function noisy(record: SeedRecord, chance: Chance): SeedRecord {
	return CHANGES.reduce(
		(so, [likelihood, change]) =>
			chance.happens(likelihood) ? { ...so, ...change(so, chance) } : so,
		record
	);
}

/** One key beside another: a letter lost, doubled, exchanged or struck wrongly, never the first. */
function slipIn(text: string, chance: Chance): string {
	const letters = [...text];
	const places = letters.flatMap((letter, at) => (at > 0 && /[a-z]/.test(letter) ? [at] : []));
	if (places.length < 3) return text;
	const at = chance.pick(places);
	const letter = letters[at] ?? '';
	const slip = chance.weighted([
		['', 3],
		[letter + letter, 2],
		[(letters[at + 1] ?? '') + letter, 3],
		[NEIGHBOURS[letter] ?? letter, 3]
	] as const);
	const isExchanged = slip.length === 2 && slip !== letter + letter;
	return [...letters.slice(0, at), slip, ...letters.slice(at + (isExchanged ? 2 : 1))].join('');
}

/** Keys that lie side by side. */
const NEIGHBOURS: Readonly<Record<string, string>> = Object.fromEntries(
	['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) =>
		[...row].map((letter, at) => [letter, row[at + 1] ?? row[at - 1] ?? letter] as const)
	)
);

function initialOf(givenNames: string): string {
	return givenNames.slice(0, 1);
}

function withSecond(givenNames: string, chance: Chance): string {
	return givenNames.includes(' ') ? givenNames : `${givenNames} ${chance.pick(GIVEN_NAMES)}`;
}

/** Only who had another name: their older account still has it. */
function maidenName({ customer }: SeedRecord): Partial<SeedRecord> {
	const former = customer.names?.find(({ kind }) => kind === 'former');
	return former ? { familyName: former.name } : {};
}

/** Only who has moved: this system was not told. */
function homeBefore({ customer }: SeedRecord): Partial<SeedRecord> {
	const before = customer.addresses?.find(({ toOn }) => toOn !== undefined);
	return before ? { line1: before.line1, postcode: before.postcode, uprn: null } : {};
}

const SHORT_WORDS: readonly (readonly [RegExp, string])[] = [
	[/\bStreet\b/, 'St'],
	[/\bRoad\b/, 'Rd'],
	[/\bAvenue\b/, 'Ave'],
	[/\bGardens\b/, 'Gdns'],
	[/\bCrescent\b/, 'Cres'],
	[/\bTerrace\b/, 'Terr'],
	[/\bFlat (\d+), (\d+)/, '$1/$2']
];

function shortened(line1: string): string {
	return SHORT_WORDS.reduce((text, [long, short]) => text.replace(long, short), line1);
}

function otherPostcode(postcode: string, chance: Chance): string {
	return postcode.replace(/.$/, chance.pick([...'ABDEFGHJLNPQRSTUWXYZ']));
}

/** A day or a month out, or day and month the other way round. */
function wrongDay(bornOn: Day, chance: Chance): Day {
	const [year = '', month = '', dayOfMonth = ''] = bornOn.split('-');
	if (Number(dayOfMonth) <= 12 && chance.happens(0.5))
		return `${year}-${dayOfMonth}-${month}` as Day;
	return addDays(bornOn, chance.pick([-1, 1, 10, -10]));
}

/** Near its end alone: a slip at its beginning would be the number of somebody who is not invented. */
function otherNumber(phone: string, chance: Chance): string {
	return phone.slice(0, -3) + otherDigit(phone.slice(-3), chance);
}

function otherDigit(text: string, chance: Chance): string {
	const at = chance.pick([...text].flatMap((letter, place) => (/\d/.test(letter) ? [place] : [])));
	const digit = (Number(text[at]) + chance.whole(1, 9)) % 10;
	return text.slice(0, at) + String(digit) + text.slice(at + 1);
}
