/**
 * Fills an empty database with the demo council, as its owner, in one transaction: all of it is there or none. A
 * database that has customers is refused unless it is to be made again, which leaves sign-in as it is.
 */
import postgres, { type Sql } from 'postgres';
import { withProgress, type Say } from '../../progress.ts';
import type { Day } from '../../../shared/time/day.ts';
import { promptSocket } from '../prompt-socket.ts';
import { onBareTables } from './bulk.ts';
import { fill, type Filled, type Filling } from './fill.ts';
import { extractsIn } from './extracts/extracts.ts';
import { writeCameIn } from './came-in.ts';
import { OWES, SEED } from './generator/city.ts';
import { northmereOn, type Size } from './northmere.ts';
import { OFFICERS, TEAMS } from './officers.ts';
import { fillProgress } from './progress.ts';
import { partsOf } from './part.ts';
import { rowsFor, TABLES } from './rows.ts';
import { newTally } from './tally.ts';
import { sayMoved, timelineOf } from './timeline.ts';

/** Some two thousand customers beside those with a name. */
const NORTHMERE_HOUSEHOLDS = 1_900;

/** Written by the database itself. */
const LEARNT = ['customer_words', 'vocabulary', 'matched_records'];

/** From here on the tables are emptied of what makes them slow to fill, for as long as it takes. */
const A_BULK = 20_000;

export type Seeding = Partial<Size> & {
	/** The owner's: the application's role may not move a balance. */
	url: string;
	today: Day;
	say: Say;
	/** Takes everything about customers away first. */
	again?: boolean;
	/** A folder that is not there yet, for the files that it all would have come from. */
	extracts?: { folder: string; isNoisy: boolean };
	/** Beside the size alone, for a test of the way a city is written. */
	isBulk?: boolean;
};

export type Seeded =
	| (Pick<Filled, 'customers' | 'debts' | 'rows'> & { ok: true; moved: readonly string[] })
	| { ok: false; because: 'not-empty' };

export async function seedDemo(seeding: Seeding): Promise<Seeded> {
	const options = { max: 1, onnotice: () => undefined, socket: promptSocket };
	const sql = postgres(seeding.url, options);
	try {
		if (!seeding.again && (await hasCustomers(sql))) return { ok: false, because: 'not-empty' };
		return await withProgress({ say: seeding.say, what: 'Filling Northmere with people' }, () =>
			seed(sql, seeding)
		);
	} finally {
		await sql.end();
	}
}

async function hasCustomers(sql: Sql): Promise<boolean> {
	const [found] = await sql<[{ any: boolean }]>`select exists (select from customers) as any`;
	return found.any;
}

async function seed(sql: Sql, seeding: Seeding): Promise<Seeded> {
	const { today, again, say, households = NORTHMERE_HOUSEHOLDS, seed: number = SEED } = seeding;
	const time = timelineOf(today);
	const extracts = seeding.extracts && extractsIn({ ...seeding.extracts, today, seed: number });
	const isBulk = seeding.isBulk ?? households >= A_BULK;
	const filling: Filling = {
		parts: partsOf(northmereOn(time, { households, seed: number }), newTally()),
		rowsOf: rowsFor({ today, balances: isBulk }),
		isFresh: again === true,
		also: async (part) => extracts?.take(part),
		told: isBulk ? fillProgress(households * OWES, say) : () => undefined
	};
	try {
		const filled = await sql.begin(async (tx) => {
			if (filling.isFresh) await clear(tx);
			await writeStaff(tx);
			const all = isBulk
				? await onBareTables(tx, { tables: TABLES, say }, () => fill(tx, filling))
				: await fill(tx, filling);
			await writeCameIn(tx, today);
			return all;
		});
		await extracts?.close();
		// The pop plans once and for all: it must know how many rows there are.
		await sql.unsafe(
			`${isBulk ? 'vacuum (analyze)' : 'analyze'} ${[...TABLES, ...LEARNT].join(', ')}`
		);
		return { ok: true, ...filled, moved: sayMoved(time.moved) };
	} catch (error) {
		extracts?.abandon();
		throw error;
	}
}

/**
 * Everything but who may sign in and the council's policy: sessions and passwords outlive a new set of customers. An extract that waits for
 * somebody goes too: it was about those that are no more.
 */
async function clear(sql: Pick<Sql, 'unsafe'>): Promise<void> {
	const kept = "tablename not like 'auth\\_%' and tablename not in ('teams', 'policy_versions')";
	const found = await sql.unsafe<{ name: string }[]>(
		`select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and ${kept}`
	);
	await sql.unsafe(`truncate ${found.map(({ name }) => name).join(', ')} restart identity`);
	const staged = await sql.unsafe<{ name: string }[]>(
		`select quote_ident(tablename) as name from pg_tables where schemaname = 'staging'`
	);
	for (const { name } of staged) await sql.unsafe(`drop table staging.${name}`);
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
