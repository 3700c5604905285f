/** What a file imports, in every form the language has for it, and which file of the project that is. */
import { posix } from 'node:path';
import ts from 'typescript';
import { nodesUnder, type Source } from './source.ts';

export type Import = {
	specifier: string;
	/** What is taken by name; `*` for a whole namespace, nothing for an import for its effect. */
	names: readonly string[];
	/** Nothing of it is left when the program runs. */
	isTypeOnly: boolean;
	node: ts.Node;
};

export function importsOf(source: Source): Import[] {
	const found: Import[] = [];
	for (const node of nodesUnder(source.tree)) {
		const one = importAt(node);
		if (one) found.push(one);
	}
	return found;
}

/** The path in the project, or null for a package, a `node:` module and what SvelteKit makes up. */
export function targetOf(importer: string, specifier: string): string | null {
	if (specifier.startsWith('#')) return specifier.slice(1);
	if (specifier.startsWith('$lib/')) return `src/lib/${specifier.slice(5)}`;
	if (!specifier.startsWith('.') || /\/\$types(\.js)?$/.test(specifier)) return null;
	return posix.join(posix.dirname(importer), specifier.replace(/\?.*$/, ''));
}

/** `drizzle-orm` for `drizzle-orm/pg-core`; null for what is not a package. */
export function packageOf(specifier: string): string | null {
	if (/^(\.|#|\$|node:|virtual:)/.test(specifier)) return null;
	const parts = specifier.split('/');
	return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? null);
}

function importAt(node: ts.Node): Import | null {
	if (ts.isImportDeclaration(node)) return declared(node);
	if (ts.isExportDeclaration(node)) return reExported(node);
	if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
		const name = node.qualifier?.getText() ?? '*';
		return made(node, node.argument.literal, { names: [name], isTypeOnly: true });
	}
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
		return made(node, node.arguments[0], { names: ['*'], isTypeOnly: false });
	}
	return null;
}

function declared(node: ts.ImportDeclaration): Import | null {
	const clause = node.importClause;
	const bindings = clause?.namedBindings;
	const named = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
	const names = [
		...(clause?.name ? ['default'] : []),
		...(bindings && ts.isNamespaceImport(bindings) ? ['*'] : []),
		...named.map((element) => (element.propertyName ?? element.name).text)
	];
	const onlyTypesNamed =
		named.length > 0 && named.length === names.length && named.every((one) => one.isTypeOnly);
	const isTypeOnly = clause?.isTypeOnly === true || onlyTypesNamed;
	return made(node, node.moduleSpecifier, { names, isTypeOnly });
}

function reExported(node: ts.ExportDeclaration): Import | null {
	const clause = node.exportClause;
	const names =
		clause && ts.isNamedExports(clause)
			? clause.elements.map((element) => (element.propertyName ?? element.name).text)
			: ['*'];
	return made(node, node.moduleSpecifier, { names, isTypeOnly: node.isTypeOnly });
}

function made(
	node: ts.Node,
	from: ts.Node | undefined,
	what: Pick<Import, 'names' | 'isTypeOnly'>
): Import | null {
	if (!from || !ts.isStringLiteralLike(from)) return null;
	return { specifier: from.text, node, ...what };
}
