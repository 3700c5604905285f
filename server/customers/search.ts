/**
 * Customers found by what was typed: whole keys first, then the words as they are, then what else each word may be. The
 * first of these that finds anybody is the answer, in the order of who is most likely meant. Nothing unmasked leaves.
 */
import {
	foundPerson,
	MOST_FOUND,
	type Found,
	type Search
} from '../../shared/customers/search/search.ts';
import { KEY_KINDS, slippedKeys, type Key } from '../../shared/customers/search/search-keys.ts';
import {
	hasEveryWord,
	rankedCandidates,
	type Candidate,
	type Ranked,
	type Wanted
} from '../../shared/customers/search/search-rank.ts';
import {
	exactMeanings,
	meaningsAmong,
	shortsOf
} from '../../shared/customers/matching/spelling.ts';
import type { Day } from '../../shared/time/day.ts';
import type { RawSql } from '../db/client.ts';
import { BY_KEYS, byWords, WORDS_LIKE } from './search/statements.ts';

export type SearchResult = {
	found: readonly Found[];
	/** There are more than can be shown. */
	hasMore: boolean;
};

/** What is shown, and whose restricted records it reached: those are for the record of attempts alone. */
export type Searching = { result: SearchResult; restrictedIds: readonly string[] };

export type SearchAsked = { search: Search; mayOpenRestricted: boolean; today: Day };

type Row = Candidate & { isRestricted: boolean };
type People = readonly Ranked<Row>[];
type Sql = Pick<RawSql, 'unsafe'>;

export async function searchCustomers(sql: Sql, asked: SearchAsked): Promise<Searching> {
	return resultOf(await peopleMeant(sql, asked), asked);
}

/** Whoever may not open a restricted record learns from no search that there is one. */
function resultOf(people: People, { search, mayOpenRestricted }: SearchAsked): Searching {
	const restricted = people.filter((person) => person.isRestricted);
	const open = people.filter((person) => mayOpenRestricted || !person.isRestricted);
	return {
		result: {
			found: open.slice(0, MOST_FOUND).map((person) => foundPerson(person, search)),
			hasMore: open.length > MOST_FOUND
		},
		restrictedIds: restricted.map(({ customerId }) => customerId)
	};
}

async function peopleMeant(sql: Sql, { search, today }: SearchAsked): Promise<People> {
	if (search.keys.length === 0) return byTheirWords(sql, search.words);
	const byKeys = await theirKeys(sql, { search, today });
	if (byKeys.isWhole) return byKeys.people;
	// A key that is wrong hides nobody whose name is right.
	const isTelling = search.beside.some((word) => word.length > 2);
	const people = await byTheirWords(sql, isTelling ? search.beside : search.words);
	if (people.length === 0) return byKeys.people;
	const withKey = new Set(byKeys.people.map(({ customerId }) => customerId));
	const both = people.filter(({ customerId }) => withKey.has(customerId));
	return [...both, ...people.filter((person) => !both.includes(person))];
}

/** `isWhole`: they have the words beside the keys too. */
async function theirKeys(
	sql: Sql,
	{ search, today }: Pick<SearchAsked, 'search' | 'today'>
): Promise<{ isWhole: boolean; people: People }> {
	const exact = await withKeys(sql, { keys: search.keys, today });
	const slips = exact.length === 0;
	const rows = slips ? await withKeys(sql, { keys: slippedKeys(search.keys), today }) : exact;
	const held = new Set(rows.flatMap(({ words }) => Object.values(words).flat()));
	const wanted = search.beside.map((word) => ({ word, meanings: meaningsAmong(word, held) }));
	const whole = rows.filter(({ words }) => hasEveryWord(words, wanted));
	const isWhole = whole.length > 0;
	return { isWhole, people: rankedCandidates(isWhole ? whole : rows, wanted, { slips }) };
}

function withKeys(sql: Sql, { keys, today }: { keys: readonly Key[]; today: Day }): Promise<Row[]> {
	const parameters = KEY_KINDS.flatMap((kind) => {
		const values = keys.flatMap((key, at) => (key[kind] ?? []).map((value) => ({ value, at })));
		return [values.map(({ value }) => value), values.map(({ at }) => at)];
	});
	return rowsOf(sql, { statement: BY_KEYS, parameters: [...parameters, keys.length, today] });
}

async function byTheirWords(sql: Sql, words: readonly string[]): Promise<People> {
	const exact = words.map((word) => ({ word, meanings: exactMeanings(word) }));
	const same = await withWords(sql, exact);
	if (same.length > 0) return rankedCandidates(same, exact);
	const near = await meaningsHeld(sql, words);
	// A letter or two says which of those found, not whom to find.
	const telling = near.filter(({ word, meanings }) => word.length > 2 || meanings.size > 1);
	const nearly = await withWords(sql, telling);
	if (nearly.length > 0) return rankedCandidates(nearly, near);
	return butOne(sql, near);
}

/** One of three or more may be wrong altogether. */
async function butOne(sql: Sql, wanted: readonly Wanted[]): Promise<People> {
	if (wanted.length < 3) return [];
	const found = await Promise.all(wanted.map((_, at) => withWords(sql, wanted.toSpliced(at, 1))));
	const once = new Map(found.flat().map((row) => [row.customerId, row]));
	return rankedCandidates([...once.values()], wanted);
}

async function meaningsHeld(sql: Sql, words: readonly string[]): Promise<Wanted[]> {
	const long = words.filter((word) => word.length > 2 && !/^\d+$/.test(word));
	const [row] = await sql.unsafe<{ words: string }[]>(WORDS_LIKE, [long, words.flatMap(shortsOf)], {
		prepare: true
	});
	const held = JSON.parse(row?.words ?? '[]') as string[];
	return words.map((word) => ({ word, meanings: meaningsAmong(word, held) }));
}

function withWords(sql: Sql, wanted: readonly Wanted[]): Promise<Row[]> {
	if (wanted.length === 0) return Promise.resolve([]);
	const parameters = wanted.map(({ meanings }) => [...meanings.keys()]);
	return rowsOf(sql, { statement: byWords(wanted.length), parameters });
}

type Parameter = string | number | string[] | number[];

async function rowsOf(
	sql: Sql,
	{ statement, parameters }: { statement: string; parameters: readonly Parameter[] }
): Promise<Row[]> {
	const rows = await sql.unsafe<{ person: string }[]>(statement, [...parameters], {
		prepare: true
	});
	return rows.map(({ person }) => JSON.parse(person) as Row);
}
