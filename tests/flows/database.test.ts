/** Every flow stands on these: the application's own role, the real server, and a database nobody else writes. */
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { slicesOf } from '#server/db/slices.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { northmere, test } from './flow.ts';

describe('a flow', () => {
	test('talks to a real PostgreSQL 18', async ({ owner }) => {
		const [row] = await owner<{ version: string }[]>`select version()`;
		expect(row?.version).toMatch(/^PostgreSQL 18\./);
	});

	test('acts as the application, who owns nothing', async ({ database }) => {
		const [row] = await database.sql<{ role: string; owns: number }[]>`
			select current_user as role,
				(select count(*)::int from pg_tables where tableowner = current_user) as owns`;
		expect(row).toEqual({ role: 'fairline_app', owns: 0 });
	});

	test('begins with the tables of this build and no customers', async ({ database }) => {
		const [row] = await database.sql<{ count: number }[]>`select count(*) from customers`;
		expect(row?.count).toBe(0);
	});

	test('has a database of its own, whoever else is running', async ({ owner, databaseUrl }) => {
		const [row] = await owner<{ name: string }[]>`select current_database() as name`;
		expect(row?.name).toMatch(/^flow_[0-9a-f]{32}$/);
		expect(databaseUrl.endsWith(`/${row?.name}`)).toBe(true);
	});

	test('reads a table of its own a slice at a time, every row once', async ({ database }) => {
		const read = await inTransaction(database, async (tx) => {
			await tx.execute(sql`create temporary table numbers on commit drop as
				select at, repeat('x', at % 400) as words from generate_series(1, 5000) at`);
			const slices = await slicesOf(tx, { table: 'pg_temp.numbers', rows: 700 });
			const seen: number[] = [];
			for (const { slice } of slices) {
				const rows = await tx.execute<{ at: number }>(sql`select at from ${sql.raw(slice)} n`);
				seen.push(...rows.map(({ at }) => at));
			}
			return { seen, shares: slices.map(({ share }) => share) };
		});
		expect(read.seen.toSorted((a, b) => a - b)).toEqual(
			Array.from({ length: 5000 }, (_, at) => at + 1)
		);
		expect([read.shares.length, read.shares.at(-1)]).toEqual([8, 1]);
	});

	northmere('in Northmere meets the demo’s people, whose books are right', async ({ database }) => {
		const [row] = await database.sql<{ customers: number; wrong: number }[]>`
			select (select count(*) from customers) as customers, (select count(*) from debts d
				where d.balance_pence <> (select coalesce(sum(e.amount_pence), 0) from entries e
					where e.debt_id = d.id)) as wrong`;
		expect(row?.customers).toBeGreaterThan(12);
		expect(row?.wrong).toBe(0);
	});
});
