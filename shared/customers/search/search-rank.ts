/**
 * Who of the customers found is most likely meant. What was typed as it is held comes before other spellings, beginnings
 * and slips; a name before an address, what is true now before what was; and whoever has all of it as typed leaves out
 * those who nearly have. The figures are our own.
 */
import type { MatchedOn, SearchedPerson } from './search.ts';
import type { KeyKind } from './search-keys.ts';
import type { Meanings, Nearness } from '../matching/spelling.ts';

/** A customer's words as the database keeps them. */
export type WordsHeld = {
	name: readonly string[];
	former: readonly string[];
	address: readonly string[];
	past: readonly string[];
};

export type Candidate = Omit<SearchedPerson, 'matchedOn' | 'isNear'> & {
	words: WordsHeld;
	/** Which keys found them. */
	keys: readonly KeyKind[];
};

/** A word typed and what it may mean. */
export type Wanted = { word: string; meanings: Meanings };

export type Ranked<Row extends Candidate> = Row & Pick<SearchedPerson, 'matchedOn' | 'isNear'>;

const COSTS: Record<Nearness, number> = {
	same: 0,
	sounds: 1,
	begins: 1.5,
	'one-slip': 3,
	'two-slips': 5
};

const FIELDS: readonly [keyof WordsHeld, number, MatchedOn][] = [
	['name', 0, 'name'],
	['address', 0.5, 'address'],
	['former', 1, 'name'],
	['past', 2, 'address']
];

const MISSING = 12;
/** A name with more to it than was typed. */
const UNTYPED_NAME = 0.1;
const INITIAL = 2;

type Met = { cost: number; on: MatchedOn | null };

/** `slips` is whether the keys were found only with two figures changed round. */
export function rankedCandidates<Row extends Candidate>(
	rows: readonly Row[],
	wanted: readonly Wanted[],
	{ slips = false }: { slips?: boolean } = {}
): Ranked<Row>[] {
	const met = rows
		.map((row) => ({ row, each: wanted.map((one) => metBy(row.words, one)) }))
		.map(({ row, each }) => ({
			cost: each.reduce((sum, { cost }) => sum + cost, 0) + untyped(row.words, wanted),
			person: {
				...row,
				matchedOn: matchedOn(row.keys, each),
				isNear: slips || each.some(({ cost }) => cost >= COSTS['one-slip'])
			}
		}));
	const hasTrue = met.some(({ person }) => !person.isNear);
	return met
		.filter(({ person }) => !hasTrue || !person.isNear)
		.sort((one, other) => one.cost - other.cost || byName(one.person, other.person))
		.map(({ person }) => person);
}

/** Whether the customer has all of it, however nearly. */
export function hasEveryWord(words: WordsHeld, wanted: readonly Wanted[]): boolean {
	return wanted.every((one) => metBy(words, one).on !== null);
}

function metBy(words: WordsHeld, wanted: Wanted): Met {
	let best: Met = { cost: MISSING, on: null };
	for (const [field, more, on] of FIELDS) {
		for (const held of words[field]) {
			const cost = costOf(held, wanted, field) + more;
			if (cost < best.cost) best = { cost, on };
		}
	}
	return best;
}

function costOf(held: string, { word, meanings }: Wanted, field: keyof WordsHeld): number {
	const nearness = meanings.get(held);
	if (nearness !== undefined) {
		// Few slip in the first letter.
		const isOtherStart = COSTS[nearness] >= COSTS['one-slip'] && held[0] !== word[0];
		return COSTS[nearness] + (isOtherStart ? 0.5 : 0);
	}
	const isName = field === 'name' || field === 'former';
	const isInitial = isName && word.length <= INITIAL && held.startsWith(word);
	return isInitial ? COSTS.begins : MISSING;
}

function untyped(words: WordsHeld, wanted: readonly Wanted[]): number {
	return UNTYPED_NAME * Math.max(0, words.name.length - wanted.length);
}

const ORDER: readonly MatchedOn[] = [
	'reference',
	'nino',
	'phone',
	'email',
	'born',
	'name',
	'address'
];

function matchedOn(keys: readonly KeyKind[], each: readonly Met[]): MatchedOn[] {
	const all = new Set<MatchedOn>(keys);
	for (const { on } of each) if (on) all.add(on);
	return ORDER.filter((what) => all.has(what));
}

function byName(one: Candidate, other: Candidate): number {
	const key = ({ familyName, givenNames, customerId }: Candidate) =>
		[familyName, givenNames, customerId].join('\u0000');
	return key(one) < key(other) ? -1 : 1;
}
