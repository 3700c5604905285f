/** Reads the project's own files from the disk, once for all rules. What tools make or recordings hold is left out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceOf, type Source } from './source.ts';

const TOP = join(import.meta.dirname, '..', '..');
const FLOORS = ['shared', 'server', 'src', 'tests'];
const LEFT_OUT = new Set(['node_modules', 'recordings', 'migrations', 'test-results']);

export type TextFile = { path: string; text: string };

/** Every module and component of the floors, and the configuration at the top. */
export function projectSources(): Source[] {
	return [...filesAtTop(), ...FLOORS.flatMap(filesIn)]
		.filter((path) => /\.(ts|js|svelte)$/.test(path))
		.map((path) => sourceOf(path, read(path)));
}

/** Everything a person wrote as text, data included. */
export function projectTexts(): TextFile[] {
	return [...filesAtTop(), ...FLOORS.flatMap(filesIn)]
		.filter((path) => /\.(ts|js|svelte|json|html|css|md|csv|sql|txt)$/.test(path))
		.filter((path) => path !== 'package-lock.json')
		.map((path) => ({ path, text: read(path) }));
}

/** The packages a product needs to run, and those only its making needs. */
export function declaredPackages(): { running: Set<string>; making: Set<string> } {
	const declared = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
	return {
		running: new Set([
			...Object.keys(declared['dependencies'] ?? {}),
			...Object.keys(declared['optionalDependencies'] ?? {})
		]),
		making: new Set(Object.keys(declared['devDependencies'] ?? {}))
	};
}

function read(path: string): string {
	return readFileSync(join(TOP, path), 'utf8');
}

function filesAtTop(): string[] {
	return readdirSync(TOP, { withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
		.map((entry) => entry.name);
}

function filesIn(folder: string): string[] {
	return readdirSync(join(TOP, folder), { withFileTypes: true }).flatMap((entry) => {
		if (LEFT_OUT.has(entry.name)) return [];
		const path = `${folder}/${entry.name}`;
		return entry.isDirectory() ? filesIn(path) : [path];
	});
}
