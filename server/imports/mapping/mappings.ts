/**
 * The mappings there are: those that come with the product and, before them, a council's own of the same name in the
 * data folder, so that an upgrade never takes a council's layout away.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMapping, type MappingRead } from './mapping.ts';

const SHIPPED = join(import.meta.dirname, '..', 'mappings');

/** By name, each once, in order. */
export function mappingNames(dataDir: string): readonly string[] {
	const names = [SHIPPED, ownFolder(dataDir)].flatMap((folder) =>
		existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : []
	);
	return [...new Set(names.map((file) => file.replace(/\.json$/, '')))].toSorted();
}

export function mappingNamed(name: string, dataDir: string): MappingRead {
	const names = mappingNames(dataDir);
	if (!names.includes(name)) {
		return {
			ok: false,
			because: [`There is no mapping of that name. There are: ${names.join(', ')}.`]
		};
	}
	const own = join(ownFolder(dataDir), `${name}.json`);
	const file = existsSync(own) ? own : join(SHIPPED, `${name}.json`);
	const written = parsed(readFileSync(file, 'utf8'));
	if (written === undefined) {
		return {
			ok: false,
			because: [`The mapping in ${file} is not JSON: a comma or a bracket is wrong.`]
		};
	}
	const read = readMapping(name, written);
	if (read.ok) return read;
	return { ok: false, because: [`The mapping in ${file} cannot be used.`, ...read.because] };
}

function ownFolder(dataDir: string): string {
	return join(dataDir, 'mappings');
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
