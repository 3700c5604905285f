/**
 * Whom a night's few new records are compared with: everybody who has anything in common with one of them by which two
 * records are ever compared, and whatever else their customers have. A city's other records are not so much as read
 * word by word. Where most are new it is everybody. The tables are the transaction's own.
 */
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/transaction.ts';
import { byAccount, findNewAccounts } from './accounts.ts';

/** Of all records: where more of them are new, looking for their neighbours costs more than it saves. */
export const FEW = 0.1;

const code = (of: string) => `lower(replace(${of}.postcode, ' ', ''))`;

/** A house number and the beginning of a postcode, where a street may be misspelt. */
const place = (of: string) =>
	`regexp_replace(${of}.line1, '\\D+', ' ', 'g') || ' ' || left(${code(of)}, -3)`;

/** What two records have in common when they share any key of `candidates.ts`, or more than that. */
const SHARED = [
	(of: string) => `${of}.nino`,
	(of: string) => `${of}.e164`,
	(of: string) => `lower(${of}.email)`,
	(of: string) => `${of}.born_on`,
	(of: string) => `lower(${of}.line1)`,
	place
];

/** `digest` is SQL about a record `r`. How many records are new or changed since they were last looked at. */
export async function findNew(tx: Transaction, digest: string): Promise<number> {
	await tx.execute(sql`
		create temporary table new_records on commit drop as
		select r.id as record_id, l.customer_id from records r join links l on l.record_id = r.id
		left join matched_records m on m.record_id = r.id
		where m.digest is distinct from ${sql.raw(digest)}`);
	await tx.execute(sql`analyze new_records`);
	const [row] = await tx.execute<{ count: number }>(
		sql`select count(*)::int as count from new_records`
	);
	return row?.count ?? 0;
}

/** SQL that is true of a record `r` which is to be compared. */
export async function findNeighbours(
	tx: Transaction,
	{ newCount, few }: { newCount: number; few: number }
): Promise<string> {
	const [all] = await tx.execute<{ count: number }>(
		sql`select count(*)::int as count from records`
	);
	if (newCount > (all?.count ?? 0) * few) return 'true';
	await tx.execute(sql`
		create temporary table new_codes on commit drop as
		select ${sql.raw(code('r'))} as code from new_records n join records r on r.id = n.record_id
			where r.postcode is not null
		union
		select ${sql.raw(code('a'))} from new_records n join customer_addresses a
			on a.customer_id = n.customer_id where a.to_on is not null`);
	await findNewAccounts(tx);
	const shared = SHARED.map(
		(fact) => `${fact('r')} in (select ${fact('f')} from new_records n
			join records f on f.id = n.record_id where ${fact('f')} is not null)`
	);
	await tx.execute(sql`
		create temporary table neighbours on commit drop as
		with near as (
			select customer_id from new_records
			union
			select l.customer_id from records r join links l on l.record_id = r.id
			where ${sql.raw(shared.join(' or '))} or ${sql.raw(code('r'))} in (select code from new_codes)
			union
			select a.customer_id from customer_addresses a
			where a.to_on is not null and ${sql.raw(code('a'))} in (select code from new_codes)
			union
			${sql.raw(byAccount())}
		)
		select l.record_id from near join links l on l.customer_id = near.customer_id`);
	await tx.execute(sql`analyze neighbours`);
	return 'r.id in (select record_id from neighbours)';
}

/** How many records bear each first name, and how many there are. Each way of writing one is read once. */
export async function countGivenNames(tx: Transaction): Promise<number> {
	await tx.execute(sql`
		create temporary table given_counts on commit drop as
		select split_part(plain_text(given_names), ' ', 1) as word, sum(count)::int as count
		from (select r.given_names, count(*) as count from records r
			join links l on l.record_id = r.id group by r.given_names) written
		group by 1`);
	await tx.execute(sql`analyze given_counts`);
	const [row] = await tx.execute<{ all: number }>(
		sql`select coalesce(sum(count), 0)::int as all from given_counts`
	);
	return row?.all ?? 0;
}
