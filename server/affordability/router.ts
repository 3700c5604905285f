/** The council's guideline figures, which leaders read and managers load; and the customer's copy of a statement. */
import { z } from 'zod';
import { isDay } from '../../shared/time/day.ts';
import { inTransaction } from '../db/transaction.ts';
import { doing, thenKept } from '../law/managing.ts';
import { contactProcedure, leaderProcedure, managerProcedure, router } from '../trpc.ts';
import { copyOf } from './copy.ts';
import { loadGuidelines, withdrawGuidelines } from './guidelines.ts';
import { seeGuidelines } from './queries.ts';

const file = z.object({
	fileName: z.string().max(120, 'Give the file a shorter name.'),
	/** Twelve rows; nothing near so long is one. */
	text: z.string().max(50_000, 'That file is too large to be guideline figures.'),
	fromOn: z.string().refine(isDay, 'Write the day it begins, like 5 4 2027.')
});

export const affordability = router({
	/** The customer's copy, as a PDF in base64. */
	copy: contactProcedure.query(async ({ ctx, input }) => {
		const { app } = ctx;
		const now = { council: app.env.council, today: app.clock.today() };
		const copied = await inTransaction(app.db, (tx) => copyOf(tx, { ...input, ...now }));
		if (!copied.ok) return copied;
		return { ok: true as const, pdf: Buffer.from(copied.pdf).toString('base64') };
	}),

	guidelines: leaderProcedure.query(async ({ ctx }) => ({
		today: ctx.app.clock.today(),
		sets: await seeGuidelines(ctx.app.db.orm)
	})),

	/** Whole, or not at all with what is wrong row by row. */
	loadGuidelines: managerProcedure
		.input(file)
		.mutation(({ ctx, input }) =>
			thenKept(ctx.app, (tx) => loadGuidelines(tx, { ...input, ...doing(ctx) }))
		),

	withdrawGuidelines: managerProcedure
		.input(z.object({ setId: z.uuid() }))
		.mutation(({ ctx, input }) =>
			thenKept(ctx.app, (tx) => withdrawGuidelines(tx, { ...input, ...doing(ctx) }))
		)
});
