/** What an administrator sees of the switches that post to us, and how one without a dialect is mapped. */
import { z } from 'zod';
import { LONGEST_EXPRESSION } from '#shared/calls/mapping.ts';
import { staffIn } from '../../officers/queries.ts';
import { administratorProcedure, officerProcedure, router } from '../../trpc.ts';
import { answersCalls } from './names/candidates.ts';

const mapping = z.object({
	source: z.string().max(60),
	expression: z
		.string()
		.trim()
		.min(1, 'Write the mapping first.')
		.max(LONGEST_EXPRESSION, 'A mapping has ten thousand letters at most.')
});

export const webhooks = router({
	all: administratorProcedure.query(({ ctx }) => ctx.app.webhooks.see()),

	/** Changes nothing: what a mapping would make of the messages captured last. */
	preview: administratorProcedure
		.input(mapping)
		.query(({ ctx, input }) => ctx.app.webhooks.preview(input)),

	/** What an officer's own softphone says by opening our page: it rings, is answered or is over at their telephone. */
	pop: officerProcedure
		.input(
			z.object({
				number: z.string().max(60),
				callId: z.string().max(80),
				state: z.enum(['ringing', 'answered', 'ended'])
			})
		)
		.mutation(async ({ ctx: { app, officer }, input }) => {
			const agent = officer.extension ?? officer.id;
			return { isShown: await app.webhooks.pop({ ...input, agent }) };
		}),

	/** Whose a name can be. */
	officers: administratorProcedure.query(async ({ ctx }) =>
		(await staffIn(ctx.app.db.orm)).filter(answersCalls).map(({ id, name, canSignIn }) => ({
			id,
			name,
			canSignIn
		}))
	),

	giveName: administratorProcedure
		.input(z.object({ nameId: z.uuid(), officerId: z.string().max(60).nullable() }))
		.mutation(({ ctx, input }) => ctx.app.webhooks.giveName({ ...input, by: ctx.officer.id })),

	switchOn: administratorProcedure
		.input(z.object({ source: z.string().max(60) }))
		.mutation(({ ctx, input }) =>
			ctx.app.webhooks.switchOn({ ...input, officerId: ctx.officer.id })
		),

	save: administratorProcedure
		.input(mapping)
		.mutation(({ ctx, input }) => ctx.app.webhooks.save({ ...input, officerId: ctx.officer.id }))
});
