/**
 * The database of this run: the embedded one, started here and started again at the same address should it die, or
 * the one DATABASE_URL names, which is somebody else's to keep.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { stopwatch } from '../clock.ts';
import { startPostgres, type Postgres } from '../db/embedded.ts';
import type { Say } from '../progress.ts';
import { sentence } from '../sentence.ts';
import { countDeaths } from './deaths.ts';

export type KeptDatabase = Readonly<{
	url: string;
	/** Rejects with a sentence when it was given up; resolves when it was stopped. */
	ended: Promise<void>;
	stop: () => Promise<void>;
}>;

export async function keepDatabase({
	dataDir,
	say
}: {
	dataDir: string;
	say: Say;
}): Promise<KeptDatabase> {
	const deaths = countDeaths();
	const clock = stopwatch();
	let current: Postgres = await startPostgres({ dataDir, say });
	const { url } = current;
	const port = Number(new URL(url).port);
	let isStopping = false;

	async function keepRunning(): Promise<void> {
		for (;;) {
			await current.ended;
			if (isStopping) return;
			const next = deaths.note(clock());
			if (!next.again) {
				throw sentence(
					`The database stopped five times within a minute and is not started again: the last lines of ${dataDir}/postgres.log say why.`
				);
			}
			say('The database stopped unexpectedly and is started again.');
			// What is left of the old one lets go of its memory first.
			await pause(next.afterMs + 500);
			if (!isStopping) current = await startPostgres({ dataDir, say, port });
		}
	}

	return {
		url,
		ended: keepRunning(),
		async stop() {
			isStopping = true;
			await current.stop();
		}
	};
}
