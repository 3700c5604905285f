/**
 * Only one server process may use a database unless all of them have the Redis by which the screens of one hear what
 * another announces. The first to come holds a lock in the database for as long as it is connected: alone, or together
 * with others like it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { stopwatch } from '../clock.ts';
import type { Part } from '../part.ts';
import { sentence } from '../sentence.ts';

/** Any number does that no other lock of ours has, and every build of Fairline the same. */
const LOCK = 7_710_450;
/** The connection of a process that was killed a moment ago may still be closing. */
const PATIENCE_MS = 5_000;
const LOOK_AGAIN_MS = 15_000;

const REFUSED = {
	alone:
		'Another server process uses this database, and one of them would not hear what the other tells: stop that one first, or give all of them the same REDIS_URL.',
	shared:
		'Another server process uses this database without REDIS_URL, and would not hear what this one tells: stop that one, or start it with the same REDIS_URL.'
};

type Keeping = { url: string; isShared: boolean; patienceMs?: number };

export async function keepDatabaseOurs({
	url,
	isShared,
	patienceMs = PATIENCE_MS
}: Keeping): Promise<Part> {
	const sql = postgres(url, { max: 1, idle_timeout: 0, max_lifetime: null });
	const took = stopwatch();
	while (!(await isTaken(sql, isShared))) {
		if (took() > patienceMs) {
			await sql.end();
			throw sentence(isShared ? REFUSED.shared : REFUSED.alone);
		}
		await pause(200);
	}
	const watch = setInterval(() => void lookAgain(sql, isShared), LOOK_AGAIN_MS).unref();
	return {
		async dispose() {
			clearInterval(watch);
			await sql.end({ timeout: 5 });
		}
	};
}

/** The lock goes with its connection: after the database was away it is taken anew, unless another came first. */
async function lookAgain(sql: Sql, isShared: boolean): Promise<void> {
	const isOurs = await isTaken(sql, isShared).catch(() => true);
	if (!isOurs) throw new Error('Another server process took over the database.');
}

async function isTaken(sql: Sql, isShared: boolean): Promise<boolean> {
	const [lock] = isShared
		? await sql<[{ taken: boolean }]>`select pg_try_advisory_lock_shared(${LOCK}) as taken`
		: await sql<[{ taken: boolean }]>`select pg_try_advisory_lock(${LOCK}) as taken`;
	return lock.taken;
}
