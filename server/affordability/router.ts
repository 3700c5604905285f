/**
 * The council's guideline figures, which leaders read and managers load; the customer's copy of a
 * statement, and the versions that were kept.
 */
import { z } from 'zod';
import { isDay } from '../../shared/time/day.ts';
import { inTransaction } from '../db/transaction.ts';
import { doing, thenKept } from '../law/managing.ts';
import { contactProcedure, leaderProcedure, managerProcedure, router } from '../trpc.ts';
import { printCopy } from './copy.ts';
import { loadGuidelines, withdrawGuidelines } from './guidelines.ts';
import { seeGuidelines } from './queries.ts';
import { openVersion, theirVersions } from './versions.ts';

const version = z.int().min(1).max(100_000);

const file = z.object({
	fileName: z.string().max(120, 'Give the file a shorter name.'),
	/** Twelve rows; nothing near so long is one. */
	text: z.string().max(50_000, 'That file is too large to be guideline figures.'),
	fromOn: z.string().refine(isDay, 'Write the day it begins, like 5 4 2027.')
});

export const affordability = router({
	/** The customer's copy, as a PDF in base64. A change, because who took it is kept. */
	copy: contactProcedure
		.input(z.object({ version: version.nullable() }))
		.mutation(async ({ ctx, input }) => {
			const { app, officer } = ctx;
			const now = { today: app.clock.today(), at: app.clock.now() };
			const asked = { ...input, ...now, council: app.env.council, officerId: officer.id };
			const copied = await inTransaction(app.db, (tx) => printCopy(tx, asked));
			if (!copied.ok) return copied;
			return { ok: true as const, pdf: Buffer.from(copied.pdf).toString('base64') };
		}),

	/** Their statements as they were kept, a line of each. */
	versions: contactProcedure.query(({ ctx, input }) =>
		theirVersions(ctx.app, { ...input, officerId: ctx.officer.id })
	),

	/** One of them whole. A change, because who read it is kept. */
	openVersion: contactProcedure
		.input(z.object({ version }))
		.mutation(({ ctx, input }) => openVersion(ctx.app, { ...input, officerId: ctx.officer.id })),

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
