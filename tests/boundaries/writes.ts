/**
 * A table is written only in its own room of the server, so that what must be true of its rows is kept in one place;
 * another room calls that room's command with its own transaction. Reading is freer: any room's `queries.ts` may read
 * any table, and a `tables.ts` may name another's for a foreign key. The books are opened by server/db, which
 * migrates and seeds all of them; the sign-in tables are written by better-auth alone.
 */
import ts from 'typescript';
import { importsOf, targetOf } from '../source/imports.ts';
import { faultAt, isTest, nodesUnder, roomOf, type Fault, type Source } from '../source/source.ts';

type Table = { sqlName: string; exportName: string; room: string };

const SIGN_IN = /^auth_/;
const isTablesFile = (path: string) => /^server\/(?:[^/]+\/)+tables\.ts$/.test(path);
const isQueriesFile = (path: string) => /^server\/[^/]+\/queries\.ts$/.test(path);
/** Migrates, seeds and proves every table, before anybody uses them. */
const opensTheBooks = (path: string) => /^server\/(db|commands)\//.test(path);

export function brokenTableRules(sources: readonly Source[]): Fault[] {
	const tables = sources.filter(({ path }) => isTablesFile(path)).flatMap(tablesIn);
	const onServer = sources.filter(({ path }) => path.startsWith('server/') && !isTest(path));
	return onServer.flatMap((source) => [
		...(isTablesFile(source.path) ? tablesFileFaults(source) : tableImportFaults(source)),
		...(opensTheBooks(source.path) ? [] : writeFaults(source, tables))
	]);
}

/** `export const debts = pgTable('debts', ...)` */
function tablesIn(source: Source): Table[] {
	const found: Table[] = [];
	for (const node of nodesUnder(source.tree)) {
		if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) continue;
		const made = node.initializer;
		if (!made || !ts.isCallExpression(made) || made.expression.getText() !== 'pgTable') continue;
		const [name] = made.arguments;
		if (!name || !ts.isStringLiteralLike(name)) continue;
		found.push({
			sqlName: name.text,
			exportName: node.name.text,
			room: roomOf(source.path) ?? ''
		});
	}
	return found;
}

function tablesFileFaults(source: Source): Fault[] {
	return importsOf(source).flatMap(({ specifier, node }) => {
		const target = targetOf(source.path, specifier);
		const isAllowed = target
			? specifier.startsWith('.') &&
				(isTablesFile(target) || target === 'server/db/columns.ts' || target.startsWith('shared/'))
			: /^drizzle-orm(\/|$)/.test(specifier);
		if (isAllowed) return [];
		return [
			faultAt(
				source,
				node,
				`imports ${specifier}: a tables.ts imports only drizzle-orm, db/columns.ts, other tables.ts and shared, by relative paths (drizzle-kit reads it with its own loader).`
			)
		];
	});
}

function tableImportFaults(source: Source): Fault[] {
	if (opensTheBooks(source.path) || isQueriesFile(source.path)) return [];
	return importsOf(source).flatMap(({ specifier, isTypeOnly, node }) => {
		const target = targetOf(source.path, specifier);
		if (!target || isTypeOnly || !isTablesFile(target)) return [];
		if (roomOf(target) === roomOf(source.path)) return [];
		return [
			faultAt(
				source,
				node,
				`imports ${target}: only a queries.ts reads another room's tables. Ask that room's queries.ts or call its command.`
			)
		];
	});
}

function writeFaults(source: Source, tables: readonly Table[]): Fault[] {
	const named = tablesNamedIn(source, tables);
	const faults: Fault[] = [];
	for (const node of nodesUnder(source.tree)) {
		for (const table of writtenAt(node, { named, tables })) {
			const says = writeObjection(source.path, table);
			if (says) faults.push(faultAt(source, node, says));
		}
	}
	return faults;
}

function writeObjection(path: string, table: Table): string | null {
	if (SIGN_IN.test(table.sqlName)) {
		return `writes ${table.sqlName}: better-auth alone writes the sign-in tables. Call its API.`;
	}
	if (isQueriesFile(path)) {
		return `writes ${table.sqlName}: a queries.ts only reads. Give the command a file of its own, named by its verb.`;
	}
	if (roomOf(path) === table.room) return null;
	return `writes ${table.sqlName}: that table belongs to ${table.room}. Call a command of server/${table.room} and pass it your transaction.`;
}

/** By the name they have in this file, `debts` or `schema.debts`. */
function tablesNamedIn(source: Source, tables: readonly Table[]): Map<string, Table> {
	const named = new Map<string, Table>();
	for (const { node, specifier } of importsOf(source)) {
		const target = targetOf(source.path, specifier) ?? '';
		const isAll = target === 'server/db/schema.ts';
		if (!ts.isImportDeclaration(node) || !(isAll || isTablesFile(target))) continue;
		for (const table of tables) {
			const name = localName(node, table.exportName);
			if (name && (isAll || table.room === roomOf(target))) named.set(name, table);
		}
	}
	return named;
}

function localName(node: ts.ImportDeclaration, exportName: string): string | null {
	const bindings = node.importClause?.namedBindings;
	if (!bindings) return null;
	if (ts.isNamespaceImport(bindings)) return `${bindings.name.text}.${exportName}`;
	const element = bindings.elements.find(
		(one) => (one.propertyName ?? one.name).text === exportName
	);
	return element ? element.name.text : null;
}

type Known = { named: ReadonlyMap<string, Table>; tables: readonly Table[] };

function writtenAt(node: ts.Node, { named, tables }: Known): Table[] {
	if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
		const isWrite = /^(insert|update|delete)$/.test(node.expression.name.text);
		const table = isWrite && node.arguments[0] ? named.get(node.arguments[0].getText()) : undefined;
		return table ? [table] : [];
	}
	if (ts.isStringLiteralLike(node)) return writtenBySql(node.text, tables);
	if (ts.isTemplateExpression(node)) return writtenBySql(sqlOf(node, named), tables);
	return [];
}

function sqlOf(node: ts.TemplateExpression, named: ReadonlyMap<string, Table>): string {
	return node.templateSpans.reduce((text, span) => {
		const table = named.get(span.expression.getText());
		return `${text}${table ? table.sqlName : '$1'}${span.literal.text}`;
	}, node.head.text);
}

const WRITES =
	/\b(?:insert\s+into|merge\s+into|delete\s+from|truncate(?:\s+table)?|copy|update(?=\s+(?:only\s+)?[\w".]+\s+(?:(?:as\s+)?\w+\s+)?set\b))\s+(?:only\s+)?(?:"?public"?\.)?"?(\w+)"?/gi;

function writtenBySql(text: string, tables: readonly Table[]): Table[] {
	return [...text.matchAll(WRITES)].flatMap(
		([, name]) => tables.find((table) => table.sqlName === name?.toLowerCase()) ?? []
	);
}
