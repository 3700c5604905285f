/** What every command a person types begins and ends with: what they can mend is one sentence and an exit code of 1. */
import { databaseFor } from '../db/embedded.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { reachDatabase } from '../db/reach.ts';
import type { Env } from '../env.ts';
import { complain, say } from '../say.ts';
import { sentenceOf } from '../sentence.ts';

/** A mistake of ours is thrown on, with its stack. */
export async function command(run: () => Promise<void>): Promise<void> {
	try {
		await run();
	} catch (error) {
		const said = sentenceOf(error);
		if (said === null) throw error;
		complain(said);
		process.exitCode = 1;
	}
}

/** The database beside a running product, or one started for this command, with the tables of this build. */
export async function onDatabase(env: Env, work: (url: string) => Promise<void>): Promise<void> {
	const found = await databaseFor({ env, say });
	try {
		await reachDatabase({ url: found.url, say });
		await migrateDatabase(found.url);
		await work(found.url);
	} finally {
		await found.stop();
	}
}
