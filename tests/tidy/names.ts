/** Names that say nothing about what a thing holds, and files not written the way the house writes them. */
import ts from 'typescript';
import {
	faultAt,
	isConfiguration,
	isTest,
	nodesUnder,
	type Fault,
	type Source
} from '../source/source.ts';

const EMPTY_WORDS = [
	'util',
	'helper',
	'common',
	'misc',
	'service',
	'handler',
	'data',
	'info',
	'base',
	'impl',
	'manager'
];
const EMPTY = new RegExp(`^(${EMPTY_WORDS.join('|')})s?$`, 'i');
const INSTEAD = 'name it for what it holds or does, in the words of the README.';

export function emptyNames(source: Source): Fault[] {
	return [...fileFaults(source.path), ...typeFaults(source)];
}

/** Only reports what it re-exports: `index.ts` hides where things live, by whatever name. */
export function barrels(source: Source): Fault[] {
	if (source.path === 'server/db/schema.ts' || isConfiguration(source.path)) return [];
	const isIndex = /(^|\/)index\.(ts|js)$/.test(source.path);
	const { statements } = source.tree;
	const onlyPassesOn =
		statements.length > 0 &&
		statements.every((one) => ts.isExportDeclaration(one) && one.moduleSpecifier);
	if (!isIndex && !onlyPassesOn) return [];
	const says = 'is a barrel: delete it and import each thing from the file that makes it.';
	return [{ path: source.path, line: 1, says }];
}

/** A module opens by saying what it decides. Tests open with their first `describe`, pages with their markup. */
export function silentOpenings(source: Source): Fault[] {
	const isModule = /\.(ts|js)$/.test(source.path) && !isTest(source.path);
	const isFrame = isConfiguration(source.path) || /\/\+|\.d\.ts$/.test(source.path);
	if (!isModule || isFrame || /^(#!.*\n)?\s*(\/\*|\/\/)/.test(source.text)) return [];
	const says =
		'has no opening sentence: begin with a comment of one to five sentences on what it decides and where the rule comes from.';
	return [{ path: source.path, line: 1, says }];
}

function fileFaults(path: string): Fault[] {
	const parts = path.split('/');
	const file = parts.pop() ?? '';
	const name = file.replace(/^\+/, '').replace(/\.[a-z.]+$/, '');
	const fault = (says: string): Fault => ({ path, line: 1, says });
	const emptyFolder = parts.find((folder) => EMPTY.test(folder));
	return [
		...(emptyFolder ? [fault(`lies in a folder called ${emptyFolder}: ${INSTEAD}`)] : []),
		...(EMPTY.test(lastWord(name)) && !isConfiguration(path)
			? [fault(`ends in "${lastWord(name)}", which says nothing: ${INSTEAD}`)]
			: []),
		...(isWellWritten(path, name)
			? []
			: [fault('is not kebab-case (a component: PascalCase): rename the file.')])
	];
}

function isWellWritten(path: string, name: string): boolean {
	if (path.endsWith('.svelte') && !/\/\+[^/]+$/.test(path)) return /^[A-Z][A-Za-z0-9]*$/.test(name);
	return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

function typeFaults(source: Source): Fault[] {
	return [...nodesUnder(source.tree)].flatMap((node) => {
		const isType =
			ts.isTypeAliasDeclaration(node) ||
			ts.isInterfaceDeclaration(node) ||
			ts.isClassDeclaration(node);
		if (!isType || !node.name) return [];
		const name = node.name.text;
		// A manager is a role here.
		if (name === 'Manager' || !EMPTY.test(lastWord(name))) return [];
		return [faultAt(source, node.name, `the type ${name} ends in an empty word: ${INSTEAD}`)];
	});
}

function lastWord(name: string): string {
	return name.split(/[-_.]|(?<=[a-z0-9])(?=[A-Z])/).pop() ?? '';
}
