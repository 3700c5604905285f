/** Modules that nothing leads to. Entry points are what a person, npm, SvelteKit or a tool opens by name. */
import { importsOf, targetOf } from '../source/imports.ts';
import { isConfiguration, type Fault, type Source } from '../source/source.ts';

const ENTRY_POINTS = [
	/^src\/routes\/.*\/?\+[^/]+$/,
	/^src\/(hooks|hooks\.server|hooks\.client|app\.d|service-worker)\.ts$/,
	/^src\/params\//,
	/^server\/(start\.js|main\.ts|serve\/dev\.ts)$/,
	/^server\/commands\/[^/]+\.ts$/,
	/^server\/db\/schema\.ts$/,
	/\.(test|spec)\.ts$/,
	/^tests\/(run\.js|quiet\.ts|laws\/(same-seed|other-seeds)\.ts)$/,
	/^tests\/[^/]+\/run\.ts$/,
	/^tests\/bench\/(client|floor\/pipeline|telephony\/(switch|hostile|officers|least))\.ts$/,
	/^tests\/flows\/(database|nodes\/node)\.ts$/
];

export function deadModules(sources: readonly Source[]): Fault[] {
	const byPath = new Map(sources.map((source) => [source.path, source]));
	const alive = new Set<string>();
	const waiting = sources.map(({ path }) => path).filter(isEntryPoint);
	for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
		const source = byPath.get(path);
		if (!source || alive.has(path)) continue;
		alive.add(path);
		waiting.push(...targetsOf(source));
	}
	const dead = sources.filter(({ path }) => !alive.has(path));
	const needed = new Set(dead.flatMap(targetsOf));
	const heads = dead.filter(({ path }) => !needed.has(path));
	return (heads.length > 0 ? heads : dead).map(({ path }) => ({
		path,
		line: 1,
		says: 'is reached by nothing: import it where it is needed, or delete it and what only it needs. (A new kind of entry point goes on the list in tests/tidy/dead.ts.)'
	}));
}

function targetsOf(source: Source): string[] {
	return importsOf(source).flatMap((one) => targetOf(source.path, one.specifier) ?? []);
}

function isEntryPoint(path: string): boolean {
	return isConfiguration(path) || ENTRY_POINTS.some((pattern) => pattern.test(path));
}
