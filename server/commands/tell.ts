/**
 * `npm run tell` writes a file for each source system with what it must be told and has not been, beside a running
 * product or alone. Each file is laid into the outbox's folder whole, and nothing is in two of them.
 */
import { clockFor } from '../clock.ts';
import { connect } from '../db/client.ts';
import type { Env } from '../env.ts';
import { tellSources } from '../letters/tell-sources.ts';
import { withProgress } from '../progress.ts';
import { say } from '../say.ts';
import { command, onDatabase } from './command.ts';
import { environment } from './environment.ts';

await command(run);

async function run(): Promise<void> {
	const env = environment();
	await onDatabase(env, (url) => tell({ url, env }));
}

async function tell({ url, env }: { url: string; env: Env }): Promise<void> {
	const database = connect(url, { orm: 2, sql: 1, hot: 1 });
	const { outboxDir: folder, demo: isDemo } = env;
	let files = 0;
	const laid = ({ name, count }: { name: string; count: number }) => {
		files += 1;
		say(`${name}: ${count === 1 ? '1 instruction' : `${count} instructions`}.`);
	};
	try {
		const parts = { database, clock: clockFor(env), folder, isDemo, laid };
		await withProgress({ say, what: 'Telling the source systems' }, () => tellSources(parts));
		say(
			files === 0 ? 'Every source has been told everything that is due.' : `They lie in ${folder}.`
		);
	} finally {
		await database.close();
	}
}
