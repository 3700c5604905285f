/**
 * Fills an empty database with the demo council, as its owner, in one transaction: all of it is there or none. A
 * database that has customers is refused unless it is to be made again, which leaves sign-in as it is.
 */
import postgres, { type Sql } from 'postgres';
import { withProgress, type Say } from '../../progress.ts';
import type { Day } from '../../../shared/time/day.ts';
import { copyRows } from './copy.ts';
import { northmereOn } from './northmere.ts';
import { OFFICERS, TEAMS } from './officers.ts';
import { rowsOf } from './rows.ts';
import { sayMoved, timelineOf } from './timeline.ts';

export const GENERATED_CUSTOMERS = 2000;

export type Seeding = {
	/** The owner's: the application's role may not move a balance. */
	url: string;
	today: Day;
	say: Say;
	/** Takes everything about customers away first. */
	again?: boolean;
	generatedCustomers?: number;
};

export type Seeded =
	| { ok: true; customers: number; debts: number; moved: readonly string[] }
	| { ok: false; because: 'not-empty' };

export async function seedDemo(seeding: Seeding): Promise<Seeded> {
	const sql = postgres(seeding.url, { max: 1, onnotice: () => undefined });
	try {
		if (!seeding.again && (await hasCustomers(sql))) return { ok: false, because: 'not-empty' };
		return await withProgress({ say: seeding.say, what: 'Filling Northmere with people' }, () =>
			fill(sql, seeding)
		);
	} finally {
		await sql.end();
	}
}

async function hasCustomers(sql: Sql): Promise<boolean> {
	const [found] = await sql<[{ any: boolean }]>`select exists (select from customers) as any`;
	return found.any;
}

async function fill(sql: Sql, { today, again, generatedCustomers }: Seeding): Promise<Seeded> {
	const time = timelineOf(today);
	const scenarios = northmereOn(time, generatedCustomers ?? GENERATED_CUSTOMERS);
	const tables = rowsOf(scenarios, today);
	await sql.begin(async (tx) => {
		if (again) await clear(tx);
		await writeStaff(tx);
		for (const rows of tables) await copyRows(tx, rows);
	});
	// The pop plans once and for all: it must know how many rows there are.
	await sql.unsafe(`analyze ${[...new Set(tables.map(({ table }) => table))].join(', ')}`);
	return {
		ok: true,
		customers: scenarios.flatMap(({ customers }) => customers).length,
		debts: scenarios.flatMap(({ debts }) => debts).length,
		moved: sayMoved(time.moved)
	};
}

/** Everything but who may sign in: sessions and passwords outlive a new set of customers. */
async function clear(sql: Pick<Sql, 'unsafe'>): Promise<void> {
	const kept = "tablename not like 'auth\\_%' and tablename <> 'teams'";
	const found = await sql.unsafe<{ name: string }[]>(
		`select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and ${kept}`
	);
	await sql.unsafe(`truncate ${found.map(({ name }) => name).join(', ')} restart identity`);
}

async function writeStaff(sql: Pick<Sql, 'unsafe'>): Promise<void> {
	for (const { id, name } of TEAMS) {
		await sql.unsafe(
			'insert into teams (id, name) values ($1, $2) on conflict (id) do update set name = excluded.name',
			[id, name]
		);
	}
	for (const officer of OFFICERS) {
		await sql.unsafe(
			`insert into auth_user (id, name, email, email_verified, role, extension, team_id)
			values ($1, $2, $3, true, $4, $5, $6)
			on conflict (id) do update set name = excluded.name, role = excluded.role,
				extension = excluded.extension, team_id = excluded.team_id`,
			[officer.id, officer.name, officer.email, officer.role, officer.extension, officer.teamId]
		);
	}
}
