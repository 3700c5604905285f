/**
 * Waits for the database to answer and sees that it will do: PostgreSQL 16 or later, and a user who owns the database
 * and may make the application's role. What is wrong is a sentence without the password.
 */
import { setTimeout as pause } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { stopwatch } from '../clock.ts';
import { withProgress, type Say } from '../progress.ts';
import { codeOf, sentence } from '../sentence.ts';

const PATIENCE_MS = 30_000;
const OLDEST = 160_000;

export function reachDatabase({
	url,
	say,
	patienceMs = PATIENCE_MS
}: {
	url: string;
	say: Say;
	patienceMs?: number;
}): Promise<void> {
	return withProgress({ say, what: 'Waiting for the database' }, async () => {
		const took = stopwatch();
		for (;;) {
			const problem = await problemWith(url);
			if (problem === null) return;
			if (!mayPass(problem) || took() > patienceMs) throw inWords(problem, url);
			await pause(500);
		}
	});
}

async function problemWith(url: string): Promise<unknown> {
	const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
	try {
		await seeThatItWillDo(sql);
		return null;
	} catch (error) {
		return error;
	} finally {
		await sql.end({ timeout: 5 });
	}
}

async function seeThatItWillDo(sql: Sql): Promise<void> {
	const [found] = await sql<[{ version: number; isOwner: boolean; mayMakeRoles: boolean }]>`
		select
			current_setting('server_version_num')::int as version,
			pg_has_role(datdba, 'member') as "isOwner",
			rolcreaterole or rolsuper or exists (select from pg_roles where rolname = 'fairline_app')
				as "mayMakeRoles"
		from pg_database, pg_roles
		where datname = current_database() and rolname = current_user`;
	if (found.version < OLDEST) {
		throw sentence('The database of DATABASE_URL is older than PostgreSQL 16: use a later one.');
	}
	if (!found.isOwner) {
		throw sentence(
			"DATABASE_URL's user does not own its database: make it the owner with ALTER DATABASE ... OWNER TO ...."
		);
	}
	if (!found.mayMakeRoles) {
		throw sentence(
			"DATABASE_URL's user may not make the role fairline_app: allow it with ALTER ROLE ... CREATEROLE."
		);
	}
}

/** A database that is away or still starting may be there in a moment. */
function mayPass(problem: unknown): boolean {
	const code = codeOf(problem);
	return /^(E[A-Z]+|CONNECT_TIMEOUT|CONNECTION_[A-Z]+|57P0\d|53300)$/.test(code);
}

const REASONS: Record<string, string> = {
	'28P01': 'it refuses the password',
	'28000': 'it refuses the user',
	'3D000': 'it has no database of that name',
	ENOTFOUND: 'its host has no address',
	ECONNREFUSED: 'nothing listens there',
	CONNECT_TIMEOUT: 'it does not answer'
};

function inWords(problem: unknown, url: string): unknown {
	const reason = REASONS[codeOf(problem)] ?? (mayPass(problem) ? codeOf(problem) : null);
	if (reason === null) return problem;
	const { host } = new URL(url);
	return sentence(
		`The database at ${host} cannot be used (${reason}): see to it, or correct DATABASE_URL.`,
		problem
	);
}
