/**
 * The value of a row of policy as fields a person can write in, whatever its shape: money in pounds, counts, words, and
 * choices. A choice that decides which fields there are is one too.
 */
import { z } from 'zod';
import { pence, typePounds } from '../../money/pence.ts';
import {
	choicesOf,
	elementOf,
	kindOf,
	kindsOf,
	NOTHING,
	partOf,
	unwrapped,
	variantOf,
	type FieldKind
} from './inside.ts';
import { asChoice, labelOf } from './labels.ts';

export type PolicyField = {
	/** `least.amount`, by which what is wrong with it is told. */
	path: string;
	label: string;
	kind: FieldKind;
	/** As a person would write it. */
	text: string;
	/** Of a choice: what may be chosen, and what it is called. */
	choices: readonly { value: string; label: string }[];
};

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

function textOf(kind: FieldKind, value: unknown): string {
	if (value === null || value === undefined) return '';
	if (kind === 'money')
		return typeof value === 'number' ? typePounds(pence(value)) : plainly(value);
	if (kind === 'list') return (value as readonly unknown[]).join('\n');
	return plainly(value);
}

function plainly(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
