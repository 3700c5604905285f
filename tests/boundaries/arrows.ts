/**
 * Which file may import which: floors (shared decides, server remembers and tells, src shows), the order of the rooms
 * on the shared floor, and the packages each floor may lean on. The order is that of the map in the README.
 */
import { importsOf, packageOf, targetOf, type Import } from '../source/imports.ts';
import { faultAt, floorOf, isTest, roomOf, type Fault, type Source } from '../source/source.ts';

/** A room may import those before it, and itself. */
export const ROOMS = [
	'money',
	'time',
	'law',
	'officers',
	'customers',
	'debts',
	'income',
	'affordability',
	'arrangements',
	'outcomes',
	'guide',
	'calls',
	'contacts',
	'monitoring',
	'realtime'
] as const;

const SHARED_PACKAGES = new Set([
	'decimal.js',
	'zod',
	'libphonenumber-js',
	'temporal-polyfill',
	'@skyra/jaro-winkler',
	'double-metaphone'
]);
const TEST_PACKAGES = new Set(['vitest', 'fast-check']);
/** These open a database, a port or a log: the page has them only through tRPC and the socket. */
const SERVER_PACKAGES = new Set(['postgres', 'drizzle-orm', 'pino', 'pg-boss', 'socket.io']);

export function brokenArrows(sources: readonly Source[]): Fault[] {
	return sources.flatMap((source) =>
		importsOf(source).flatMap((one) => {
			const says = objection(source.path, one);
			return says ? [faultAt(source, one.node, says)] : [];
		})
	);
}

/** Packages that package.json does not name, or names only for the making of the product. */
export function undeclaredPackages(
	sources: readonly Source[],
	declared: { running: ReadonlySet<string>; making: ReadonlySet<string> }
): Fault[] {
	return sources.flatMap((source) =>
		importsOf(source).flatMap((one) => {
			const name = packageOf(one.specifier);
			if (!name || declared.running.has(name)) return [];
			const mayUseMaking = one.isTypeOnly || isTest(source.path) || floorOf(source.path) === 'root';
			if (mayUseMaking && declared.making.has(name)) return [];
			const list = mayUseMaking ? 'devDependencies' : 'dependencies';
			return [faultAt(source, one.node, `imports ${name}: name it in package.json's ${list}.`)];
		})
	);
}

function objection(importer: string, one: Import): string | null {
	const target = targetOf(importer, one.specifier);
	const floor = floorOf(importer);
	if (floor === 'root' || floor === 'tests') return null;
	if (target === null) return packageObjection(importer, one);
	const to = floorOf(target);
	if (to === 'tests' && isTest(importer)) return null;
	if (isSample(target) && !mayHaveSample(importer))
		return `imports ${target}: that is a sample, and policy lives in the database. Take the policy in force as an argument.`;
	if (floor === 'shared') return sharedObjection(importer, target);
	if (floor === 'server') {
		if (to === 'server' || to === 'shared') return null;
		if (target.startsWith('build/')) return null;
		return `imports ${target}: server may import only server and shared. Move what both need to shared.`;
	}
	return srcObjection(importer, target, one);
}

/** A new council begins with it, the demo's books were kept by it, and the gallery shows it: nothing else may. */
function mayHaveSample(importer: string): boolean {
	const isOwn = isSample(importer) || importer === 'server/law/first-policy.ts';
	return isOwn || isTest(importer) || /^(server\/db\/seed|src\/routes\/gallery)\//.test(importer);
}

function isSample(path: string): boolean {
	return path.startsWith('shared/law/northmere/');
}

function sharedObjection(importer: string, target: string): string | null {
	if (floorOf(target) !== 'shared') {
		return `imports ${target}: shared may import only shared. Pass what it needs in as an argument.`;
	}
	const from = roomOf(importer);
	const to = roomOf(target);
	const unknown = [from, to].find((room) => placeOf(room) < 0);
	if (unknown !== undefined) {
		return `imports ${target}: ${unknown ?? 'a loose file'} is not a room of shared. Give it a place in ROOMS of tests/boundaries/arrows.ts and in the README's map.`;
	}
	if (placeOf(to) <= placeOf(from)) return null;
	return `imports ${target}: ${from} stands before ${to} and may not know it. Turn the arrow round, or move the shared idea to a room before both.`;
}

function placeOf(room: string | null): number {
	return (ROOMS as readonly (string | null)[]).indexOf(room);
}

function srcObjection(importer: string, target: string, one: Import): string | null {
	const to = floorOf(target);
	if (importer.startsWith('src/lib/ui/')) return partObjection(target);
	if (to === 'src' || to === 'shared') return null;
	if (to === 'server') {
		const isApp = importer === 'src/app.d.ts' || one.names.every((name) => name === 'AppRouter');
		if (one.isTypeOnly && isApp) return null;
		return `imports ${target}: src takes nothing from server but \`import type { AppRouter }\` (and the app's type in app.d.ts). A rule belongs in shared, a question in a tRPC procedure.`;
	}
	return `imports ${target}: src may import only src and shared.`;
}

function partObjection(target: string): string | null {
	if (/^(src\/lib\/ui|shared\/money|shared\/time)\//.test(target)) return null;
	return `imports ${target}: a part in src/lib/ui knows no domain word. Pass what it shows in as a property, or move the part to the room it speaks of.`;
}

function packageObjection(importer: string, { specifier, isTypeOnly }: Import): string | null {
	const name = packageOf(specifier);
	if (isTest(importer) && (name === null || TEST_PACKAGES.has(name))) return null;
	if (floorOf(importer) === 'shared') {
		if (name !== null && SHARED_PACKAGES.has(name)) return null;
		return `imports ${specifier}: shared is pure and leans only on ${[...SHARED_PACKAGES].join(', ')}. Have the server fetch it and pass it in.`;
	}
	if (/^\$env\//.test(specifier)) {
		return `imports ${specifier}: only server/env.ts reads the environment. Ask for the value through event.locals.app.`;
	}
	if (floorOf(importer) === 'server') {
		if (!/^\$|^svelte(\/|$)|^@sveltejs\/kit/.test(specifier)) return null;
		return `imports ${specifier}: server does not know the screens. Move what needs it to src.`;
	}
	if (isTypeOnly || !name) return nodeObjection(importer, specifier);
	if (!SERVER_PACKAGES.has(name)) return null;
	return `imports ${specifier}: that belongs to server. Ask by tRPC, hear by the socket.`;
}

/** A page's server half may use node; what also runs in the browser may not. */
function nodeObjection(importer: string, specifier: string): string | null {
	if (!specifier.startsWith('node:') || /(\.server|\+server)\.ts$/.test(importer)) return null;
	return `imports ${specifier}: this file also runs in the browser, which has no node.`;
}
