/**
 * Records of source systems that are new or say something new are compared with those they may be one customer with,
 * in one transaction: what is sure is joined, what is not waits for a person, and the rest stay customers of their own.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { groupsOf, type Join, type Pair } from '../../shared/customers/match-groups.ts';
import { policyInForce } from '../../shared/law/policy.ts';
import type { Instant } from '../../shared/time/day.ts';
import { customersChanged } from '../contacts/customers-changed.ts';
import { lockContactsAbout } from '../contacts/in-order.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { moveLinks } from './links/move-links.ts';
import { findKnown, findPairs, noteMatched } from './matching/candidates.ts';
import { candidatesOf, comparePairs } from './matching/compare.ts';

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

export async function matchRecords({
	database,
	clock
}: {
	database: Pick<Database, 'orm'>;
	clock: Clock;
}): Promise<Matched> {
	return inTransaction(database, async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(${MATCH_LOCK})`);
		const weights = policyInForce(clock.today()).MA.value;
		const records = await findKnown(tx);
		if (records === 0) return { records, pairs: 0, joined: 0, reviews: 0 };
		const pairs = await findPairs(tx);
		const found = await comparePairs(tx, weights);
		const candidates = await candidatesOf(tx, found);
		const groups = groupsOf(found, { candidates, closeCall: weights.closeCall });
		const at = clock.now();
		const reviews = await keepReviews(tx, { reviews: groups.reviews, at });
		if (groups.joins.length > 0) await joinAll(tx, { joins: groups.joins, at });
		await noteMatched(tx);
		return { records, pairs, joined: groups.joins.length, reviews };
	});
}

async function joinAll(
	tx: Transaction,
	{ joins, at }: { joins: readonly Join[]; at: Instant }
): Promise<void> {
	await tx.execute(sql`
		create temporary table link_moves (change_id uuid, kind text, from_id uuid, to_id uuid,
			score integer, reasons jsonb) on commit drop`);
	for (let start = 0; start < joins.length; start += AT_ONCE) {
		const rows = joins.slice(start, start + AT_ONCE).map(({ from, to, match }) => ({
			change_id: randomUUID(),
			kind: 'join',
			from_id: from,
			to_id: to,
			score: match.score,
			reasons: match.reasons
		}));
		await tx.execute(sql`
			insert into link_moves select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
				as row(change_id uuid, kind text, from_id uuid, to_id uuid, score integer, reasons jsonb)`);
	}
	await tx.execute(sql`
		create temporary table record_moves on commit drop as
		select c.change_id, l.record_id from link_moves c join links l on l.customer_id = c.from_id`);
	await tx.execute(sql`create index on link_moves (from_id)`);
	await tx.execute(sql`create index on record_moves (change_id)`);
	await tx.execute(sql`analyze link_moves`);
	await tx.execute(sql`analyze record_moves`);
	const customerIds = joins.flatMap(({ from, to }) => [from, to]);
	await lockContactsAbout(tx, customerIds);
	await moveLinks(tx, { changes: 'link_moves', records: 'record_moves', at, officerId: null });
	// Screens hear of a version they lack within seconds, whichever process did this.
	await customersChanged(tx, { customerIds, because: 'joined', at });
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
