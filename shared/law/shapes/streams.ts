/** The shape of every row of streams and stages: in a plan by a date that some role may agree, or outside it and why. */
import { z } from 'zod';
import { ROW_IDS, type ClearBy, type RowId, type StreamRow } from '../policy-rows.ts';
import { byRole, count, money, role, some, words } from './parts.ts';

const clearBy: z.ZodType<ClearBy> = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('months'), months: some }),
	z.strictObject({ kind: z.literal('year-end'), plusMonths: count }),
	z.strictObject({ kind: z.literal('as-ordered') })
]);

/** Null where it is not theirs to agree. */
const limits = byRole(clearBy.nullable());

const streamRow: z.ZodType<StreamRow> = z
	.strictObject({
		title: words,
		inPlan: z.enum(['all', 'overdue', 'as-ordered', 'no']),
		isNonPriority: z.boolean(),
		clearBy: z
			.strictObject({
				usual: limits,
				older: limits.exactOptional(),
				company: limits.exactOptional()
			})
			.nullable(),
		least: z
			.strictObject({
				amount: money,
				every: z.enum(['month', 'week']),
				onlyTheOldest: z.boolean()
			})
			.nullable(),
		stops: words.nullable(),
		doesNotStop: words.nullable(),
		outside: z.strictObject({ why: words, instead: words, mayAgree: role.nullable() }).nullable()
	})
	.refine(
		(row) => (row.inPlan === 'no') === (row.clearBy === null),
		'A debt in a plan has dates to be clear by; one outside has none.'
	)
	.refine(
		(row) => (row.inPlan === 'no') === (row.outside !== null),
		'A debt outside a plan says why and what can be done; one inside does not.'
	);

export const STREAM_SHAPES = Object.fromEntries(ROW_IDS.map((id) => [id, streamRow])) as {
	readonly [Row in RowId]: z.ZodType<StreamRow>;
};
