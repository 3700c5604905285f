/**
 * The cluster's files, made once with no dependence on the machine's locales, and the one role and database in it that
 * the product uses. The owner is no superuser: it owns the database `fairline` and may create the application's role.
 */
import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { sentence } from '../../sentence.ts';
import { clusterIn } from './folder.ts';
import { POSTGRES_MAJOR, type Programs } from './programs.ts';
import type { Secrets } from './secrets.ts';
import type { DatabaseUser } from './user.ts';

const run = promisify(execFile);

export const OWNER = 'fairline_owner';
export const DATABASE = 'fairline';

type Making = { folder: string; programs: Programs; user: DatabaseUser; secrets: Secrets };

/** Makes the cluster when there is none. Cut short, it leaves nothing that looks like a cluster. */
export async function makeCluster({ folder, programs, user, secrets }: Making): Promise<void> {
	const cluster = clusterIn(folder);
	if (existsSync(join(cluster, 'PG_VERSION'))) return refuseOtherVersion(cluster);
	for (const left of readdirSync(folder)) {
		if (left.startsWith('postgres.new-')) {
			rmSync(join(folder, left), { recursive: true, force: true });
		}
	}
	const fresh = join(folder, `postgres.new-${process.pid}`);
	const passwordFile = join(fresh, '..', `postgres.new-${process.pid}.password`);
	mkdirSync(fresh, { mode: 0o700 });
	writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
	if (user) {
		chownSync(fresh, user.uid, user.gid);
		chownSync(passwordFile, user.uid, user.gid);
	}
	try {
		await run(programs.initdb, initialArguments(fresh, passwordFile), {
			...(user ?? {}),
			cwd: '/',
			env: { LC_ALL: 'C', PATH: '' }
		});
		renameSync(fresh, cluster);
	} catch (error) {
		throw sentence(`The database could not be made in ${folder}: ${whatItSaid(error)}`, error);
	} finally {
		rmSync(passwordFile, { force: true });
	}
}

function initialArguments(cluster: string, passwordFile: string): string[] {
	return [
		...['-D', cluster, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
		...['-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--no-sync']
	];
}

function refuseOtherVersion(cluster: string): void {
	const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
	if (version === POSTGRES_MAJOR) return;
	throw sentence(
		`${cluster} was made by PostgreSQL ${version} and this is ${POSTGRES_MAJOR}: move it away, or choose another folder with DATA_DIR.`
	);
}

/** initdb says what went wrong, then what it tidies away. */
function whatItSaid(error: unknown): string {
	const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
	const lines = said.trim().split('\n');
	return lines.find((line) => /error|FATAL|could not/.test(line)) ?? lines.at(-1) ?? '';
}

/** Sees that the owner and its database are there. Each is checked by itself: a start may have been cut short between. */
export async function makeDatabase({
	port,
	secrets,
	mayCreateDatabases
}: {
	port: number;
	secrets: Secrets;
	mayCreateDatabases: boolean;
}): Promise<void> {
	const sql = postgres({
		...{ host: '127.0.0.1', port, user: 'postgres', password: secrets.superuser },
		...{ database: 'postgres', max: 1, onnotice: () => undefined }
	});
	try {
		const [role] = await sql`select 1 from pg_roles where rolname = ${OWNER}`;
		if (!role) {
			const rights = `login createrole ${mayCreateDatabases ? 'createdb' : ''}`;
			// A password is made of letters, figures, - and _: nothing that a literal has to escape.
			await sql.unsafe(`create role ${OWNER} ${rights} password '${secrets.owner}'`);
		}
		const [database] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
		if (!database) await sql.unsafe(`create database ${DATABASE} owner ${OWNER}`);
	} finally {
		await sql.end();
	}
}
