/** The parts of TypeScript the house does without, and comments that switch a tool off or leave work behind. */
import ts from 'typescript';
import {
	faultAt,
	isConfiguration,
	isTest,
	nodesUnder,
	type Fault,
	type Source
} from '../source/source.ts';

/** State that lives in an object: a screen's controller, what speaks to a switch, the calls that are up now. */
const MAY_HAVE_CLASSES =
	/\.svelte\.ts$|^server\/telephony\/|^server\/contacts\/heard\/live-calls\.ts$/;

export function bannedLanguage(source: Source): Fault[] {
	return [...nodesUnder(source.tree)].flatMap((node) => {
		const says = languageObjection(source.path, node);
		return says ? [faultAt(source, node, says)] : [];
	});
}

function languageObjection(path: string, node: ts.Node): string | null {
	if (node.kind === ts.SyntaxKind.AnyKeyword) {
		return 'uses any: say what it is, or take unknown and look at it before use.';
	}
	if (ts.isNonNullExpression(node) || ('exclamationToken' in node && node.exclamationToken)) {
		return 'uses "!" against the type checker: handle the missing case, or refuse it.';
	}
	if (ts.isEnumDeclaration(node)) {
		return 'declares an enum: a union of string literals says the same and needs no code.';
	}
	if (isDefaultExport(node) && !isConfiguration(path) && !path.endsWith('.svelte')) {
		return 'has a default export: export it by its name, so that it is called the same everywhere.';
	}
	if (ts.isClassLike(node) && !isTest(path) && !MAY_HAVE_CLASSES.test(path)) {
		return 'declares a class: write functions over plain values. Only *.svelte.ts controllers and telephony adapters are classes.';
	}
	return null;
}

function isDefaultExport(node: ts.Node): boolean {
	if (ts.isExportAssignment(node)) return true;
	return ts.canHaveModifiers(node)
		? (ts.getModifiers(node) ?? []).some((one) => one.kind === ts.SyntaxKind.DefaultKeyword)
		: false;
}

export function bannedComments(source: Source): Fault[] {
	return commentsIn(source).flatMap(({ text, at }) => {
		const says = commentObjection(text);
		if (!says) return [];
		const { line } = source.tree.getLineAndCharacterOfPosition(at);
		return [{ path: source.path, line: line + 1, says }];
	});
}

function commentObjection(text: string): string | null {
	if (/@ts-(ignore|nocheck|expect-error)/.test(text)) {
		return 'silences the type checker: make the types true instead.';
	}
	if (/eslint-disable|prettier-ignore|svelte-ignore/.test(text) && !/ -- \S|\(.{8,}\)/.test(text)) {
		return 'switches a tool off without saying why: mend the cause, or add " -- " and the reason (svelte: the reason in brackets).';
	}
	if (/\b(FIXME|XXX|HACK)\b|\bTODO\b(?!\(\S)/.test(text)) {
		return 'leaves work behind without an owner: do it, file an issue, or write TODO(name).';
	}
	return null;
}

/** Comments stand before tokens, or after the last of a line; every token is asked for both. */
function commentsIn(source: Source): { text: string; at: number }[] {
	const code = source.tree.text;
	const found = new Map<number, string>();
	const keep = (ranges: readonly ts.CommentRange[] | undefined) => {
		for (const { pos, end } of ranges ?? []) found.set(pos, code.slice(pos, end));
	};
	for (const token of tokensOf(source.tree)) {
		if (token.kind !== ts.SyntaxKind.JsxText) {
			keep(ts.getLeadingCommentRanges(code, token.pos));
			keep(ts.getTrailingCommentRanges(code, token.end));
		}
	}
	if (source.path.endsWith('.svelte')) {
		for (const match of source.text.matchAll(/<!--[\s\S]*?-->/g)) found.set(match.index, match[0]);
	}
	return [...found].map(([at, text]) => ({ at, text }));
}

function* tokensOf(tree: ts.SourceFile): Generator<ts.Node> {
	const waiting: ts.Node[] = [tree];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		const children = node.getChildren(tree);
		if (children.length === 0) yield node;
		waiting.push(
			...children.filter(
				(child) =>
					child.kind < ts.SyntaxKind.FirstJSDocNode || child.kind > ts.SyntaxKind.LastJSDocNode
			)
		);
	}
}
