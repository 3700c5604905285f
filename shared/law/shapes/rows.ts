/**
 * Lists inside a row of policy of which there may be more or fewer: contacts allowed in so many days, or the systems that
 * are told. A list of the days of the week has seven.
 */
import { z } from 'zod';
import { elementOf, kindOf, partOf, partShape, unwrapped } from './inside.ts';
import { labelOf } from './labels.ts';
import { blankOf } from './writing.ts';

export type PolicyList = {
	/** `most` */
	path: string;
	label: string;
	/** By what each is known in it: its place, or its name. */
	rows: readonly string[];
	/** A new one needs a name. */
	isNamed: boolean;
};

export function listsOf(
	shape: z.ZodType,
	value: unknown,
	path: readonly string[] = []
): PolicyList[] {
	const { inner } = unwrapped(shape);
	if (kindOf(inner) || typeof value !== 'object' || value === null) return [];
	const names = Object.keys(value);
	const inside = names.flatMap((name) =>
		listsOf(partShape(inner, { name, value }), partOf(value, name), [...path, name])
	);
	if (!mayGrow(inner)) return inside;
	const isNamed = inner instanceof z.ZodRecord;
	return [{ path: path.join('.'), label: labelOf(path), rows: names, isNamed }, ...inside];
}

/** One more at the end, with everything in it still to be said. A name that is there already adds nothing. */
export function withRow(
	shape: z.ZodType,
	value: unknown,
	{ path, name }: { path: string; name: string }
): unknown {
	return changed(shape, value, {
		names: path.split('.'),
		change: (list, element) => {
			if (Array.isArray(list)) return [...(list as unknown[]), blankOf(element)];
			return name === '' || Object.hasOwn(list, name)
				? list
				: { ...list, [name]: blankOf(element) };
		}
	});
}

export function withoutRow(
	shape: z.ZodType,
	value: unknown,
	{ path, row }: { path: string; row: string }
): unknown {
	return changed(shape, value, {
		names: path.split('.'),
		change: (list) =>
			Array.isArray(list)
				? (list as unknown[]).filter((_, index) => String(index) !== row)
				: Object.fromEntries(Object.entries(list).filter(([name]) => name !== row))
	});
}

type Change = {
	names: readonly string[];
	change: (list: object, element: z.ZodType) => unknown;
};

function changed(shape: z.ZodType, value: unknown, { names, change }: Change): unknown {
	const { inner } = unwrapped(shape);
	const [name, ...rest] = names;
	if (typeof value !== 'object' || value === null) return value;
	if (name === undefined) return change(value, elementOf(inner));
	const part = partShape(inner, { name, value });
	return { ...value, [name]: changed(part, partOf(value, name), { names: rest, change }) };
}

function mayGrow(shape: z.ZodType): boolean {
	if (shape.meta()?.['as'] === 'fixed') return false;
	if (shape instanceof z.ZodRecord) return shape.keyType instanceof z.ZodString;
	return shape instanceof z.ZodArray;
}
