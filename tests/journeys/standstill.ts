/**
 * Makes a commit stand still at one point of its transaction, from another's connection to the same database, so that
 * the server can be killed there: at a table it has yet to write, or at the very end, with everything written and
 * nothing said yet.
 */
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { secretsIn } from '#server/db/embedded/secrets.ts';
import type { CommitPoint } from './kill-draw.ts';

export type Standstill = {
	/** Resolves when the commit stands there. */
	reached(): Promise<void>;
	release(): Promise<void>;
};

const PATIENCE_MS = 20_000;

export async function standstillAt(
	point: CommitPoint,
	{ sql, dataDir }: { sql: postgres.Sql; dataDir: string }
): Promise<Standstill> {
	return point === 'its end' ? atItsEnd(sql, dataDir) : atTable(sql, point);
}

async function atTable(sql: postgres.Sql, table: string): Promise<Standstill> {
	const holder = await sql.reserve();
	await holder`begin`;
	await holder`lock table ${holder(table)} in share row exclusive mode`;
	const waits = () => sql`select from pg_locks
		where not granted and relation = ${table}::regclass`;
	return {
		reached: () => until(waits),
		async release() {
			await holder`rollback`;
			holder.release();
		}
	};
}

/**
 * A standby that is not there is waited for: the commit is on the disk and its client has not heard. Whoever has
 * written in `commits` and waits so is the one.
 */
async function atItsEnd(sql: postgres.Sql, dataDir: string): Promise<Standstill> {
	const { host, port } = sql.options;
	const superuser = postgres({
		host: host[0] ?? '127.0.0.1',
		port: port[0] ?? 5432,
		user: 'postgres',
		password: secretsIn(dataDir).superuser,
		database: 'postgres',
		max: 1,
		onnotice: () => undefined
	});
	const told = async (standby: string) => {
		await superuser.unsafe(`alter system set synchronous_standby_names = '${standby}'`);
		await superuser`select pg_reload_conf()`;
	};
	await told('nobody');
	const waits = () => sql`select from pg_stat_activity a join pg_locks l using (pid)
		where a.wait_event = 'SyncRep' and l.relation = 'commits'::regclass`;
	return {
		reached: () => until(waits),
		async release() {
			await told('');
			await superuser.end();
		}
	};
}

async function until(isSo: () => PromiseLike<readonly unknown[]>): Promise<void> {
	const giveUp = AbortSignal.timeout(PATIENCE_MS);
	while (!giveUp.aborted) {
		if ((await isSo()).length > 0) return;
		await pause(25);
	}
	throw new Error('The commit did not come there.');
}
