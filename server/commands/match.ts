/**
 * `npm run match`: joins what the sources have of one person, beside a running product or alone. It is run when extracts
 * are in; only records that are new or say something new are looked at.
 */
import { clockFor } from '../clock.ts';
import { matchRecords } from '../customers/match-records.ts';
import { connect } from '../db/client.ts';
import { withProgress } from '../progress.ts';
import { say } from '../say.ts';
import { command, onDatabase } from './command.ts';
import { environment } from './environment.ts';

await command(run);

async function run(): Promise<void> {
	const env = environment();
	await onDatabase(env, (url) => match(url, clockFor(env)));
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
