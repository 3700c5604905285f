/**
 * Brings a database to the schema of this build, as its owner. Processes that start together take turns: the second
 * finds the work done. With the tables comes the policy that a council begins with. Forward only; a newer build's database is left as it is.
 */
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { bringFirstPolicy } from '../law/first-policy.ts';

/** Any number does, so long as every build of Fairline uses the same one. */
const MIGRATION_LOCK = 7_710_448;

export async function migrateDatabase(url: string): Promise<void> {
	// One connection, because an advisory lock belongs to the connection that took it.
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
		await migrate(drizzle(sql), { migrationsFolder: `${import.meta.dirname}/migrations` });
		await bringFirstPolicy(sql);
	} finally {
		// Ending the connection gives the lock back.
		await sql.end();
	}
}
