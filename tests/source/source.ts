/**
 * One file of the project as the rules about the code see it: where it stands, its text, and its tree by TypeScript's
 * own parser. A component's tree holds its script blocks and the expressions of its markup, on their own lines.
 */
import ts from 'typescript';
import { codeOfComponent } from './component.ts';

export type Floor = 'shared' | 'server' | 'src' | 'tests' | 'root';

export type Source = {
	/** From the project's top, with forward slashes: `shared/money/pence.ts`. */
	path: string;
	text: string;
	tree: ts.SourceFile;
};

/** A broken rule: where, and what to do about it. */
export type Fault = { path: string; line: number; says: string };

export function sourceOf(path: string, text: string): Source {
	const isComponent = path.endsWith('.svelte');
	const code = isComponent ? codeOfComponent(text) : text;
	const kind = path.endsWith('.js') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
	return { path, text, tree: ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind) };
}

export function floorOf(path: string): Floor {
	const [first = ''] = path.split('/');
	return first === 'shared' || first === 'server' || first === 'src' || first === 'tests'
		? first
		: 'root';
}

/** `shared/money/pence.ts` and `src/lib/money/Amount.svelte` are both of `money`; what lies loose has no room. */
export function roomOf(path: string): string | null {
	const parts = path.split('/');
	const folders = parts[0] === 'src' && parts[1] === 'lib' ? parts.slice(2) : parts.slice(1);
	return folders.length > 1 ? (folders[0] ?? null) : null;
}

export function isTest(path: string): boolean {
	return /\.(test|spec)\.ts$/.test(path) || path.startsWith('tests/');
}

/** What a tool reads by its name rather than by an import. */
export function isConfiguration(path: string): boolean {
	return /\.config\.(ts|js)$/.test(path);
}

export function faultAt(source: Source, node: ts.Node, says: string): Fault {
	const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree));
	return { path: source.path, line: line + 1, says };
}

/** Every node under `node`, parents before children. */
export function* nodesUnder(node: ts.Node): Generator<ts.Node> {
	const children: ts.Node[] = [];
	ts.forEachChild(node, (child) => void children.push(child));
	for (const child of children) {
		yield child;
		yield* nodesUnder(child);
	}
}

/** For an assertion: one line a fault, so that a failing test reads as a list of things to do. */
export function told(faults: readonly Fault[]): string[] {
	return faults.map(({ path, line, says }) => `${path}:${line} ${says}`);
}
