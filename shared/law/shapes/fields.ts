/**
 * The value of a row of policy as fields a person can write in, whatever its shape: money in pounds, counts, words, and
 * choices. A choice that decides which fields there are is one too. What was typed is put back as it stands, so that the
 * row's own shape says what is wrong with it.
 */
import { z } from 'zod';
import { parsePounds, pence, typePounds } from '../../money/pence.ts';

export type PolicyField = {
	/** `least.amount`, by which what is wrong with it is told. */
	path: string;
	label: string;
	kind: 'money' | 'count' | 'words' | 'list' | 'choice';
	/** As a person would write it. */
	text: string;
	/** Of a choice: what may be chosen, and what it is called. */
	choices: readonly { value: string; label: string }[];
};

const NOTHING = 'none';

export function fieldsOf(
	shape: z.ZodType,
	value: unknown,
	path: readonly string[] = []
): PolicyField[] {
	const { inner, mayBeNothing } = unwrapped(shape);
	const presence = mayBeNothing ? presenceField(inner, value, path) : [];
	if (mayBeNothing && (value === null || value === undefined)) return presence;
	return [...presence, ...insideOf(inner, value, path)];
}

function insideOf(shape: z.ZodType, value: unknown, path: readonly string[]): PolicyField[] {
	if (kindOf(shape)) return [leaf(shape, { value, path })];
	if (shape instanceof z.ZodObject) {
		return Object.entries(shape.shape as Record<string, z.ZodType>).flatMap(([name, part]) =>
			part instanceof z.ZodLiteral ? [] : fieldsOf(part, partOf(value, name), [...path, name])
		);
	}
	if (shape instanceof z.ZodDiscriminatedUnion) return variantFields(shape, value, path);
	if (shape instanceof z.ZodTuple) {
		return (shape.def.items as z.ZodType[]).flatMap((part, index) =>
			fieldsOf(part, partOf(value, String(index)), [...path, String(index)])
		);
	}
	const part = elementOf(shape);
	return Object.entries(value ?? {}).flatMap(([name, one]) => fieldsOf(part, one, [...path, name]));
}

/** What is chosen of it, then what that variant asks. */
function variantFields(
	shape: z.ZodDiscriminatedUnion,
	value: unknown,
	path: readonly string[]
): PolicyField[] {
	const kind = String(partOf(value, 'kind'));
	const chosen: PolicyField = {
		path: [...path, 'kind'].join('.'),
		label: labelOf([...path, 'is']),
		kind: 'choice',
		text: kind,
		choices: kindsOf(shape).map(asChoice)
	};
	return [chosen, ...insideOf(variantOf(shape, kind), value, path)];
}

/** Whether there is one at all, where the shape lets there be none. */
function presenceField(shape: z.ZodType, value: unknown, path: readonly string[]): PolicyField[] {
	const kind = kindOf(shape);
	// What is written is there; an empty field is none.
	if (kind && kind !== 'choice')
		return value === null || value === undefined ? [leaf(shape, { value, path })] : [];
	if (kind === 'choice')
		return value === null || value === undefined
			? [leaf(shape, { value, path, isNone: true })]
			: [];
	const text = value === null || value === undefined ? NOTHING : 'some';
	const choices = [
		{ value: NOTHING, label: 'None' },
		{ value: 'some', label: 'As follows' }
	];
	return [{ path: path.join('.'), label: labelOf(path), kind: 'choice', text, choices }];
}

function leaf(
	shape: z.ZodType,
	{ value, path, isNone = false }: { value: unknown; path: readonly string[]; isNone?: boolean }
): PolicyField {
	const kind = kindOf(shape) ?? 'words';
	const choices = kind === 'choice' ? choicesOf(shape) : [];
	return {
		path: path.join('.'),
		label: labelOf(path),
		kind,
		text: isNone ? NOTHING : textOf(kind, value),
		choices: isNone ? [{ value: NOTHING, label: 'Nobody' }, ...choices] : choices
	};
}

function textOf(kind: PolicyField['kind'], value: unknown): string {
	if (value === null || value === undefined) return '';
	if (kind === 'money')
		return typeof value === 'number' ? typePounds(pence(value)) : plainly(value);
	if (kind === 'list') return (value as readonly unknown[]).join('\n');
	return plainly(value);
}

function plainly(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The value with one field written anew: as a number where it reads as one, and as typed where it does not. */
export function withField(
	shape: z.ZodType,
	value: unknown,
	{ path, text }: { path: string; text: string }
): unknown {
	const names = path === '' ? [] : path.split('.');
	return put(shape, value, { names, text });
}

function put(
	shape: z.ZodType,
	value: unknown,
	{ names, text }: { names: readonly string[]; text: string }
): unknown {
	const { inner, mayBeNothing } = unwrapped(shape);
	const [name, ...rest] = names;
	if (name === undefined) return written(inner, { text, mayBeNothing, value });
	if (inner instanceof z.ZodDiscriminatedUnion && name === 'kind' && rest.length === 0)
		return blankOf(variantOf(inner, text));
	const part = partShape(inner, { name, value });
	const next = put(part, partOf(value, name), { names: rest, text });
	if (Array.isArray(value))
		return value.map((one: unknown, index) => (String(index) === name ? next : one));
	const whole = { ...(value as object), [name]: next };
	if (next !== undefined) return whole;
	return Object.fromEntries(Object.entries(whole).filter(([, one]) => one !== undefined));
}

type Writing = { text: string; mayBeNothing: 'null' | 'left out' | false; value: unknown };

function written(shape: z.ZodType, { text, mayBeNothing, value }: Writing): unknown {
	const kind = kindOf(shape);
	const typed = text.trim();
	const isNone = kind === null || kind === 'choice' ? typed === NOTHING : typed === '';
	if (mayBeNothing && isNone) return mayBeNothing === 'null' ? null : undefined;
	if (kind === null) return value ?? blankOf(shape);
	if (kind === 'money') return amountOf(typed) ?? typed;
	if (kind === 'count') return /^-?\d{1,9}$/.test(typed) ? Number(typed) : typed;
	if (kind === 'list') return listOf(shape, typed);
	return shape instanceof z.ZodBoolean ? typed === 'true' : typed;
}

/** Null where it is no amount that anything here may be. */
function amountOf(typed: string): number | null {
	const amount = parsePounds(typed);
	return amount === null || amount < 0 ? null : amount;
}

function listOf(shape: z.ZodType, typed: string): unknown[] {
	const lines = typed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
	const isNumbers = kindOf(elementOf(shape)) === 'count';
	return lines.map((line) => (isNumbers && /^\d{1,9}$/.test(line) ? Number(line) : line));
}

/** Where a person has still to say everything: empty fields of the right names. */
export function blankOf(shape: z.ZodType): unknown {
	const { inner, mayBeNothing } = unwrapped(shape);
	if (mayBeNothing) return mayBeNothing === 'null' ? null : undefined;
	if (inner instanceof z.ZodLiteral) return inner.value;
	if (inner instanceof z.ZodBoolean) return false;
	if (inner instanceof z.ZodObject) {
		const shapes: Readonly<Record<string, z.ZodType>> = inner.shape;
		const parts = Object.entries(shapes);
		const blanks = parts.map(([name, part]) => [name, blankOf(part)] as const);
		return Object.fromEntries(blanks.filter(([, one]) => one !== undefined));
	}
	if (inner instanceof z.ZodTuple) return (inner.def.items as z.ZodType[]).map(blankOf);
	if (inner instanceof z.ZodDiscriminatedUnion)
		return blankOf(variantOf(inner, kindsOf(inner)[0] ?? ''));
	if (kindOf(inner) === 'list') return [];
	return kindOf(inner) === 'choice' ? (choicesOf(inner)[0]?.value ?? '') : '';
}

function kindOf(shape: z.ZodType): PolicyField['kind'] | null {
	if (shape.meta()?.['as'] === 'money') return 'money';
	if (shape instanceof z.ZodNumber) return 'count';
	if (shape instanceof z.ZodString) return 'words';
	if (shape instanceof z.ZodEnum || shape instanceof z.ZodBoolean) return 'choice';
	if (!(shape instanceof z.ZodArray)) return null;
	const element = kindOf(shape.element as z.ZodType);
	return element === null || element === 'money' ? null : 'list';
}

function choicesOf(shape: z.ZodType): { value: string; label: string }[] {
	if (shape instanceof z.ZodBoolean) {
		return [
			{ value: 'true', label: 'Yes' },
			{ value: 'false', label: 'No' }
		];
	}
	return shape instanceof z.ZodEnum ? shape.options.map((one) => asChoice(String(one))) : [];
}

type Unwrapped = { inner: z.ZodType; mayBeNothing: 'null' | 'left out' | false };

function unwrapped(shape: z.ZodType): Unwrapped {
	if (shape instanceof z.ZodNullable)
		return { inner: shape.unwrap() as z.ZodType, mayBeNothing: 'null' };
	if (shape instanceof z.ZodExactOptional)
		return { inner: shape.unwrap() as z.ZodType, mayBeNothing: 'left out' };
	return { inner: shape, mayBeNothing: false };
}

function partShape(shape: z.ZodType, { name, value }: { name: string; value: unknown }): z.ZodType {
	if (shape instanceof z.ZodDiscriminatedUnion)
		return partShape(variantOf(shape, String(partOf(value, 'kind'))), { name, value });
	if (shape instanceof z.ZodObject) {
		const part = (shape.shape as Record<string, z.ZodType>)[name];
		if (part) return part;
	}
	if (shape instanceof z.ZodTuple) {
		const part = (shape.def.items as z.ZodType[])[Number(name)];
		if (part) return part;
	}
	return elementOf(shape);
}

function elementOf(shape: z.ZodType): z.ZodType {
	if (shape instanceof z.ZodArray) return shape.element as z.ZodType;
	if (shape instanceof z.ZodRecord) return shape.valueType as z.ZodType;
	throw new Error('A row of policy has a shape that no page can show.');
}

function variantOf(shape: z.ZodDiscriminatedUnion, kind: string): z.ZodType {
	const variants = shape.options as readonly z.ZodObject[];
	const found = variants.find((one) => kindOfVariant(one) === kind) ?? variants[0];
	if (!found) throw new Error('A choice of policy has nothing to choose.');
	return found;
}

function kindsOf(shape: z.ZodDiscriminatedUnion): string[] {
	return (shape.options as readonly z.ZodObject[]).map(kindOfVariant);
}

function kindOfVariant(variant: z.ZodObject): string {
	const literal = (variant.shape as Record<string, z.ZodType>)['kind'];
	return literal instanceof z.ZodLiteral ? String(literal.value) : '';
}

function partOf(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function asChoice(value: string): { value: string; label: string } {
	return { value, label: sentenceOf(value) };
}

/** `least.every` is "Least, every". */
function labelOf(path: readonly string[]): string {
	const parts = path.map((name) => (/^\d+$/.test(name) ? String(Number(name) + 1) : spaced(name)));
	return sentenceOf(parts.join(', '));
}

function sentenceOf(text: string): string {
	const plain = spaced(text);
	return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}

function spaced(name: string): string {
	return name
		.replaceAll('-', ' ')
		.replaceAll(
			/([a-z])([A-Z])/g,
			(_, before: string, after: string) => `${before} ${after.toLowerCase()}`
		);
}
