/** No two modules may need each other, through however many others: neither could then be read, tested or moved alone. */
import { importsOf, targetOf } from '../source/imports.ts';
import type { Fault, Source } from '../source/source.ts';

export function importCycles(sources: readonly Source[]): Fault[] {
	const arrows = new Map(sources.map((source) => [source.path, targetsOf(source)]));
	const done = new Set<string>();
	const cycles: string[][] = [];
	const visit = (path: string, trail: readonly string[]) => {
		const seenAt = trail.indexOf(path);
		if (seenAt >= 0) {
			cycles.push(trail.slice(seenAt));
			return;
		}
		if (done.has(path)) return;
		for (const target of arrows.get(path) ?? []) visit(target, [...trail, path]);
		done.add(path);
	};
	for (const path of arrows.keys()) visit(path, []);
	return cycles.map((cycle) => ({
		path: cycle[0] ?? '',
		line: 1,
		says: `imports itself in a circle: ${[...cycle, cycle[0]].join(' -> ')}. Move what they share into a module of its own that imports neither.`
	}));
}

function targetsOf(source: Source): string[] {
	return importsOf(source).flatMap((one) => targetOf(source.path, one.specifier) ?? []);
}
