/**
 * `npm run match`: joins what the sources have of one person, beside a running product or alone. It is run when extracts
 * are in; only records that are new or say something new are looked at.
 */
import { clockFor } from '../clock.ts';
import { matchRecords } from '../customers/match-records.ts';
import { connect } from '../db/client.ts';
import { databaseFor } from '../db/embedded.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { reachDatabase } from '../db/reach.ts';
import { withProgress } from '../progress.ts';
import { complain, say } from '../say.ts';
import { sentenceOf } from '../sentence.ts';
import { environment } from './environment.ts';

try {
	await run();
} catch (error) {
	const said = sentenceOf(error);
	if (said === null) throw error;
	complain(said);
	process.exitCode = 1;
}

async function run(): Promise<void> {
	const env = environment();
	const found = await databaseFor({ env, say });
	try {
		await reachDatabase({ url: found.url, say });
		await migrateDatabase(found.url);
		await match(found.url, clockFor(env));
	} finally {
		await found.stop();
	}
}

async function match(url: string, clock: ReturnType<typeof clockFor>): Promise<void> {
	const database = connect(url, { orm: 1, sql: 1, hot: 1 });
	try {
		const { records, pairs, joined, reviews } = await withProgress(
			{ say, what: 'Matching records' },
			() => matchRecords({ database, clock })
		);
		say(`${count(records)} records were new or changed, and ${count(pairs)} pairs were compared.`);
		say(
			`${count(joined)} customers were joined; ${count(reviews)} pairs are for a person to look at.`
		);
	} finally {
		await database.close();
	}
}

function count(number: number): string {
	return number.toLocaleString('en-GB');
}
