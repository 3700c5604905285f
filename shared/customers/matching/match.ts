/**
 * Whether two records of source systems are one customer, and why: each comparison that said so, with what it weighs.
 * A key that only one person has links two records by itself; name, address and date of birth are weighed together. The
 * weights and thresholds are the council's own figures (policy row MA). What contradicts is never linked by a machine.
 */
import type { Day } from '../../time/day.ts';
import type { MatchingWeights } from '../../law/policy-values.ts';
import type { AddressHeld } from '../check/address-said.ts';
import { compareAddresses, type AddressesCompared } from './match-address.ts';
import { compareBirths, type BirthsCompared } from './match-born.ts';
import { linkedAccount } from './match-account.ts';
import { compareNames, type NamesCompared } from './match-name.ts';

/** What was compared. The first four join two records alone; the others are weighed together. */
export const COMPARISONS = [
	'nino',
	'linked-account',
	'email-and-surname',
	'phone-surname-and-postcode',
	'name',
	'address',
	'date-of-birth',
	'phone',
	'email',
	'decided-by-person'
] as const;

export type Comparison = (typeof COMPARISONS)[number];

/** `weight` is what it added, or took away, out of 1000. `words` as a person reads them: `Same date of birth`. */
export type MatchReason = { compared: Comparison; weight: number; words: string };

/** A person or organisation as one source has them, with what its customer was called and where they lived before. */
export type Matchable = {
	/** Which system: it has one person once, so that two of its records are two unless a key says otherwise. */
	source: string;
	kind: 'person' | 'organisation';
	givenNames: string;
	/** The first of them is borne by enough people here to be a name, and no slip of one. */
	isGivenCommon: boolean;
	familyName: string;
	formerNames: readonly string[];
	bornOn: Day | null;
	nino: string | null;
	e164: string | null;
	email: string | null;
	address: AddressHeld | null;
	formerAddresses: readonly AddressHeld[];
	/** What it is liable on, as far as any record names it: `council-tax 7710448261`. */
	accounts: readonly string[];
	/** Accounts of other systems that its own says are the same person's. */
	namesAccounts: readonly string[];
};

export type Verdict = 'linked' | 'review' | 'separate';

export type Match = { score: number; reasons: readonly MatchReason[]; verdict: Verdict };

const MOST = 1000;

export function matchOf(
	{ one, other }: { one: Matchable; other: Matchable },
	weights: MatchingWeights
): Match {
	if (one.kind !== other.kind) return { score: 0, reasons: [TWO_KINDS], verdict: 'separate' };
	const compared = comparisonsOf(one, other);
	const reasons = reasonsOf(compared, weights);
	const weighed = reasons.reduce((sum, { weight }) => sum + weight, 0);
	const score = withinBounds(weighed, boundsOf(compared, weights));
	return { score, reasons, verdict: verdictOf(score, weights) };
}

/** Two that cannot be one person, whatever else agrees: they are never in one customer unless somebody says so. */
export function isContradiction(one: Matchable, other: Matchable): boolean {
	if (one.kind !== other.kind) return true;
	const [ninos, born] = [compareNinos(one, other), compareBirths(one.bornOn, other.bornOn)];
	if (ninos === 'other' || born === 'other') return true;
	if (one.source === other.source && ninos !== 'same' && born !== 'same') return true;
	const name = compareNames(one, other);
	return name === 'other-given' || name === 'other';
}

function compareNinos(one: Matchable, other: Matchable): Compared['ninos'] {
	if (one.nino === null || other.nino === null) return 'unknown';
	return one.nino === other.nino ? 'same' : 'other';
}

const TWO_KINDS: MatchReason = {
	compared: 'name',
	weight: 0,
	words: 'One is a person and the other an organisation'
};

type Compared = {
	name: NamesCompared;
	born: BirthsCompared;
	address: AddressesCompared;
	ninos: 'same' | 'other' | 'unknown';
	hasSamePhone: boolean;
	hasSameEmail: boolean;
	/** In words; null where neither names an account of the other. */
	linked: string | null;
	isOneSource: boolean;
};

function comparisonsOf(one: Matchable, other: Matchable): Compared {
	return {
		isOneSource: one.source === other.source,
		name: compareNames(one, other),
		born: compareBirths(one.bornOn, other.bornOn),
		address: compareAddresses(one, other),
		linked: linkedAccount(one, other),
		ninos: compareNinos(one, other),
		hasSamePhone: one.e164 !== null && one.e164 === other.e164,
		hasSameEmail: one.email !== null && one.email.toLowerCase() === other.email?.toLowerCase()
	};
}

/** Those that say something, the strongest key first. */
function reasonsOf(compared: Compared, weights: MatchingWeights): MatchReason[] {
	const { name, born, address } = compared;
	return [
		...keysOf(compared, weights),
		{ compared: 'name' as const, weight: weights.name[name], words: NAME_WORDS[name] },
		{
			compared: 'address' as const,
			weight: weights.address[address],
			words: ADDRESS_WORDS[address]
		},
		{ compared: 'date-of-birth' as const, weight: weights.born[born], words: BORN_WORDS[born] }
	].filter(({ words }) => words !== '');
}

function keysOf(compared: Compared, weights: MatchingWeights): MatchReason[] {
	const { name, address, ninos, linked, hasSamePhone, hasSameEmail } = compared;
	const { keys, contact } = weights;
	const isSurname = HAS_SURNAME.has(name);
	const hasPostcode = address !== 'other' && address !== 'unknown' && address !== 'former';
	const reasons: MatchReason[] = [];
	if (ninos === 'same') reasons.push(reason('nino', keys.nino, 'Same National Insurance number'));
	if (ninos === 'other') reasons.push(reason('nino', 0, 'Different National Insurance numbers'));
	if (linked !== null) reasons.push(reason('linked-account', keys.linkedAccount, linked));
	if (hasSameEmail && isSurname) {
		reasons.push(reason('email-and-surname', keys.emailAndSurname, 'Same email and surname'));
	} else if (hasSameEmail) reasons.push(reason('email', contact.email, 'Same email'));
	if (hasSamePhone && isSurname && hasPostcode) {
		const words = 'Same phone, surname and postcode';
		reasons.push(reason('phone-surname-and-postcode', keys.phoneSurnameAndPostcode, words));
	} else if (hasSamePhone) reasons.push(reason('phone', contact.phone, 'Same phone number'));
	return reasons;
}

function reason(compared: Comparison, weight: number, words: string): MatchReason {
	return { compared, weight, words };
}

/** A couple and a parent with a child share numbers and addresses: another first name is no key. */
const HAS_SURNAME: ReadonlySet<NamesCompared> = new Set([
	'same',
	'alike',
	'initial',
	'misspelt-given'
]);

type Bounds = { least: number; most: number };

/** What no sum of weights may do: link two that contradict, or hide from a person that two claim one number. */
function boundsOf(
	{ name, born, ninos, isOneSource }: Compared,
	{ linkedFrom, reviewFrom }: MatchingWeights
): Bounds {
	const isOther = born === 'other' || name === 'other-given' || name === 'other';
	if (ninos === 'same') return isOther ? { least: reviewFrom, most: linkedFrom - 1 } : ANY;
	if (isOther) return { least: 0, most: reviewFrom - 1 };
	// A machine cannot tell a slip of the pen from a twin, nor a second account from a son's.
	const isTwice = isOneSource && born !== 'same';
	if (ninos === 'other' || name === 'misspelt-given' || isTwice)
		return { least: 0, most: linkedFrom - 1 };
	return ANY;
}

const ANY: Bounds = { least: 0, most: MOST };

function withinBounds(weighed: number, { least, most }: Bounds): number {
	return Math.min(Math.max(weighed, least), most);
}

function verdictOf(score: number, { linkedFrom, reviewFrom }: MatchingWeights): Verdict {
	if (score >= linkedFrom) return 'linked';
	return score >= reviewFrom ? 'review' : 'separate';
}

const NAME_WORDS: Record<NamesCompared, string> = {
	same: 'Same name',
	alike: 'Same name, written differently',
	initial: 'Same surname and initial',
	'family-only': 'Same surname, one without a first name',
	'misspelt-given': 'Same surname, first names nearly alike',
	'other-family': 'Same first name, another surname',
	'other-given': 'Another first name',
	other: 'Another name'
};

const ADDRESS_WORDS: Record<AddressesCompared, string> = {
	same: 'Same address',
	nearly: 'Nearly the same address',
	former: 'One lives where the other did before',
	postcode: 'Same postcode',
	other: 'Another address',
	unknown: ''
};

const BORN_WORDS: Record<BirthsCompared, string> = {
	same: 'Same date of birth',
	slip: 'Dates of birth one slip apart',
	other: 'Dates of birth contradict',
	unknown: ''
};
