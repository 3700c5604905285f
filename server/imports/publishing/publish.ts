/**
 * A staged extract becomes what everybody sees, in one transaction of set statements: people, debts, entries, what of
 * ours it brought, and where its balances differ from our books. Killed at any moment it leaves what was there before.
 */
import { eq, sql } from 'drizzle-orm';
import { moneyMoved } from '../../arrangements/check.ts';
import { record } from '../../audit/record.ts';
import type { Clock } from '../../clock.ts';
import { confirmTold } from '../../changes/confirm-told.ts';
import { figuresChanged, recordsChanged } from '../../contacts/figures-changed.ts';
import { takeNames, takeRecords } from '../../customers/take-records.ts';
import type { Database } from '../../db/client.ts';
import { inTransaction, type Transaction } from '../../db/transaction.ts';
import { takeDebts } from '../../debts/take-debts.ts';
import { enterFresh, findFresh } from '../../debts/take-entries.ts';
import { slicesOf } from '../../db/slices.ts';
import type { Day } from '../../../shared/time/day.ts';
import { confirmDebts } from '../../letters/confirm-debts.ts';
import { STOPPED } from '../mapping/fields.ts';
import { policyOn } from '../../law/policy.ts';
import { hasColumn, type Mapping } from '../mapping/mapping.ts';
import { dropStaging, FACTS_OF_AN_EXTRACT, stagedByKind, stagedTables } from '../staging.ts';
import { imports } from '../tables.ts';
import { compareBalances } from './compare-balances.ts';
import { paceOf, type Pace, type PaceOf } from './pace.ts';
import { retireOurs } from './retire-ours.ts';
import { takePeople } from './take-people.ts';

/** The tables that a large extract fills. */
export const FILLED = [
	'records',
	'customers',
	'links',
	'customer_phones',
	'customer_emails',
	'customer_addresses',
	'debts',
	'liabilities',
	'dues',
	'stage_changes',
	'holds',
	'agent_cases',
	'steps',
	'entries'
] as const;

/** After more than these the planner would know too little of how many there are. */
export const MANY_ROWS = 20_000;

/** Of people, whose words are learnt with each, and of transactions: some seconds each. */
const A_SLICE = { people: 4_000, entries: 40_000 } as const;

/** The transaction's own tables, in memory where they are small, and gone with it. */
const SCRATCH = {
	known: 'pg_temp.taken_known',
	touched: 'pg_temp.taken_touched',
	fresh: 'pg_temp.taken_fresh',
	changedDues: 'pg_temp.taken_changed_dues',
	pairs: 'pg_temp.taken_pairs',
	compared: 'pg_temp.taken_compared'
} as const;

export type Publishing = {
	importId: string;
	mapping: Mapping;
	on: Day;
};

export type PublishParts = {
	database: Pick<Database, 'orm' | 'sql'>;
	clock: Clock;
	/** Before each part of it and at most once a second, on another connection: nothing else of it is seen before its end. */
	reached: (pace: Pace) => Promise<void>;
};

export type Published = {
	/** Transactions that were not here before. */
	entered: number;
	/** Of ours, brought by this extract. */
	retired: number;
	discrepancies: number;
	/** Open contacts whose figures changed. */
	contactIds: readonly string[];
};

export async function publish(parts: PublishParts, publishing: Publishing): Promise<Published> {
	const { database, clock, reached } = parts;
	const { importId, mapping, on } = publishing;
	const counts = await stagedByKind(database.sql, importId);
	const pace = paceOf(counts, reached);
	return inTransaction(database, async (tx) => {
		await planForMany(tx, pace.rowsInAll);
		await pace.begin('people');
		const moved = await takePeople(tx, { importId, mapping, on });
		const { source } = mapping;
		for (const { slice, share } of await slicesOf(tx, { table: moved, rows: A_SLICE.people })) {
			await takeRecords(tx, { moved: slice, source, on, at: clock.now() });
			await pace.done('person', share);
		}
		await pace.done('person');
		const published = await takeMoney(tx, { publishing, clock, pace });
		const at = clock.now();
		const customerIds = await confirmTold(tx, { source, on, at });
		const seenBy = await recordsChanged(tx, { customerIds, at });
		await takeNames(tx, { moved, source, on });
		const { entered, retired, discrepancies } = published;
		await tx
			.update(imports)
			.set({
				state: 'published',
				publishedAt: at,
				matchedAt: (await hasRows(tx, moved)) ? null : at
			})
			.where(eq(imports.id, importId));
		await record(tx, {
			at: clock.now(),
			officerId: null,
			act: 'imports.publish',
			subjectId: importId,
			detail: { entered, retired, discrepancies }
		});
		await dropStaging((text) => tx.execute(sql.raw(text)), importId);
		return { ...published, contactIds: [...new Set([...published.contactIds, ...seenBy])] };
	});
}

/**
 * A table that was empty when it was last counted is taken for empty while this fills it: by a vacuum before, or by an
 * autovacuum in the middle, which finds pages and in them nothing that is committed. The planner then reads the one side
 * again for each row of the other, 100,000 times 100,000. Joined by hashing or sorting, nothing depends on its guess.
 * The sets are looked at as they are written: left to the end, each of them would be remembered until the commit.
 */
async function planForMany(tx: Transaction, rows: number): Promise<void> {
	if (rows > MANY_ROWS) await tx.execute(sql`set local enable_nestloop = off`);
	await tx.execute(sql`set constraints entry_set_sums_to_nothing immediate`);
}

/** Where nobody is new or says anything new there is nobody to compare. */
async function hasRows(tx: Transaction, table: string): Promise<boolean> {
	const [found] = await tx.execute<{ any: boolean }>(
		sql`select exists (select from ${sql.raw(table)}) as any`
	);
	return found?.any === true;
}

async function takeMoney(
	tx: Transaction,
	{ publishing, clock, pace }: { publishing: Publishing; clock: Clock; pace: PaceOf }
): Promise<Published> {
	const { importId, mapping, on } = publishing;
	const { source, streams } = mapping;
	const tables = stagedTables(importId);
	const { known, touched, fresh, changedDues, pairs, compared } = SCRATCH;
	const factNames = FACTS_OF_AN_EXTRACT;
	await pace.begin('debts');
	await takeDebts(tx, {
		source,
		streams,
		on,
		namesAgents: hasColumn(mapping, { kind: 'debt', field: 'agent' }),
		saysExceptions: hasColumn(mapping, { kind: 'liability', field: 'exception' }),
		noHold: STOPPED,
		factNames,
		tables,
		known,
		touched,
		changedDues,
		done: pace.done
	});
	await pace.begin('entries');
	await findFresh(tx, { source, transactions: tables.transaction, known, fresh });
	// Not before the debts are locked: an agreement that was made meanwhile is older than these entries.
	const at = clock.now();
	const { daysApart } = (await policyOn(tx, on)).E1.value;
	for (const { slice, share } of await slicesOf(tx, { table: fresh, rows: A_SLICE.entries })) {
		await enterFresh(tx, { fresh: slice, source, at });
		await pace.done('transaction', share);
	}
	await pace.done('transaction');
	const retired = await retireOurs(tx, { importId, fresh, pairs, daysApart, at });
	const plans = await moneyMoved(tx, { debtIds: await paidOn(tx, fresh), at });
	await pace.begin('balances');
	const discrepancies = await compareBalances(tx, {
		importId,
		source,
		on,
		at,
		debts: tables.debt,
		known,
		compared
	});
	const saysCollected = hasColumn(mapping, { kind: 'debt', field: 'collectedBy' });
	const confirmed = await confirmDebts(tx, { source, on, at, tables, known, saysCollected });
	const seen = await onScreens(tx, { touched, fresh });
	const debtIds = [...seen, ...confirmed, ...plans.debtIds];
	const contactIds = await figuresChanged(tx, { debtIds, at });
	const [entered] = await tx.execute<{ count: number }>(
		sql`select count(*)::int as count from ${sql.raw(fresh)}`
	);
	return { entered: entered?.count ?? 0, retired, discrepancies, contactIds };
}

/** Of what is paid or promised by a plan, that on which money came or went back: it settles what was due. */
async function paidOn(tx: Transaction, fresh: string): Promise<readonly string[]> {
	const rows = await tx.execute<{ id: string }>(sql`
		select distinct f.debt_id as id from ${sql.raw(fresh)} f
		where f.kind in ('payment', 'transfer', 'reversal')
			and (exists (select from arrangement_debts g where g.debt_id = f.debt_id)
				or exists (select from promises p where p.debt_id = f.debt_id and p.state = 'live'))`);
	return rows.map(({ id }) => id);
}

/** Of all that changed, what somebody has in front of them. */
async function onScreens(
	tx: Transaction,
	{ touched, fresh }: { touched: string; fresh: string }
): Promise<readonly string[]> {
	const rows = await tx.execute<{ id: string }>(sql`
		select distinct l.debt_id as id from contacts k join liabilities l on l.customer_id = k.customer_id
		where k.closed_at is null and (l.debt_id in (select debt_id from ${sql.raw(touched)})
			or l.debt_id in (select debt_id from ${sql.raw(fresh)}))`);
	return rows.map(({ id }) => id);
}
