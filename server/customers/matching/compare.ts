/**
 * Every pair compared by the rule, some at a time. Those that are linked or for a review are left in a table of the
 * transaction, so that a city takes no more memory than a few streets; of the rest nothing is kept.
 */
import { sql } from 'drizzle-orm';
import type { MatchingWeights } from '../../../shared/law/policy-values.ts';
import { matchOf, type Matchable } from '../../../shared/customers/matching/match.ts';
import { copyRows, type Cell } from '../../db/copy.ts';
import type { Transaction } from '../../db/transaction.ts';
import { matchableSql, parsed } from './matchable.ts';

const AT_ONCE = 2_000;

const COLUMNS = [
	...['record_id', 'other_record_id', 'customer_id', 'other_customer_id'],
	...['score', 'verdict', 'reasons']
];

type PairRow = {
	recordId: string;
	otherRecordId: string;
	customerId: string;
	otherCustomerId: string;
	one: Matchable | string;
	other: Matchable | string;
};

/** Leaves `found`. */
export async function comparePairs(tx: Transaction, weights: MatchingWeights): Promise<void> {
	await tx.execute(sql`
		create temporary table found (record_id uuid, other_record_id uuid, customer_id uuid,
			other_customer_id uuid, score integer, verdict text, reasons jsonb) on commit drop`);
	await tx.execute(
		sql.raw(`declare compared no scroll cursor for
			select one.record_id as "recordId", other.record_id as "otherRecordId",
				one.customer_id as "customerId", other.customer_id as "otherCustomerId",
				${matchableSql('one')} as one, ${matchableSql('other')} as other
			from pairs p join known one on one.record_id = p.record_id
			join known other on other.record_id = p.other_record_id`)
	);
	for (;;) {
		const rows = await tx.connection.unsafe<PairRow[]>(`fetch ${AT_ONCE} from compared`);
		if (rows.length === 0) break;
		const found = rows.flatMap((row) => foundIn(row, weights));
		await copyRows(tx.connection, { table: 'found', columns: COLUMNS, rows: found });
	}
	await tx.execute(sql`close compared`);
	await tx.execute(sql`analyze found`);
}

function foundIn(row: PairRow, weights: MatchingWeights): Cell[][] {
	const match = matchOf({ one: parsed(row.one), other: parsed(row.other) }, weights);
	if (match.verdict === 'separate') return [];
	const { recordId, otherRecordId, customerId, otherCustomerId } = row;
	const ids = [recordId, otherRecordId, customerId, otherCustomerId];
	return [[...ids, match.score, match.verdict, JSON.stringify(match.reasons)]];
}
