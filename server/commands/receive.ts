/**
 * `npm run receive -- FILE [FILE2 ...]` takes in files of money, each whole or not at all, beside a running product or
 * alone. A person who has a debt of it on the screen sees it change within seconds.
 */
import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { clockFor } from '../clock.ts';
import { connect } from '../db/client.ts';
import type { Env } from '../env.ts';
import { sayProblems } from '../income/files/problem.ts';
import { receiveFile } from '../income/receiving/receive-file.ts';
import { sayReceived } from '../income/receiving/say-received.ts';
import { withProgress } from '../progress.ts';
import { complain, say } from '../say.ts';
import { sentence } from '../sentence.ts';
import { command, onDatabase } from './command.ts';
import { environment } from './environment.ts';

const USAGE = 'Usage: npm run receive -- FILE [FILE2 ...]';

await command(() => run(filesNamed()));

function filesNamed(): readonly string[] {
	const { positionals } = parsed();
	if (positionals.length === 0) throw sentence(USAGE);
	for (const file of positionals)
		if (!existsSync(file)) throw sentence(`There is no file ${file}.`);
	return positionals;
}

function parsed() {
	try {
		return parseArgs({ allowPositionals: true, options: {} });
	} catch (error) {
		throw sentence(USAGE, error);
	}
}

async function run(files: readonly string[]): Promise<void> {
	const env = environment();
	await onDatabase(env, (url) => receiveAll(files, { url, env }));
}

async function receiveAll(
	files: readonly string[],
	{ url, env }: { url: string; env: Env }
): Promise<void> {
	const database = connect(url, { orm: 1, sql: 1, hot: 1 });
	const receiving = { clock: clockFor(env), officerId: null, dataDir: env.dataDir };
	try {
		for (const file of files) {
			const what = `Receiving ${basename(file)}`;
			const received = await withProgress({ say, what }, () =>
				receiveFile(createReadStream(file), { ...receiving, database, name: basename(file) })
			);
			if (received.ok) sayReceived(received.value).forEach((line) => say(line));
			else refuse(file, sayProblems(received.problems));
		}
	} finally {
		await database.close();
	}
}

function refuse(file: string, problems: readonly string[]): void {
	process.exitCode = 1;
	complain(`${basename(file)} was not taken in, and nothing of it was done:`);
	for (const problem of problems) complain(`  ${problem}.`);
}
