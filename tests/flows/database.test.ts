/** Every flow stands on these: the application's own role, the real server, and a database nobody else writes. */
import { describe, expect } from 'vitest';
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

	northmere('in Northmere meets the demo’s people, whose books are right', async ({ database }) => {
		const [row] = await database.sql<{ customers: number; wrong: number }[]>`
			select (select count(*) from customers) as customers, (select count(*) from debts d
				where d.balance_pence <> (select coalesce(sum(e.amount_pence), 0) from entries e
					where e.debt_id = d.id)) as wrong`;
		expect(row?.customers).toBeGreaterThan(12);
		expect(row?.wrong).toBe(0);
	});
});
