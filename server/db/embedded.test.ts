import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../env.ts';
import { seeThatNobodyKeeps, startPostgres } from './embedded.ts';
import { livePostmaster } from './embedded/postmaster.ts';

/** A real cluster in a folder of its own, used by each test after the one before. */
const dataDir = mkdtempSync(join(tmpdir(), 'fairline-embedded-'));
chmodSync(dataDir, 0o711);
const start = () => startPostgres({ dataDir, say: () => undefined, forTests: true });
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function ask(url: string, statement: string): Promise<unknown> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		return (await sql.unsafe(statement)).map((row) => ({ ...row }))[0];
	} finally {
		await sql.end();
	}
}

test('the product owns its database and is no superuser', async () => {
	const database = await start();
	const rights = await ask(
		database.url,
		`select current_user as "user", rolsuper as super, rolcreaterole as roles, current_database() as database,
			pg_get_userbyid(datdba) as owner, current_setting('server_version_num')::int / 10000 as version
		from pg_roles, pg_database where rolname = current_user and datname = current_database()`
	);
	await ask(database.url, 'create table kept as select 42 as answer');
	await database.stop();
	expect(rights).toEqual({
		user: 'fairline_owner',
		super: false,
		roles: true,
		database: 'fairline',
		owner: 'fairline_owner',
		version: 18
	});
}, 30_000);

test('a second start finds the data of the first', async () => {
	const database = await start();
	const kept = await ask(database.url, 'select answer from kept');
	await database.stop();
	expect(kept).toEqual({ answer: 42 });
}, 30_000);

test('the passwords are for the owner of the folder alone', () => {
	const file = join(dataDir, 'secrets.json');
	expect(statSync(file).mode & 0o777).toBe(0o600);
	expect(new Set(Object.values(JSON.parse(readFileSync(file, 'utf8')) as object)).size).toBe(3);
});

test('what a person typed does not reach the log of the database', async () => {
	const database = await start();
	await expect(ask(database.url, "select 'Ann Other'::date")).rejects.toThrow();
	await database.stop();
	expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('Ann Other');
}, 30_000);

test('a note left by a crash is not taken for a database', async () => {
	// Our own number, as a machine gives it out again after it was started anew.
	const note = `${process.pid}\n${dataDir}/postgres\n0\n5432\n\n127.0.0.1\n0\nready   \n`;
	writeFileSync(join(dataDir, 'postgres/postmaster.pid'), note);
	const database = await start();
	await database.stop();
	expect(livePostmaster(dataDir)).toBeNull();
}, 30_000);

test('while another process keeps the database nobody else may; when it is killed, anybody', async () => {
	const keeper = spawn(process.execPath, ['--input-type=module', '--eval', KEEPER], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { PATH: '' }
	});
	await once(keeper.stdout, 'data');
	expect(() => seeThatNobodyKeeps(dataDir)).toThrow(
		`Fairline is already running on the data in ${dataDir} (process ${keeper.pid}): stop it first, or choose another folder with DATA_DIR.`
	);
	keeper.kill('SIGKILL');
	await once(keeper, 'exit');
	while (livePostmaster(dataDir) && process.platform === 'linux') await pause(10);
	const database = await start();
	expect(await ask(database.url, 'select answer from kept')).toEqual({ answer: 42 });
	await database.stop();
}, 30_000);

const KEEPER = `
	import { startPostgres } from ${JSON.stringify(join(ROOT, 'server/db/embedded.ts'))};
	await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, say: () => {}, forTests: true });
	console.log('started');
	setInterval(() => {}, 1000);
`;
