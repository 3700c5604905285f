/**
 * Which two records are worth comparing: set statements over keys that one person's records are likely to have in
 * common. A key that very many have tells nobody from anybody and is left out. The tables are the transaction's own.
 */
import { sql } from 'drizzle-orm';
import { commonFrom } from '../../../shared/customers/matching/match-name.ts';
import type { Transaction } from '../../db/transaction.ts';
import { isWrong } from '../reach/wrong.ts';
import { findHolders, namedBy } from './accounts.ts';
import { countGivenNames, FEW, findNeighbours, findNew } from './neighbours.ts';

/** Of a switchboard's number, or a street of one name: no more than these share a key that means something. */
const MOST_OF_A_KEY = 60;

/** What of a record `r` matching looks at: one that says the same is not looked at again. */
export const RECORD_DIGEST = `md5(concat_ws('|', r.kind, r.given_names, r.family_name, r.born_on, r.nino,
	r.e164, r.email, r.line1, r.line2, r.postcode, r.council_tax_account, r.benefit_claim))`;

/** How many records are new or changed since they were last looked at. */
export async function findKnown(tx: Transaction, few = FEW): Promise<number> {
	const newCount = await findNew(tx, RECORD_DIGEST);
	if (newCount === 0) return 0;
	await findHolders(tx);
	const isCompared = await findNeighbours(tx, { newCount, few });
	const inAll = await countGivenNames(tx);
	const hasSounds = await soundsAreHere(tx);
	await tx.execute(sql`
		create temporary table known on commit drop as
		select r.id as record_id, l.customer_id, r.source, r.kind, r.given_names, r.family_name, r.born_on, r.nino,
			case when ${sql.raw(isWrong('l.customer_id', 'r.e164'))} then null else r.e164 end as e164,
			lower(r.email) as email, r.line1, r.line2, r.postcode,
			given.word as given, c.count >= ${commonFrom(inAll)} as is_given_common,
			replace(plain_text(r.family_name), ' ', '') as family,
			${sql.raw(hasSounds ? 'nullif(dmetaphone(plain_text(r.family_name)), $$$$)' : 'null::text')} as sound,
			lower(replace(r.postcode, ' ', '')) as code,
			${sql.raw(namedBy('r'))} as names_accounts, coalesce(h.accounts, '{}') as accounts, d.digest,
			m.digest is distinct from d.digest as is_new
		from records r join links l on l.record_id = r.id
		cross join lateral (select split_part(plain_text(r.given_names), ' ', 1) as word) given
		cross join lateral (select ${sql.raw(RECORD_DIGEST)} as digest) d
		left join account_holders h on h.record_id = r.id
		left join matched_records m on m.record_id = r.id
		left join given_counts c on c.word = given.word
		where ${sql.raw(isCompared)}`);
	await tx.execute(sql`create index on known (record_id)`);
	await tx.execute(sql`create index on known (customer_id)`);
	await tx.execute(sql`analyze known`);
	return newCount;
}

async function soundsAreHere(tx: Transaction): Promise<boolean> {
	const rows = await tx.execute(sql`select from pg_extension where extname = 'fuzzystrmatch'`);
	return rows.length > 0;
}

/** How many pairs there are to compare. Those of one customer, and those kept apart by a person, are not among them. */
export async function findPairs(tx: Transaction): Promise<number> {
	await tx.execute(sql`
		create temporary table keys on commit drop as
		select k.record_id, k.customer_id, k.is_new, key.text as key
		from known k cross join lateral (values
			('n' || k.nino), ('p' || k.e164), ('e' || k.email),
			('f' || k.family || ' ' || k.code), ('s' || k.sound || ' ' || k.code),
			('i' || left(k.given, 1) || ' ' || k.code), ('d' || k.family || ' ' || k.born_on),
			('b' || k.given || ' ' || k.born_on), ('a' || lower(k.line1) || ' ' || k.family),
			('h' || lower(k.line1) || ' ' || k.given),
			('k' || regexp_replace(k.line1, '\\D+', ' ', 'g') || ' ' || k.family || ' ' || left(k.code, -3))
		) as key(text)
		where key.text is not null
		union
		select k.record_id, k.customer_id, k.is_new,
			'f' || k.family || ' ' || lower(replace(a.postcode, ' ', ''))
		from customer_addresses a join known k on k.customer_id = a.customer_id
		where a.to_on is not null
		union
		select k.record_id, k.customer_id, k.is_new, 'c' || account
		from known k cross join lateral unnest(k.names_accounts || k.accounts) account`);
	await tx.execute(sql`
		create temporary table pairs on commit drop as
		with common as (
			select key from keys group by key
			having count(*) between 2 and ${MOST_OF_A_KEY} and bool_or(is_new)
		), shared as (
			select k.* from keys k join common using (key)
		)
		select distinct one.record_id, other.record_id as other_record_id
		from shared one join shared other
			on other.key = one.key and other.record_id > one.record_id
		where one.customer_id <> other.customer_id and (one.is_new or other.is_new)
			and not exists (select from link_reviews v where v.state = 'apart'
				and v.record_id = one.record_id and v.other_record_id = other.record_id)`);
	await tx.execute(sql`analyze pairs`);
	const [row] = await tx.execute<{ count: number }>(sql`select count(*)::int as count from pairs`);
	return row?.count ?? 0;
}

/** The next time they are new only if they say something else. */
export async function noteMatched(tx: Transaction): Promise<void> {
	await tx.execute(sql`
		insert into matched_records (record_id, digest)
		select record_id, digest from known where is_new
		on conflict (record_id) do update set digest = excluded.digest`);
}
