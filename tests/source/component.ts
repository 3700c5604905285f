/**
 * The code of a Svelte component as one TypeScript text of the same length and lines: script blocks as they are,
 * every expression of the markup in brackets, all else blank. So one rule reads a module and a component alike.
 */
import { parse } from 'svelte/compiler';

type MarkupNode = { type: string; start: number; end: number };

const STATEMENTS = new Set(['VariableDeclaration', 'FunctionDeclaration', 'Program']);

export function codeOfComponent(text: string): string {
	const root = parse(text, { modern: true });
	const code = text.replace(/[^\n]/g, ' ').split('');
	const keep = ({ start, end }: { start: number; end: number }) => {
		for (let at = start; at < end; at += 1) code[at] = text[at] ?? '';
	};
	for (const script of [root.module, root.instance]) {
		if (!script) continue;
		const { start, end } = script.content as unknown as MarkupNode;
		keep({ start, end });
	}
	for (const expression of expressionsIn(root.fragment)) {
		keep(expression);
		if (STATEMENTS.has(expression.type)) continue;
		if (expression.start > 0) code[expression.start - 1] = '(';
		code[expression.end] = ')';
	}
	return code.join('');
}

/** The outermost JavaScript expressions under a piece of markup. Svelte's own nodes are not of the language. */
function expressionsIn(node: unknown): MarkupNode[] {
	if (Array.isArray(node)) return node.flatMap(expressionsIn);
	if (!isNode(node)) return node && typeof node === 'object' ? childrenOf(node) : [];
	return isOfMarkup(node) ? childrenOf(node) : [node];
}

function childrenOf(node: object): MarkupNode[] {
	return Object.entries(node)
		.filter(([name, child]) => name !== 'metadata' && child && typeof child === 'object')
		.flatMap(([, child]) => expressionsIn(child));
}

function isNode(node: unknown): node is MarkupNode {
	return (
		typeof node === 'object' &&
		node !== null &&
		'type' in node &&
		'start' in node &&
		typeof node.start === 'number'
	);
}

const MARKUP =
	/^(Fragment|Root|Text|Comment|Component|TitleElement|RegularElement|SlotElement|LetDirective|Attribute|.*Tag|.*Block|.*Directive|Svelte.*|SpreadAttribute|AttachTag)$/;

function isOfMarkup(node: MarkupNode): boolean {
	return MARKUP.test(node.type);
}
