/**
 * The statements of a search, each planned once a connection. Words are looked up in one index of every customer's
 * words; keys in the tables that have them. All answer with a customer's words and what may be shown of them in part.
 */

/** So many are looked at: from here on another word finds better than any order does. */
export const MOST_CANDIDATES = 60;

const candidates = (from: string, keys: string) => `
select json_build_object('customerId', c.id, 'givenNames', c.given_names, 'familyName', c.family_name,
	'bornOn', c.born_on, 'isSafeContact', c.is_safe_contact, 'isRestricted', c.is_restricted,
	'accountCount', (select count(*) from liabilities l where l.customer_id = c.id and l.stands),
	'keys', ${keys}, 'words', json_build_object('name', w.name, 'former', w.former,
		'address', w.address, 'past', w.past),
	'address', (select json_build_object('line1', a.line1, 'postcode', a.postcode)
		from customer_addresses a where a.customer_id = c.id and a.to_on is null
		order by a.kind desc, a.from_on desc limit 1))::text as person
from (${from} limit ${MOST_CANDIDATES}) w join customers c on c.id = w.customer_id`;

const BY_WORDS = Array.from({ length: 11 }, (_, count) =>
	candidates(
		`select customer_id, name, former, address, past from customer_words where ${Array.from(
			{ length: count },
			(__, at) => `every && $${at + 1}::text[]`
		).join(' and ')}`,
		`'[]'::json`
	)
);

/** Those who have one of each of so many sets of words. */
export function byWords(count: number): string {
	const statement = BY_WORDS[count];
	if (count < 1 || statement === undefined) throw new Error(`No search has ${count} words.`);
	return statement;
}

/** Those whom every key means. Each kind of key is what was typed and which of the keys it is. */
export const BY_KEYS = candidates(
	`with hit as (
		select l.customer_id, 'reference' as kind, k.key from unnest($1::text[], $2::int[]) k(value, key)
			join debts d on d.reference = k.value join liabilities l on l.debt_id = d.id
		union all
		select c.id, 'nino', k.key from unnest($3::text[], $4::int[]) k(value, key)
			join customers c on c.nino = k.value
		union all
		select p.customer_id, 'phone', k.key from unnest($5::text[], $6::int[]) k(value, key)
			join customer_phones p on p.e164 = k.value
			where p.to_on is null or p.to_on >= $12::date
		union all
		select e.customer_id, 'email', k.key from unnest($7::text[], $8::int[]) k(value, key)
			join customer_emails e on lower(e.email) = k.value
			where e.to_on is null or e.to_on >= $12::date
		union all
		select c.id, 'born', k.key from unnest($9::date[], $10::int[]) k(value, key)
			join customers c on c.born_on = k.value
	), whole as (
		select customer_id, json_agg(distinct kind) as kinds from (select customer_id, kind::text, key from hit) h
		group by customer_id having count(distinct key) = $11::int
	)
	select w.customer_id, w.name, w.former, w.address, w.past, whole.kinds
	from whole join customer_words w using (customer_id)`,
	'w.kinds'
);

/** Words held that one of those typed begins, or that have so much in common with one that it may be a slip. */
export const WORDS_LIKE = `
select coalesce(json_agg(word), '[]')::text as words from (
	select b.word from unnest($1::text[]) typed(word), lateral (
		select v.word from vocabulary v
		where v.word collate "C" >= typed.word and v.word collate "C" < typed.word || chr(1114109)
		order by v.word collate "C" limit 200) b
	union
	select word from vocabulary where shorts && $2::text[]) v`;
