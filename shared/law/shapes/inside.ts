/**
 * What a shape of policy is made of: which fields a person writes in, which parts there are, and which variant is chosen.
 */
import { z } from 'zod';
import { asChoice } from './labels.ts';

export type FieldKind = 'money' | 'count' | 'words' | 'list' | 'choice';

/** What is chosen where there is to be none. */
export const NOTHING = 'none';

export function kindOf(shape: z.ZodType): FieldKind | null {
	if (shape.meta()?.['as'] === 'money') return 'money';
	if (shape instanceof z.ZodNumber) return 'count';
	if (shape instanceof z.ZodString) return 'words';
	if (shape instanceof z.ZodEnum || shape instanceof z.ZodBoolean) return 'choice';
	if (!(shape instanceof z.ZodArray)) return null;
	const element = kindOf(shape.element as z.ZodType);
	return element === null || element === 'money' ? null : 'list';
}

export function choicesOf(shape: z.ZodType): { value: string; label: string }[] {
	if (shape instanceof z.ZodBoolean) {
		return [
			{ value: 'true', label: 'Yes' },
			{ value: 'false', label: 'No' }
		];
	}
	return shape instanceof z.ZodEnum ? shape.options.map((one) => asChoice(String(one))) : [];
}

export type Unwrapped = { inner: z.ZodType; mayBeNothing: 'null' | 'left out' | false };

export function unwrapped(shape: z.ZodType): Unwrapped {
	if (shape instanceof z.ZodNullable)
		return { inner: shape.unwrap() as z.ZodType, mayBeNothing: 'null' };
	if (shape instanceof z.ZodExactOptional)
		return { inner: shape.unwrap() as z.ZodType, mayBeNothing: 'left out' };
	return { inner: shape, mayBeNothing: false };
}

export function partShape(
	shape: z.ZodType,
	{ name, value }: { name: string; value: unknown }
): z.ZodType {
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

export function elementOf(shape: z.ZodType): z.ZodType {
	if (shape instanceof z.ZodArray) return shape.element as z.ZodType;
	if (shape instanceof z.ZodRecord) return shape.valueType as z.ZodType;
	throw new Error('A row of policy has a shape that no page can show.');
}

export function variantOf(shape: z.ZodDiscriminatedUnion, kind: string): z.ZodType {
	const variants = shape.options as readonly z.ZodObject[];
	const found = variants.find((one) => kindOfVariant(one) === kind) ?? variants[0];
	if (!found) throw new Error('A choice of policy has nothing to choose.');
	return found;
}

export function kindsOf(shape: z.ZodDiscriminatedUnion): string[] {
	return (shape.options as readonly z.ZodObject[]).map(kindOfVariant);
}

function kindOfVariant(variant: z.ZodObject): string {
	const literal = (variant.shape as Record<string, z.ZodType>)['kind'];
	return literal instanceof z.ZodLiteral ? String(literal.value) : '';
}

export function partOf(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
