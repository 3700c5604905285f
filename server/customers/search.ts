/**
 * Customers found by the words typed: each word begins a word of the name or the address, or is a whole reference. The
 * indexes and `plain_text` are the migration's; nothing unmasked leaves this room.
 */
import { sql } from 'drizzle-orm';
import {
	foundPerson,
	MOST_FOUND,
	type Found,
	type Search,
	type SearchedPerson
} from '../../shared/customers/search.ts';
import type { Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';

export type SearchResult = {
	found: readonly Found[];
	/** There are more than can be shown. */
	hasMore: boolean;
	/** Somebody matched whose record this officer may not open. Who is not said. */
	hasRestricted: boolean;
};

export type SearchAsked = { search: Search; mayOpenRestricted: boolean; today: Day };

export async function searchCustomers(
	tx: Pick<Transaction, 'execute'>,
	asked: SearchAsked
): Promise<SearchResult> {
	const { reference, words } = asked.search;
	if (reference !== null) {
		const byReference = await peopleWith(tx, [reference.toLowerCase()], asked.today);
		if (byReference.length > 0) return resultOf(byReference, asked);
	}
	return resultOf(await peopleWith(tx, words, asked.today), asked);
}

type Row = SearchedPerson & { isRestricted: boolean };

function resultOf(rows: readonly Row[], asked: SearchAsked): SearchResult {
	const open = rows.filter((row) => asked.mayOpenRestricted || !row.isRestricted);
	return {
		found: open.slice(0, MOST_FOUND).map((row) => foundPerson(row, asked.search)),
		hasMore: open.length > MOST_FOUND,
		hasRestricted: open.length < rows.length
	};
}

/** One more than can be shown, so that it is known that there are more; restricted ones do not use up the places. */
async function peopleWith(
	tx: Pick<Transaction, 'execute'>,
	words: readonly string[],
	today: Day
): Promise<Row[]> {
	const rows = await tx.execute<{ person: string }>(sql`
		with word as (
			select distinct unnest(${`{${words.join(',')}}`}::text[]) as text
		), hit as (
			select word.text, c.id, 'name' as field
			from word join customers c on to_tsvector('simple', plain_text(c.given_names || ' '
				|| c.family_name)) @@ to_tsquery('simple', word.text || ':*')
			union
			select word.text, n.customer_id, 'name'
			from word join customer_names n
				on to_tsvector('simple', plain_text(n.name)) @@ to_tsquery('simple', word.text || ':*')
			union
			select word.text, a.customer_id, 'address'
			from word join customer_addresses a on to_tsvector('simple', plain_text(a.line1 || ' '
				|| coalesce(a.line2, '') || ' ' || a.postcode)) @@ to_tsquery('simple', word.text || ':*')
			where a.to_on is null or a.to_on >= ${today}::date
			union
			select word.text, l.customer_id, 'reference'
			from word join debts d on d.reference = upper(word.text)
				join liabilities l on l.debt_id = d.id
		), matched as (
			select id, array_agg(distinct field) as fields from hit group by id
			having count(distinct text) = (select count(*) from word)
		), ranked as (
			select c.*, matched.fields, row_number() over (partition by c.is_restricted
				order by c.family_name, c.given_names, c.id) as place
			from matched join customers c on c.id = matched.id and c.joined_to is null
		)
		select jsonb_build_object('customerId', r.id, 'givenNames', r.given_names,
			'familyName', r.family_name, 'bornOn', r.born_on, 'isSafeContact', r.is_safe_contact,
			'isRestricted', r.is_restricted, 'matchedOn', r.fields,
			'address', (select jsonb_build_object('line1', a.line1, 'postcode', a.postcode)
				from customer_addresses a where a.customer_id = r.id and a.to_on is null
				order by a.kind desc, a.from_on desc limit 1))::text as person
		from ranked r where r.place <= ${MOST_FOUND + 1}
		order by r.is_restricted, r.place`);
	return rows.map((row) => JSON.parse(row.person) as Row);
}
