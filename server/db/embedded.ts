/**
 * The real PostgreSQL 18 that comes with the product, for when there is no DATABASE_URL. One process keeps it: the
 * parent of `npm start`, a command run alone, or the tests. A command run beside a running product finds that one's.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '../env.ts';
import { withProgress, type Say } from '../progress.ts';
import { sentence } from '../sentence.ts';
import { DATABASE, makeCluster, makeDatabase, OWNER } from './embedded/cluster.ts';
import { clusterIn, dataFolder } from './embedded/folder.ts';
import { isAlive, livePostmaster, startPostmaster, stopPostmaster } from './embedded/postmaster.ts';
import { programsFor } from './embedded/programs.ts';
import { secretsIn, type Secrets } from './embedded/secrets.ts';
import { databaseUser } from './embedded/user.ts';

export type FoundDatabase = Readonly<{
	/** As the owner of the database. The application takes the role fairline_app on every connection. */
	url: string;
	stop: () => Promise<void>;
}>;

export type Postgres = FoundDatabase & Readonly<{ ended: Promise<void> }>;

/**
 * Starts it and keeps it. `forTests`: speed instead of safety against a power cut, and the owner may create databases.
 * Throws a sentence when the folder is another's or the world is otherwise in the way.
 */
export async function startPostgres({
	dataDir,
	say,
	forTests = false,
	port
}: {
	dataDir: string;
	say: Say;
	forTests?: boolean;
	/** Where it was before, for a database that is started again under a running server. */
	port?: number;
}): Promise<Postgres> {
	const folder = dataFolder({ wanted: dataDir, given: true }).folder;
	await clearTheWay(folder);
	const secrets = secretsIn(folder);
	const user = databaseUser(clusterIn(folder));
	const programs = programsFor({ folder, user });
	const settings = forTests ? FOR_TESTS : [];
	await withProgress({ say, what: 'Making the database' }, () =>
		makeCluster({ folder, programs, user, secrets })
	);
	const postmaster = await withProgress({ say, what: 'Starting the database' }, () =>
		startPostmaster({ folder, programs, user, settings, port })
	);
	const stop = () => stopPostmaster(postmaster);
	try {
		writeFileSync(keeperFile(folder), String(process.pid));
		await makeDatabase({ port: postmaster.port, secrets, mayCreateDatabases: forTests });
	} catch (error) {
		await stop();
		throw error;
	}
	return { url: urlOf({ port: postmaster.port, secrets }), stop, ended: postmaster.ended };
}

/** For a command: the database of DATABASE_URL, else that of the running product, else one started for this command. */
export async function databaseFor({ env, say }: { env: Env; say: Say }): Promise<FoundDatabase> {
	const running = runningServer(env);
	if (running) return { url: running.url, stop: () => Promise.resolve() };
	const { folder } = dataFolder({ wanted: env.dataDir, given: env.dataDirGiven });
	return startPostgres({ dataDir: folder, say });
}

/**
 * The server that the product uses now, as the owner of its database and as whoever may make others there: the one of
 * DATABASE_URL, or the embedded one while it is kept. Null where there is none.
 */
export function runningServer(env: Env): { url: string; administratorUrl: string } | null {
	if (env.databaseUrl) return { url: env.databaseUrl, administratorUrl: env.databaseUrl };
	const { folder } = dataFolder({ wanted: env.dataDir, given: env.dataDirGiven });
	const running = livePostmaster(folder);
	if (!running?.isReady || keeperOf(folder) === null) return null;
	const { port } = running;
	const secrets = secretsIn(folder);
	const administratorUrl = `postgres://postgres:${secrets.superuser}@127.0.0.1:${port}/postgres`;
	return { url: urlOf({ port, secrets }), administratorUrl };
}

const FOR_TESTS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** A live database whose keeper is gone is nobody's, and is stopped; one that is kept is not ours to take. */
async function clearTheWay(folder: string): Promise<void> {
	seeThatNobodyKeeps(folder);
	const running = livePostmaster(folder);
	if (running) await stopPostmaster(running);
}

/** Throws a sentence when another process of Fairline keeps the database of this folder. */
export function seeThatNobodyKeeps(folder: string): void {
	const keeper = keeperOf(folder);
	if (keeper === null || keeper === process.pid || !livePostmaster(folder)) return;
	throw sentence(
		`Fairline is already running on the data in ${folder} (process ${keeper}): stop it first, or choose another folder with DATA_DIR.`
	);
}

function keeperOf(folder: string): number | null {
	const file = keeperFile(folder);
	const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
	return pid > 0 && isAlive(pid) ? pid : null;
}

function keeperFile(folder: string): string {
	return join(folder, 'keeper.pid');
}

function urlOf({ port, secrets }: { port: number; secrets: Secrets }): string {
	return `postgres://${OWNER}:${secrets.owner}@127.0.0.1:${port}/${DATABASE}`;
}
