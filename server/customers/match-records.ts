/**
 * Records of source systems that are new or say something new are compared with those they may be one customer with,
 * in one transaction: what is sure is joined, what is not waits for a person, and the rest stay customers of their own.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { groupsOf, type Pair } from '../../shared/customers/matching/match-groups.ts';
import type { Instant } from '../../shared/time/day.ts';
import { customersChanged } from '../contacts/customers-changed.ts';
import { lockContactsAbout } from '../contacts/acts/in-order.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { copyRows } from '../db/copy.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { moveLinks } from './links/move-links.ts';
import { findKnown, findPairs, noteMatched } from './matching/candidates.ts';
import { comparePairs } from './matching/compare.ts';
import { lotsOf } from './matching/lots.ts';

export type Matched = {
	/** New or changed since the last time. */
	records: number;
	pairs: number;
	/** Customers who are now somebody else's records. */
	joined: number;
	/** Found to be looked at. */
	reviews: number;
};

/** Two that match at once take turns. */
const MATCH_LOCK = 7_710_451;
const AT_ONCE = 2_000;
const MOVES = ['change_id', 'kind', 'from_id', 'to_id', 'score', 'reasons'];

export async function matchRecords({
	database,
	clock
}: {
	database: Pick<Database, 'orm'>;
	clock: Clock;
}): Promise<Matched> {
	return inTransaction(database, async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(${MATCH_LOCK})`);
		const weights = (await policyOn(tx, clock.today())).MA.value;
		const records = await findKnown(tx);
		if (records === 0) return { records, pairs: 0, joined: 0, reviews: 0 };
		const pairs = await findPairs(tx);
		await comparePairs(tx, weights);
		const at = clock.now();
		const { joined, reviews } = await decide(tx, { closeCall: weights.closeCall, at });
		await noteMatched(tx);
		return { records, pairs, joined, reviews };
	});
}

async function decide(
	tx: Transaction,
	{ closeCall, at }: { closeCall: number; at: Instant }
): Promise<Pick<Matched, 'joined' | 'reviews'>> {
	await tx.execute(sql`
		create temporary table link_moves (change_id uuid, kind text, from_id uuid, to_id uuid,
			score integer, reasons jsonb) on commit drop`);
	const decided = { joined: 0, reviews: 0 };
	for await (const { pairs, candidates } of lotsOf(tx)) {
		const { joins, reviews } = groupsOf(pairs, { candidates, closeCall });
		decided.joined += joins.length;
		decided.reviews += await keepReviews(tx, { reviews, at });
		const rows = joins.map(({ from, to, match }) => [
			...[randomUUID(), 'join', from, to, match.score],
			JSON.stringify(match.reasons)
		]);
		await copyRows(tx.connection, { table: 'link_moves', columns: MOVES, rows });
	}
	if (decided.joined > 0) await joinAll(tx, at);
	return decided;
}

async function joinAll(tx: Transaction, at: Instant): Promise<void> {
	await tx.execute(sql`
		create temporary table record_moves on commit drop as
		select c.change_id, l.record_id from link_moves c join links l on l.customer_id = c.from_id`);
	await tx.execute(sql`create index on link_moves (from_id)`);
	await tx.execute(sql`create index on record_moves (change_id)`);
	await tx.execute(sql`analyze link_moves`);
	await tx.execute(sql`analyze record_moves`);
	await lockContactsAbout(tx, await openAbout(tx));
	await moveLinks(tx, { changes: 'link_moves', records: 'record_moves', at, officerId: null });
	// Screens hear of a version they lack within seconds, whichever process did this.
	const customerIds = await openAbout(tx);
	await customersChanged(tx, { customerIds, because: 'joined', at });
}

/** Of the customers of a city that are joined, those whom somebody has in an open contact. */
async function openAbout(tx: Transaction): Promise<readonly string[]> {
	const rows = await tx.execute<{ id: string }>(sql`
		select distinct k.customer_id as id from contacts k
		join link_moves c on k.customer_id in (c.from_id, c.to_id) where k.closed_at is null`);
	return rows.map(({ id }) => id);
}

/** How many are new. One that waits already says what it says now. */
async function keepReviews(
	tx: Transaction,
	{ reviews, at }: { reviews: readonly Pair[]; at: Instant }
): Promise<number> {
	let count = 0;
	for (let start = 0; start < reviews.length; start += AT_ONCE) {
		const rows = reviews.slice(start, start + AT_ONCE).map((pair) => ({
			id: randomUUID(),
			record_id: pair.recordId,
			other_record_id: pair.otherRecordId,
			score: pair.match.score,
			reasons: pair.match.reasons
		}));
		const kept = await tx.execute<{ isNew: boolean }>(sql`
			insert into link_reviews (id, record_id, other_record_id, score, reasons, found_at)
			select row.*, ${at}::timestamptz from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
				as row(id uuid, record_id uuid, other_record_id uuid, score integer, reasons jsonb)
			on conflict (record_id, other_record_id) do update
				set score = excluded.score, reasons = excluded.reasons where link_reviews.state = 'open'
			returning (xmax = 0) as "isNew"`);
		count += kept.filter(({ isNew }) => isNew).length;
	}
	return count;
}
