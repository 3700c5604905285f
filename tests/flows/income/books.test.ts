/** The books on real Postgres: what the application may not do, what the triggers hold, and what a proof finds. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { describe, expect } from 'vitest';
import { inTransaction } from '#server/db/transaction.ts';
import { migrateDatabase } from '#server/db/migrate.ts';
import { enter, opposite } from '#server/debts/enter.ts';
import { isProved, prove, sayProof } from '#server/debts/prove.ts';
import { pence } from '#shared/money/pence.ts';
import { day, instant } from '#shared/time/day.ts';
import { test } from '../flow.ts';

const APPEND_ONLY = [
	'entries',
	'contact_events',
	'contact_event_details',
	'instalments',
	'allocations',
	'statements',
	'outcomes',
	'commits',
	'audit',
	'receipt_files',
	'receipt_acts',
	'record_change_details',
	'looked_into',
	'receipts_by_hand',
	'sent_files',
	'refund_sets'
];

const WHEN = { on: day('2026-11-19'), at: instant('2026-11-19T10:00:00Z') };

async function debtWritten(owner: postgres.Sql): Promise<string> {
	const id = randomUUID();
	await owner`insert into debts (id, stream, reference, title, from_on, stage, stage_on, source)
		values (${id}, 'invoice', ${id}, 'Nursery fees', '2026-04-01', 'INVOICE', '2026-04-01', 'test')`;
	return id;
}

/** As somebody might who may do anything. */
async function behindTheTriggers(
	owner: postgres.Sql,
	act: (sql: postgres.TransactionSql) => PromiseLike<unknown>
): Promise<void> {
	await owner.begin(async (sql) => {
		await sql`alter table entries disable trigger user`;
		await act(sql);
		await sql`alter table entries enable trigger user`;
	});
}

async function balanceOf(owner: postgres.Sql, id: string): Promise<number> {
	const [row] = await owner`select balance_pence::int as balance from debts where id = ${id}`;
	return row?.['balance'] as number;
}

describe('the catalogue', () => {
	test('the application is no superuser, makes nothing and does not sign in', async ({ owner }) => {
		const [role] =
			await owner`select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolcanlogin
			from pg_roles where rolname = 'fairline_app'`;
		expect(Object.values(role ?? {})).toEqual([false, false, false, false, false]);
		const owned = await owner`select tablename from pg_tables where tableowner = 'fairline_app'`;
		expect(owned).toEqual([]);
	});

	test('the application reads every table, and may empty none', async ({ owner }) => {
		const wrong = await owner`select relname from pg_class
			where relnamespace = 'public'::regnamespace and relkind = 'r' and (
				not has_table_privilege('fairline_app', oid, 'select')
				or not has_table_privilege('fairline_app', oid, 'insert')
				or has_table_privilege('fairline_app', oid, 'truncate, trigger, references'))`;
		expect(wrong).toEqual([]);
	});

	test.for(APPEND_ONLY)('%s is append-only for the application', async (table, { owner }) => {
		const [may] = await owner`select
			has_table_privilege('fairline_app', ${table}, 'update, delete, truncate') as change,
			has_any_column_privilege('fairline_app', ${table}, 'update') as any_column`;
		expect(may).toEqual({ change: false, any_column: false });
	});

	test('of a debt the application may change everything but who it is and its balance', async ({
		owner
	}) => {
		const kept = await owner`select column_name from information_schema.columns
			where table_schema = 'public' and table_name = 'debts'
				and not has_column_privilege('fairline_app', 'debts', column_name, 'update')
			order by column_name`;
		expect(kept.map((row) => row['column_name'] as string)).toEqual(['balance_pence', 'id']);
	});
});

describe('the application is refused', () => {
	test.for([
		['a changed entry', 'update entries set amount_pence = 1'],
		['a changed kind of entry', "update entries set kind = 'payment'"],
		['a deleted entry', 'delete from entries'],
		['emptied entries', 'truncate entries'],
		['a changed line of a log', "update contact_events set type = 'held'"],
		['a deleted line of a log', 'delete from contact_events'],
		['changed words', "update contact_event_details set words = '{}'"],
		['deleted words', 'delete from contact_event_details'],
		['a balance of its own', 'update debts set balance_pence = 0'],
		['a deleted debt', 'delete from debts'],
		['a trigger put to sleep', 'alter table entries disable trigger all'],
		['another set of migrations', 'drop table debts'],
		['a search path around the trigger', 'create function move_balances() returns int return 1']
	] as const)('%s', async ([, statement], { database }) => {
		await expect(database.sql.unsafe(statement)).rejects.toThrow(/permission denied|must be owner/);
	});

	test('a role that comes back by asking', async ({ database }) => {
		await database.sql`reset role`;
		const [who] = await database.sql`select current_user as role`;
		expect(who).toEqual({ role: 'fairline_app' });
	});

	test.for(['orm', 'hotSql'] as const)(
		'on its %s connections too',
		async (client, { database }) => {
			const statement = 'delete from entries';
			const tried =
				client === 'orm' ? database.orm.execute(statement) : database.hotSql.unsafe(statement);
			await expect(tried).rejects.toThrow();
		}
	);
});

describe('entries', () => {
	test('alone move a balance, and a debt begins at nothing', async ({ database, owner }) => {
		const debtId = await debtWritten(owner);
		await inTransaction(database, async (tx) => {
			await enter(tx, {
				...WHEN,
				kind: 'charge',
				lines: opposite({ debtId, fund: 'income', amount: pence(12600) })
			});
			await enter(tx, {
				...WHEN,
				kind: 'payment',
				method: 'card',
				lines: opposite({ debtId, fund: 'bank', amount: pence(-2001) })
			});
		});
		expect(await balanceOf(owner, debtId)).toBe(10599);
		await expect(
			owner`insert into debts (id, stream, reference, title, from_on, stage, stage_on, balance_pence, source)
				values (${randomUUID()}, 'invoice', 'x', 'x', '2026-04-01', 'INVOICE', '2026-04-01', 1, 'test')`
		).rejects.toThrow(/begins at nothing/);
	});

	test('of one statement move each debt by its own sum', async ({ database, owner }) => {
		const [one, other] = [await debtWritten(owner), await debtWritten(owner)];
		await inTransaction(database, (tx) =>
			enter(tx, {
				...WHEN,
				kind: 'transfer',
				lines: [
					{ debtId: one, amount: pence(-500) },
					{ debtId: other, amount: pence(300) },
					{ debtId: other, amount: pence(200) }
				]
			})
		);
		expect([await balanceOf(owner, one), await balanceOf(owner, other)]).toEqual([-500, 500]);
	});

	test('that do not sum to nothing are refused at the commit, and nothing of them stays', async ({
		database,
		owner
	}) => {
		const debtId = await debtWritten(owner);
		const told: string[] = [];
		const uneven = inTransaction(database, async (tx) => {
			tx.afterCommit(() => told.push('announced'));
			await tx.execute(`insert into entries (set_id, debt_id, amount_pence, kind, entered_on, at, source)
				values ('${randomUUID()}', '${debtId}', 1, 'charge', '2026-11-19', now(), 'test')`);
		});
		await expect(uneven).rejects.toThrow();
		expect(told).toEqual([]);
		expect(await balanceOf(owner, debtId)).toBe(0);
	});

	test('are refused before they are sent when their lines are uneven', async ({ database }) => {
		const lines = [
			{ fund: 'bank', amount: pence(100) },
			{ fund: 'suspense', amount: pence(-99) }
		] as const;
		await expect(
			inTransaction(database, (tx) => enter(tx, { ...WHEN, kind: 'payment', lines }))
		).rejects.toThrow(/sum to nothing/);
	});

	test('are on a debt or on a fund and never nothing', async ({ owner }) => {
		const neither = owner`insert into entries (set_id, amount_pence, kind, entered_on, at, source)
			values (${randomUUID()}, 1, 'charge', '2026-11-19', now(), 'test')`;
		await expect(neither).rejects.toThrow(/entry_is_on_a_debt_or_on_a_fund/);
		const nothing = owner`insert into entries (set_id, fund, amount_pence, kind, entered_on, at, source)
			values (${randomUUID()}, 'bank', 0, 'charge', '2026-11-19', now(), 'test')`;
		await expect(nothing).rejects.toThrow(/entry_is_not_nothing/);
	});
});

describe('what is to be told', () => {
	test('is told in order, once the commit is done', async ({ database, owner }) => {
		const debtId = await debtWritten(owner);
		const told: string[] = [];
		await inTransaction(database, async (tx) => {
			tx.afterCommit(() => told.push('first'));
			tx.afterCommit(() => told.push('second'));
			await enter(tx, {
				...WHEN,
				kind: 'charge',
				lines: opposite({ debtId, fund: 'income', amount: pence(100) })
			});
			expect(told).toEqual([]);
		});
		expect(told).toEqual(['first', 'second']);
	});
});

describe('a proof', () => {
	test('finds nothing wrong in books that were only entered', async ({ database }) => {
		const proof = await prove(database.sql);
		expect(isProved(proof)).toBe(true);
		expect(proof.entryCount).toBeGreaterThan(0);
		expect(sayProof(proof).at(-1)).toBe('The books prove.');
	});

	test('names a set and a balance that somebody changed behind its back', async ({
		database,
		owner
	}) => {
		const debtId = await debtWritten(owner);
		const setId = randomUUID();
		await behindTheTriggers(
			owner,
			(sql) => sql`
				insert into entries (set_id, debt_id, amount_pence, kind, entered_on, at, source)
				values (${setId}, ${debtId}, 1, 'charge', '2026-11-19', now(), 'test')`
		);
		const proof = await prove(database.sql);
		expect(proof.unevenSets).toEqual([{ setId, leftOver: 1 }]);
		expect(proof.wrongBalances).toEqual([{ debtId, balance: 0, entries: 1 }]);
		const said = sayProof(proof);
		expect(said).toContain(`Wrong: the set ${setId} leaves £0.01 over.`);
		expect(said.at(-1)).toBe('The books do not prove.');
		// Every flow's books are proved when its file ends.
		await behindTheTriggers(owner, (sql) => sql`delete from entries where set_id = ${setId}`);
	});

	test('names a balance that an owner moved', async ({ database, owner }) => {
		const debtId = await debtWritten(owner);
		await owner`update debts set balance_pence = 99 where id = ${debtId}`;
		const { wrongBalances } = await prove(database.sql);
		expect(wrongBalances).toContainEqual({ debtId, balance: 99, entries: 0 });
		await owner`update debts set balance_pence = 0 where id = ${debtId}`;
	});
});

describe('migrations', () => {
	test('of processes that start together are made once', async ({ databaseUrl, owner }) => {
		await Promise.all([1, 2, 3].map(() => migrateDatabase(databaseUrl)));
		const [made] = await owner`select count(*)::int as made, count(distinct hash)::int as different
			from drizzle.__drizzle_migrations`;
		expect(made?.['made']).toBe(made?.['different']);
	});
});

describe('the pop', () => {
	test('has its plan on every connection before the first call, and nothing written by it', async ({
		database,
		owner
	}) => {
		const statement = `insert into teams (id, name) values ($1, 'Warmth') returning id`;
		await database.warm(statement, ['warm']);
		const [plan] = await database.hotSql`select current_setting('plan_cache_mode') as mode,
			(select count(*) from pg_prepared_statements where statement like 'insert into teams%') as prepared`;
		expect(plan).toEqual({ mode: 'force_generic_plan', prepared: 1 });
		expect(await owner`select id from teams where id = 'warm'`).toEqual([]);
	});
});
