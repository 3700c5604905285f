/**
 * What the value of each row of council policy looks like: a draft is read by it, with what is wrong in plain English,
 * and so is every version that the database holds.
 */
import type { z } from 'zod';
import type { PolicyRowId, PolicyValues } from '../policy-values.ts';
import { LIFE_SHAPES } from './life.ts';
import { MONEY_SHAPES } from './money.ts';
import { STREAM_SHAPES } from './streams.ts';

export const SHAPES: { readonly [Row in PolicyRowId]: z.ZodType<PolicyValues[Row]> } = {
	...MONEY_SHAPES,
	...STREAM_SHAPES,
	...LIFE_SHAPES
};

export const POLICY_ROWS = Object.keys(SHAPES) as PolicyRowId[];

export function isPolicyRow(text: string): text is PolicyRowId {
	return Object.hasOwn(SHAPES, text);
}

export type ReadValue =
	{ ok: true; value: PolicyValues[PolicyRowId] } | { ok: false; problems: Record<string, string> };

/** `problems` by the path of the field: `least.amount`; what is wrong with the whole is under an empty one. */
export function readValue(row: PolicyRowId, value: unknown): ReadValue {
	const read = SHAPES[row].safeParse(value);
	if (read.success) return { ok: true, value: read.data };
	const problems: Record<string, string> = {};
	for (const { path, message } of read.error.issues) problems[path.join('.')] ??= message;
	return { ok: false, problems };
}
