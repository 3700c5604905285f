/** How long a thing may be before it must be divided, by idea. The limits are those of the house style. */
import ts from 'typescript';
import { faultAt, isTest, nodesUnder, type Fault, type Source } from '../source/source.ts';

const MODULE_LINES = 300;
/** A table of cases or of people reads well at greater length. */
const TABLE_LINES = 400;
const COMPONENT_LINES = 250;
const FUNCTION_LINES = 60;
const PARAMETERS = 3;
const DEPTH = 3;

export function oversized(source: Source): Fault[] {
	const functions = [...nodesUnder(source.tree)].filter(isFunction);
	return [
		...tooLongFile(source),
		...functions.flatMap((one) => [
			...tooLong(source, one),
			...tooManyParameters(source, one),
			...tooDeep(source, one)
		])
	];
}

function tooLongFile(source: Source): Fault[] {
	const lines = source.text.trimEnd().split('\n').length;
	const most = mostLines(source.path);
	if (lines <= most) return [];
	const says = `has ${lines} lines, ${most} at most: divide it by idea into modules that each decide one thing.`;
	return [{ path: source.path, line: most + 1, says }];
}

function mostLines(path: string): number {
	if (path.endsWith('.svelte')) return COMPONENT_LINES;
	return isTest(path) || /^server\/db\/seed/.test(path) ? TABLE_LINES : MODULE_LINES;
}

function tooLong(source: Source, one: ts.FunctionLikeDeclaration): Fault[] {
	if (groupsTests(one) || isTable(one)) return [];
	const lineAt = (position: number) => source.tree.getLineAndCharacterOfPosition(position).line;
	const lines = lineAt(one.end) - lineAt(one.getStart(source.tree)) + 1;
	if (lines <= FUNCTION_LINES) return [];
	const says = `a function of ${lines} lines, ${FUNCTION_LINES} at most: give each paragraph of it a name and a function of its own.`;
	return [faultAt(source, one, says)];
}

/** `describe('...', () => { ... })` is a heading, not a function. */
function groupsTests(one: ts.FunctionLikeDeclaration): boolean {
	return ts.isCallExpression(one.parent) && /^(test\.)?describe\b/.test(one.parent.getText());
}

/** One switch and nothing else is a table: it is read a case at a time, however many there are. */
function isTable(one: ts.FunctionLikeDeclaration): boolean {
	const statements = one.body && ts.isBlock(one.body) ? one.body.statements : [];
	return statements.length === 1 && statements.every((only) => ts.isSwitchStatement(only));
}

/** What others call is counted. A callback has the parameters its caller gives it, a table's row as many as columns. */
function tooManyParameters(source: Source, one: ts.FunctionLikeDeclaration): Fault[] {
	if (isTest(source.path) || !isOffered(one) || one.parameters.length <= PARAMETERS) return [];
	const says = `takes ${one.parameters.length} parameters: pass the main thing first and the rest as one named object.`;
	return [faultAt(source, one, says)];
}

function isOffered(one: ts.FunctionLikeDeclaration): boolean {
	if (ts.isVariableDeclaration(one.parent)) return ts.isSourceFile(one.parent.parent.parent.parent);
	return ts.isSourceFile(one.parent) || ts.isClassLike(one.parent);
}

function tooDeep(source: Source, one: ts.FunctionLikeDeclaration): Fault[] {
	const deepest = one.body ? deepestUnder(one.body, 0) : null;
	if (!deepest) return [];
	const says = `is nested more than ${DEPTH} deep: return early, or name the inner part and move it out.`;
	return [faultAt(source, deepest, says)];
}

/** The first branch or loop beyond the limit, not looking into functions within. */
function deepestUnder(node: ts.Node, depth: number): ts.Node | null {
	return (
		ts.forEachChild(node, (child) => {
			if (isFunction(child)) return null;
			const goesDeeper = isBranch(child) && !isElseIf(child);
			if (goesDeeper && depth === DEPTH) return child;
			return deepestUnder(child, goesDeeper ? depth + 1 : depth);
		}) ?? null
	);
}

function isBranch(node: ts.Node): boolean {
	return (
		ts.isIfStatement(node) ||
		ts.isIterationStatement(node, false) ||
		ts.isSwitchStatement(node) ||
		ts.isTryStatement(node)
	);
}

function isElseIf(node: ts.Node): boolean {
	return ts.isIfStatement(node.parent) && node.parent.elseStatement === node;
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
	return (
		ts.isFunctionDeclaration(node) ||
		ts.isFunctionExpression(node) ||
		ts.isArrowFunction(node) ||
		ts.isMethodDeclaration(node) ||
		ts.isConstructorDeclaration(node) ||
		ts.isAccessor(node)
	);
}
