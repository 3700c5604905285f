/**
 * A staged extract becomes what everybody sees, in one transaction of set statements: people, debts, entries, what of
 * ours it brought, and where its balances differ from our books. Killed at any moment it leaves what was there before.
 */
import { eq, sql } from 'drizzle-orm';
import { record } from '../../audit/record.ts';
import type { Clock } from '../../clock.ts';
import { confirmTold } from '../../changes/confirm-told.ts';
import { figuresChanged, recordsChanged } from '../../contacts/figures-changed.ts';
import { takeNames, takeRecords } from '../../customers/take-records.ts';
import type { Database } from '../../db/client.ts';
import { inTransaction, type Transaction } from '../../db/transaction.ts';
import { takeDebts } from '../../debts/take-debts.ts';
import { enterFresh, findFresh } from '../../debts/take-entries.ts';
import { policyInForce } from '../../../shared/law/policy.ts';
import type { Day } from '../../../shared/time/day.ts';
import { confirmDebts } from '../../letters/confirm-debts.ts';
import { STOPPED } from '../mapping/fields.ts';
import { hasColumn, type Mapping } from '../mapping/mapping.ts';
import { dropStaging, FACTS_OF_AN_EXTRACT, stagedTables } from '../staging.ts';
import { imports, type PublishStep } from '../tables.ts';
import { compareBalances } from './compare-balances.ts';
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
	database: Pick<Database, 'orm'>;
	clock: Clock;
	/** Before each part of it, on another connection: nothing else of it is seen before its end. */
	reached: (step: PublishStep) => Promise<void>;
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
	return inTransaction(database, async (tx) => {
		const { importId, mapping, on } = publishing;
		await reached('people');
		const moved = await takePeople(tx, { importId, mapping, on });
		const { source } = mapping;
		await takeRecords(tx, { moved, source, on, at: clock.now() });
		const published = await takeMoney(tx, { publishing, parts });
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

/** Where nobody is new or says anything new there is nobody to compare. */
async function hasRows(tx: Transaction, table: string): Promise<boolean> {
	const [found] = await tx.execute<{ any: boolean }>(
		sql`select exists (select from ${sql.raw(table)}) as any`
	);
	return found?.any === true;
}

async function takeMoney(
	tx: Transaction,
	{ publishing, parts: { clock, reached } }: { publishing: Publishing; parts: PublishParts }
): Promise<Published> {
	const { importId, mapping, on } = publishing;
	const { source, streams } = mapping;
	const tables = stagedTables(importId);
	const { known, touched, fresh, changedDues, pairs, compared } = SCRATCH;
	const factNames = FACTS_OF_AN_EXTRACT;
	await reached('debts');
	await takeDebts(tx, {
		source,
		streams,
		on,
		namesAgents: hasColumn(mapping, { kind: 'debt', field: 'agent' }),
		noHold: STOPPED,
		factNames,
		tables,
		known,
		touched,
		changedDues
	});
	await reached('entries');
	await findFresh(tx, { source, transactions: tables.transaction, known, fresh });
	// Not before the debts are locked: an agreement that was made meanwhile is older than these entries.
	const at = clock.now();
	const { daysApart } = policyInForce(on).E1.value;
	await enterFresh(tx, { fresh, source, at });
	const retired = await retireOurs(tx, { importId, fresh, pairs, daysApart, at });
	await reached('balances');
	const discrepancies = await compareBalances(tx, {
		importId,
		source,
		on,
		at,
		debts: tables.debt,
		known,
		compared
	});
	const confirmed = await confirmDebts(tx, { source, on, at, tables, known });
	const debtIds = [...(await onScreens(tx, { touched, fresh })), ...confirmed];
	const contactIds = await figuresChanged(tx, { debtIds, at });
	const [entered] = await tx.execute<{ count: number }>(
		sql`select count(*)::int as count from ${sql.raw(fresh)}`
	);
	return { entered: entered?.count ?? 0, retired, discrepancies, contactIds };
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
