/**
 * A value of policy with one field written anew, or with a row more or less in one of its lists. What was typed and does
 * not read as what it should be is put in as typed, so that the row's own shape says what is wrong with it.
 */
import { z } from 'zod';
import { parsePounds } from '../../money/pence.ts';
import {
	choicesOf,
	elementOf,
	kindOf,
	kindsOf,
	NOTHING,
	partOf,
	partShape,
	unwrapped,
	variantOf
} from './inside.ts';

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
