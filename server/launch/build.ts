/**
 * Builds the pages when what they are made from has changed. A mark of the contents of every such file is kept with
 * the build, so that a file that was only touched, checked out or copied builds nothing.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { environmentWith, ROOT } from '../env.ts';
import { withProgress, type Say } from '../progress.ts';
import { sentence } from '../sentence.ts';

const run = promisify(execFile);

const FOLDERS = ['src', 'shared', 'static'];
const FILES = [
	'package-lock.json',
	'package.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/** Of the sources under `root`, in an order that no file system decides. */
export function markOfSources(root: string): string {
	const folders = FOLDERS.map((folder) => join(root, folder)).filter((folder) =>
		existsSync(folder)
	);
	const found = folders.flatMap((folder) =>
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
			.map((entry) => join(entry.parentPath, entry.name))
	);
	const files = [
		...found,
		...FILES.map((file) => join(root, file)).filter((file) => existsSync(file))
	];
	const mark = createHash('sha256');
	for (const file of files.sort()) {
		const contents = createHash('sha256').update(readFileSync(file)).digest('hex');
		mark.update(`${relative(root, file)} ${contents}\n`);
	}
	return mark.digest('hex');
}

export async function buildWhenStale(say: Say, given: { up: AbortSignal }): Promise<void> {
	const mark = markOfSources(ROOT);
	const kept = join(ROOT, 'build/.stamp');
	if (existsSync(kept) && readFileSync(kept, 'utf8') === mark) return;
	await withProgress({ say, what: 'Building the pages' }, () => build(given.up));
	writeFileSync(kept, mark);
}

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
