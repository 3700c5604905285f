/**
 * What was found, dealt out in lots: customers who have anything to do with one another are in one lot, so that each is
 * decided by itself, and no lot is much more than some streets.
 */
import { sql } from 'drizzle-orm';
import type { Match, Matchable } from '../../../shared/customers/matching/match.ts';
import type { Candidate, Pair } from '../../../shared/customers/matching/match-groups.ts';
import type { Transaction } from '../../db/transaction.ts';
import { HAS_HISTORY, STANDING } from '../links/standing.ts';
import { matchableSql, parsed } from './matchable.ts';

const PAIRS_A_LOT = 10_000;

export type Lot = { pairs: readonly Pair[]; candidates: ReadonlyMap<string, Candidate> };

export async function* lotsOf(tx: Transaction): AsyncGenerator<Lot> {
	const count = await deal(tx);
	for (let lot = 0; lot < count; lot += 1) {
		const pairs = await tx.connection.unsafe<(Omit<Pair, 'match'> & { match: Match | string })[]>(`
			select record_id as "recordId", other_record_id as "otherRecordId",
				customer_id as "customerId", other_customer_id as "otherCustomerId",
				json_build_object('score', score, 'verdict', verdict, 'reasons', reasons) as match
			from dealt where lot = ${lot}`);
		const candidates = await candidatesIn(tx, lot);
		yield {
			pairs: pairs.map((pair) => ({ ...pair, match: parsed<Match>(pair.match) })),
			candidates
		};
	}
}

/** Leaves `dealt`. How many lots there are; one may have no pairs, where the one before it was long. */
async function deal(tx: Transaction): Promise<number> {
	await tx.execute(sql`
		create temporary table circles on commit drop as
		select customer_id, row_number() over (order by customer_id)::int as circle
		from (select customer_id from found union select other_customer_id from found) them`);
	await tx.execute(sql`create index on circles (customer_id)`);
	await tx.execute(sql`analyze circles`);
	while ((await widen(tx)) > 0);
	await tx.execute(sql`
		create temporary table dealt on commit drop as
		select f.*, ((sum(1) over (order by c.circle) - 1) / ${PAIRS_A_LOT})::int as lot
		from found f join circles c on c.customer_id = f.customer_id`);
	await tx.execute(sql`create index on dealt (lot)`);
	await tx.execute(sql`analyze dealt`);
	await tx.execute(sql`create temporary table meant (customer_id uuid primary key) on commit drop`);
	const [row] = await tx.execute<{ lots: number }>(
		sql`select coalesce(max(lot) + 1, 0)::int as lots from dealt`
	);
	return row?.lots ?? 0;
}

/** Everybody is in the lowest circle of those next to them, until that changes nothing. */
async function widen(tx: Transaction): Promise<number> {
	const [row] = await tx.execute<{ count: number }>(sql`
		with moved as (
			update circles c set circle = near.circle from (
				select customer_id, min(circle) as circle from (
					select f.customer_id, o.circle from found f
						join circles o on o.customer_id = f.other_customer_id
					union all
					select f.other_customer_id, o.circle from found f
						join circles o on o.customer_id = f.customer_id
				) both_ways group by customer_id
			) near where near.customer_id = c.customer_id and near.circle < c.circle
			returning 1
		)
		select count(*)::int as count from moved`);
	return row?.count ?? 0;
}

type CandidateRow = {
	id: string;
	members: (Matchable | string)[] | string;
	standing: string;
	hasHistory: boolean;
};

async function candidatesIn(tx: Transaction, lot: number): Promise<Map<string, Candidate>> {
	await tx.execute(sql`truncate meant`);
	await tx.execute(sql`
		insert into meant select customer_id from dealt where lot = ${lot}
		union select other_customer_id from dealt where lot = ${lot}`);
	await tx.execute(sql`analyze meant`);
	const isNot = await apartFrom(tx);
	const rows = await tx.connection.unsafe<CandidateRow[]>(
		`select c.id, ${HAS_HISTORY} as "hasHistory",
			row_number() over (order by ${STANDING}) as standing,
			array(select ${matchableSql('k')} from known k where k.customer_id = c.id) as members
		from meant join customers c on c.id = meant.customer_id`
	);
	return new Map(
		rows.map(({ id, members, standing, hasHistory }) => [
			id,
			{
				members: parsed(members).map((member) => parsed(member)),
				standing: Number(standing),
				hasHistory,
				isNot: isNot.get(id) ?? NOBODY
			}
		])
	);
}

const NOBODY: ReadonlySet<string> = new Set();

/** Two who owe one debt together are two to the source; two whom a person kept apart are two. */
async function apartFrom(tx: Transaction): Promise<Map<string, Set<string>>> {
	const rows = await tx.execute<{ one: string; other: string }>(sql`
		select a.customer_id as one, b.customer_id as other
		from meant join liabilities a on a.customer_id = meant.customer_id
		join liabilities b on b.debt_id = a.debt_id and b.customer_id <> a.customer_id
		union
		select one, other from (
			select a.customer_id as one, b.customer_id as other from link_reviews v
			join links a on a.record_id = v.record_id join links b on b.record_id = v.other_record_id
			where v.state = 'apart'
			union all
			select b.customer_id, a.customer_id from link_reviews v
			join links a on a.record_id = v.record_id join links b on b.record_id = v.other_record_id
			where v.state = 'apart'
		) apart where one in (select customer_id from meant)`);
	const apart = new Map<string, Set<string>>();
	for (const { one, other } of rows) {
		const others = apart.get(one) ?? new Set();
		others.add(other);
		apart.set(one, others);
	}
	return apart;
}
