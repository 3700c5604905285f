/**
 * The least code that searches: every word there is in memory with what it is when a letter is left out, one index of
 * each customer's words, and one statement. Words as they are; where nobody has them, each with its slips. It ranks
 * nothing, masks nothing, and looks at the words beside a key no more. What it keeps in memory no second process would know of.
 */
import type postgres from 'postgres';
import { readKeys, type Key, type KeyKind } from '#shared/customers/search/search-keys.ts';
import { editsBetween, plainText, plainWords } from '#shared/customers/plain-words.ts';

export type FloorSearch = (typed: string) => Promise<number>;

const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]?)(\d[a-z]{2})\b/g;
const MOST = 20;

export async function floorSearch(sql: postgres.Sql): Promise<FloorSearch> {
	const rows = await sql<{ word: string }[]>`select distinct word from vocabulary`;
	const byShort = new Map<string, string[]>();
	for (const { word } of rows) {
		for (const short of shortsOf(word)) {
			const there = byShort.get(short);
			if (there) there.push(word);
			else byShort.set(short, [word]);
		}
	}
	const found = (words: readonly (readonly string[])[]) =>
		sql.unsafe(
			`select c.id, c.given_names, c.family_name from customer_words w join customers c on c.id = w.customer_id
			where ${words.map((_, at) => `w.every && $${at + 1}::text[]`).join(' and ')} limit ${MOST}`,
			words.map((any) => [...any]),
			{ prepare: true }
		);
	return async (typed) => {
		const [key] = readKeys(typed).keys;
		if (key) return (await byKey(sql, key)).length;
		const words = plainWords(plainText(typed).replace(POSTCODE, '$1 $2'));
		const exact = await found(words.map((word) => [word]));
		if (exact.length > 0) return exact.length;
		return (await found(words.map((word) => slipsOf(word, byShort)))).length;
	};
}

const BY_KEY: Readonly<Record<KeyKind, string>> = {
	nino: 'select id, given_names, family_name from customers where nino = $1',
	phone: `select c.id, c.given_names, c.family_name from customer_phones p
		join customers c on c.id = p.customer_id where p.e164 = $1`,
	email: `select c.id, c.given_names, c.family_name from customer_emails e
		join customers c on c.id = e.customer_id where lower(e.email) = $1`,
	born: 'select id, given_names, family_name from customers where born_on = $1',
	reference: `select c.id, c.given_names, c.family_name from debts d
		join liabilities l on l.debt_id = d.id join customers c on c.id = l.customer_id
		where d.reference = $1`
};

/** What it is if it is anything but a reference. */
const KINDS: readonly KeyKind[] = ['nino', 'phone', 'email', 'born', 'reference'];

function byKey(sql: postgres.Sql, key: Key): Promise<readonly unknown[]> {
	const kind = KINDS.find((one) => key[one] !== undefined) ?? 'reference';
	return sql.unsafe(BY_KEY[kind], [key[kind]?.[0] ?? ''], { prepare: true });
}

function slipsOf(word: string, byShort: ReadonlyMap<string, readonly string[]>): string[] {
	const most = word.length > 7 ? 2 : 1;
	const near = new Set(shortsOf(word).flatMap((short) => byShort.get(short) ?? []));
	return [word, ...[...near].filter((one) => editsBetween(word, one) <= most)];
}

function shortsOf(word: string): string[] {
	const one = leftOut(word);
	return [...new Set([word, ...one, ...(word.length > 7 ? one.flatMap(leftOut) : [])])];
}

function leftOut(word: string): string[] {
	return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
