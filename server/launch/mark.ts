/**
 * A mark of what the pages are made from, kept with their build: a file that was only touched, checked out or copied
 * leaves it as it is, and nothing is built for it.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

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
	const inFolders = FOLDERS.map((folder) => join(root, folder)).flatMap(filesIn);
	const files = [...inFolders, ...FILES.map((file) => join(root, file)).filter(existsSync)];
	const mark = createHash('sha256');
	for (const file of files.sort()) {
		const contents = createHash('sha256').update(readFileSync(file)).digest('hex');
		mark.update(`${relative(root, file)} ${contents}\n`);
	}
	return mark.digest('hex');
}

export function isBuiltFrom(root: string, mark: string): boolean {
	const kept = join(root, KEPT);
	return existsSync(kept) && readFileSync(kept, 'utf8') === mark;
}

export function isBuilt(root: string): boolean {
	return existsSync(join(root, ENTRY));
}

/** Before a new build: what lies there is no longer to be started, though a product that runs from it may go on. */
export function dropBuild(root: string): void {
	for (const file of [KEPT, ENTRY]) rmSync(join(root, file), { force: true });
}

export function keepMark(root: string, mark: string): void {
	writeFileSync(join(root, KEPT), mark);
}

const KEPT = 'build/.stamp';
const ENTRY = 'build/handler.js';

function filesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
		.map((entry) => join(entry.parentPath, entry.name));
}
