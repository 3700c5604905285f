/** One way to the environment, to the clock and to a person's terminal; none at all on the shared floor. */
import ts from 'typescript';
import {
	faultAt,
	floorOf,
	isConfiguration,
	isTest,
	nodesUnder,
	type Fault,
	type Source
} from '../source/source.ts';

/** Plain JavaScript entry points run before the program's own Node is there to read env.ts. */
const MAY_READ_ENVIRONMENT = /^server\/(env\.ts|[\w-]+\.js)$/;
const MAY_READ_CLOCK = /^server\/clock\.ts$|^src\/lib\/clock(\.svelte)?\.ts$/;
const MAY_SPEAK = /^server\/(log\.ts|[\w-]+\.js|say\.ts|commands\/.*)$/;

export function strayEffects(source: Source): Fault[] {
	if (isTest(source.path) || isConfiguration(source.path)) return [];
	return [...nodesUnder(source.tree)].flatMap((node) => {
		const says = effectObjection(source.path, node);
		return says ? [faultAt(source, node, says)] : [];
	});
}

function effectObjection(path: string, node: ts.Node): string | null {
	const written = nameOf(node);
	if (readsEnvironment(written) && !MAY_READ_ENVIRONMENT.test(path)) {
		return 'reads the environment: only server/env.ts does. Add it there and take the value as an argument.';
	}
	if (readsClock(node, written) && !MAY_READ_CLOCK.test(path)) {
		if (floorOf(path) === 'shared')
			return 'reads the clock: in shared, time is an argument (a Day or an Instant).';
		const place = floorOf(path) === 'src' ? 'src/lib/clock.svelte.ts' : 'server/clock.ts';
		return `reads the clock: only ${place} does. Take the time from there or as an argument.`;
	}
	if (isRandom(written) && floorOf(path) === 'shared') {
		return 'is random: in shared the same input gives the same answer. Have the server draw it and pass it in.';
	}
	if (/^(console|process\.(stdout|stderr))$/.test(written) && !MAY_SPEAK.test(path)) {
		return 'writes to the terminal: the server logs through server/log.ts, a screen shows, a rule returns.';
	}
	return null;
}

function readsEnvironment(written: string): boolean {
	return /^(process\.env|import\.meta\.env)$/.test(written);
}

function readsClock(node: ts.Node, written: string): boolean {
	const isNow = /^(Date\.now|performance\.now|process\.hrtime|Temporal\.Now)$/.test(written);
	return isNow || isDateOfNow(node) || isSqlNow(node);
}

function isDateOfNow(node: ts.Node): boolean {
	return (
		(ts.isNewExpression(node) || ts.isCallExpression(node)) &&
		node.expression.getText() === 'Date' &&
		(node.arguments ?? []).length === 0
	);
}

/** The database's clock is a clock too. `clock_timestamp()` is left for what lives in real time whatever day the demo has. */
function isSqlNow(node: ts.Node): boolean {
	const isText =
		ts.isStringLiteralLike(node) ||
		ts.isTemplateHead(node) ||
		ts.isTemplateMiddleOrTemplateTail(node);
	return isText && /\b(now\(\)|current_date\b|current_timestamp\b)/i.test(node.text);
}

function isRandom(written: string): boolean {
	return /^(Math\.random|crypto\.(randomUUID|getRandomValues))$/.test(written);
}

/** `process.env` for that expression, `console` for the bare name; the same reached through globalThis. */
function nameOf(node: ts.Node): string {
	const isName =
		ts.isPropertyAccessExpression(node) || (ts.isIdentifier(node) && isNotAProperty(node));
	return isName ? node.getText().replace(/^globalThis\./, '') : '';
}

function isNotAProperty(node: ts.Identifier): boolean {
	const { parent } = node;
	const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
	return !isMember && !ts.isPropertyAssignment(parent) && !ts.isPropertySignature(parent);
}
