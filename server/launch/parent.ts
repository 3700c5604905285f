/**
 * The small parent of `npm start` and `npm run dev`: brings the database up, builds the pages when they changed, keeps
 * the server running, and takes everything down in order when asked: the server first, the database last.
 */
import { openSync, renameSync, existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../env.ts';
import { complain, isReadByAPerson, say } from '../say.ts';
import { sentenceOf } from '../sentence.ts';
import { readArguments, type Asked } from './arguments.ts';
import { seeThatNobodyKeeps } from '../db/embedded.ts';
import { buildWhenStale } from './build.ts';
import { keepDatabase, type KeptDatabase } from './database.ts';
import { seeThatPortIsFree } from './port.ts';
import { startServer } from './server-process.ts';
import { settingsOf, type RunSettings } from './settings.ts';
import { supervise, type Supervised } from './supervise.ts';

export async function run(args: readonly string[]): Promise<void> {
	try {
		await live(readArguments(args));
	} catch (error) {
		const because = sentenceOf(error);
		if (because === null) throw error;
		complain(because);
		process.exitCode = 1;
	}
	// Whatever still has a timer or a file open has nothing left to do.
	process.exit();
}

async function live(asked: Asked): Promise<void> {
	const stopping = askedToStop();
	const settings = settingsOf(asked, say);
	if (settings.dataDir) seeThatNobodyKeeps(settings.dataDir);
	await seeThatPortIsFree(settings.env);
	const database = settings.dataDir ? await keepDatabase({ dataDir: settings.dataDir, say }) : null;
	const ends = [stopping.first, ...(database ? [database.ended] : [])];
	try {
		if (!asked.dev) await Promise.race([buildWhenStale(say, { up: stopping.signal }), ...ends]);
		if (!stopping.signal.aborted) await keepServing({ asked, settings, database, stopping });
	} finally {
		await database?.stop();
	}
}

async function keepServing({
	asked,
	settings,
	database,
	stopping
}: {
	asked: Asked;
	settings: RunSettings;
	database: KeptDatabase | null;
	stopping: Stopping;
}): Promise<void> {
	const log = logOf(settings.dataDir);
	const server = supervise({
		say,
		logName: log.name,
		start: (hear) =>
			startServer({
				script: asked.dev ? 'server/serve/dev.ts' : 'server/main.ts',
				environment: {
					...settings.environment,
					...(database ? { DATABASE_URL: database.url } : {})
				},
				output: log.output,
				hear
			})
	});
	const ends = [server.ended, stopping.first, ...(database ? [database.ended] : [])];
	try {
		await Promise.race(ends);
	} finally {
		await stop(server, stopping);
	}
}

async function stop(server: Supervised, stopping: Stopping): Promise<void> {
	if (stopping.signal.aborted) say('Stopping. Once more stops at once.');
	stopping.again(() => server.kill());
	await server.stop();
}

type Stopping = {
	/** Settles at the first Ctrl+C or request to end, and so does the signal. */
	first: Promise<void>;
	signal: AbortSignal;
	/** What to do at each further one. */
	again: (act: () => void) => void;
};

function askedToStop(): Stopping {
	const asked = new AbortController();
	let act = () => {};
	const first = new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => {
				if (asked.signal.aborted) act();
				asked.abort();
				resolve();
			});
		}
	});
	return { first, signal: asked.signal, again: (next) => void (act = next) };
}

/** A person at a terminal reads what we say, not the record: that goes to a file, the last run's kept beside it. */
function logOf(dataDir: string | null): { output: number | 'inherit'; name: string } {
	if (dataDir === null || !isReadByAPerson()) return { output: 'inherit', name: 'the log' };
	const file = join(dataDir, 'server.log');
	if (existsSync(file)) renameSync(file, `${file}.1`);
	return { output: openSync(file, 'a', 0o600), name: relative(ROOT, file) };
}
