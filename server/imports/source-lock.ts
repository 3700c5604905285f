/**
 * Two extracts of one source are never taken at once. The lock belongs to a connection, so that a process that was
 * killed lets go of it; the connection is the owner's own, who may also look over the tables after a large change.
 */
import postgres from 'postgres';
import { sentence } from '../sentence.ts';

/** Any number does that no other lock of ours has. */
const LOCK = 7_710_452;

export type SourceLock = {
	/** Tells the planner how many rows there are now. */
	analyze(tables: readonly string[]): Promise<void>;
	release(): Promise<void>;
};

export async function holdSource(url: string, source: string): Promise<SourceLock> {
	const lock = await tryToHoldSource(url, source);
	if (lock) return lock;
	throw sentence(`Another extract of ${source} is being imported now: wait for its end.`);
}

/** Null where somebody else holds it. */
export async function tryToHoldSource(url: string, source: string): Promise<SourceLock | null> {
	const sql = postgres(url, {
		max: 1,
		idle_timeout: 0,
		max_lifetime: null,
		onnotice: () => undefined
	});
	const [found] = await sql<[{ isTaken: boolean }]>`
		select pg_try_advisory_lock(${LOCK}, hashtext(${source})) as "isTaken"`;
	if (!found.isTaken) {
		await sql.end();
		return null;
	}
	return {
		async analyze(tables) {
			await sql.unsafe(`analyze ${tables.join(', ')}`);
		},
		release: () => sql.end({ timeout: 5 })
	};
}
