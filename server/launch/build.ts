/** Builds the pages when what they are made from has changed since they were last built, by whatever command. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environmentWith, ROOT } from '../env.ts';
import { withProgress, type Say } from '../progress.ts';
import { sentence } from '../sentence.ts';
import { isBuiltFrom, markOfSources } from './mark.ts';

const run = promisify(execFile);

export async function buildWhenStale(say: Say, given: { up: AbortSignal }): Promise<void> {
	if (isBuiltFrom(ROOT, markOfSources(ROOT))) return;
	await withProgress({ say, what: 'Building the pages' }, () => build(given.up));
}

/** The build itself keeps the mark: see `vite.config.ts`. */
async function build(signal: AbortSignal): Promise<void> {
	const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
	try {
		await run(process.execPath, [vite, 'build'], {
			cwd: ROOT,
			signal,
			env: environmentWith({ NODE_ENV: 'production' }),
			maxBuffer: 64 * 1024 * 1024
		});
	} catch (error) {
		throw sentence('The pages could not be built: run npm run build to see why.', error);
	}
}
