/** Council policy: leaders read it, managers draft it and approve what somebody else drafted. Nobody's data is in it. */
import { z } from 'zod';
import { isDay } from '../../shared/time/day.ts';
import { leaderProcedure, managerProcedure, router } from '../trpc.ts';
import { approveVersion, draftVersion, withdrawVersion } from './draft.ts';
import { doing, thenKept } from './managing.ts';
import { rowsSeen } from './queries.ts';

const version = z.object({ versionId: z.uuid() });
const draft = z.object({
	rowId: z.string().max(20),
	/** Read by the row's own shape, which says what is wrong with which field. */
	value: z.json(),
	plain: z.string().max(500, 'Write no more than 500 letters.'),
	why: z.string().max(500, 'Write no more than 500 letters.'),
	fromOn: z.string().refine(isDay, 'Write the day it begins, like 1 4 2027.')
});

export const policy = router({
	see: leaderProcedure.query(async ({ ctx }) => ({
		today: ctx.app.clock.today(),
		rows: await rowsSeen(ctx.app.db.orm)
	})),

	draft: managerProcedure
		.input(draft)
		.mutation(({ ctx, input }) =>
			thenKept(ctx.app, (tx) => draftVersion(tx, { ...input, ...doing(ctx) }))
		),

	approve: managerProcedure
		.input(version)
		.mutation(({ ctx, input }) =>
			thenKept(ctx.app, (tx) => approveVersion(tx, { ...input, ...doing(ctx) }))
		),

	withdraw: managerProcedure
		.input(version)
		.mutation(({ ctx, input }) =>
			thenKept(ctx.app, (tx) => withdrawVersion(tx, { ...input, ...doing(ctx) }))
		)
});
