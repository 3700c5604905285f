/** What an officer commits and asks for, and what a team leader opens and answers. */
import { z } from 'zod';
import { contactProcedure, leaderProcedure, router } from '../trpc.ts';
import { letterOf, toldFor } from '../letters/queries.ts';

const line = z.object({ id: z.string().max(60), text: z.string().max(2000) });
const words = z.string().trim().max(500, 'That is too long.');
const approval = leaderProcedure.input(z.object({ approvalId: z.uuid() }));

export const outcomes = router({
	/** Agree: everything staged, as it was read back. The same key again gives the same result. */
	commit: contactProcedure
		.input(z.object({ key: z.uuid(), shown: z.array(line).max(200) }))
		.mutation(({ ctx, input }) => ctx.app.outcomes.commit({ ...input, officer: ctx.officer })),

	/** The agreement as it would be printed, in base64: nothing of it is agreed yet. */
	preview: contactProcedure.query(({ ctx, input }) => ctx.app.outcomes.preview(input)),

	/** What each source has been told. */
	told: contactProcedure.query(({ ctx, input }) => toldFor(ctx.app.db.orm, input.contactId)),

	/** A letter of this contact's, as a PDF in base64; its agreement where none is named. */
	letter: contactProcedure
		.input(z.object({ letterId: z.uuid().nullable().default(null) }))
		.query(async ({ ctx, input }) => {
			const letter = await letterOf(ctx.app.db.orm, input);
			return letter
				? { letter: letter.letter, pdf: Buffer.from(letter.pdf).toString('base64') }
				: null;
		})
});

export const approvals = router({
	ask: contactProcedure
		.input(z.object({ reason: words.min(1, 'Write why you ask.') }))
		.mutation(({ ctx, input }) => ctx.app.outcomes.askApproval({ ...input, officer: ctx.officer })),

	/** Who else is in and may be asked. */
	others: contactProcedure.query(({ ctx, input }) => ctx.app.outcomes.whomElse(input)),

	askAnother: contactProcedure
		.input(z.object({ leaderId: z.string().max(64), reason: words.min(1, 'Write why you ask.') }))
		.mutation(({ ctx, input }) => ctx.app.outcomes.askAnother({ ...input, officer: ctx.officer })),

	withdraw: contactProcedure.mutation(({ ctx, input }) =>
		ctx.app.outcomes.withdrawApproval({ ...input, officer: ctx.officer })
	),

	/** Where it stands. It is opened before it is answered. */
	view: approval.query(({ ctx, input }) =>
		ctx.app.outcomes.seeApproval({ ...input, leader: ctx.officer })
	),

	open: approval.mutation(({ ctx, input }) =>
		ctx.app.outcomes.openApproval({ ...input, leader: ctx.officer })
	),

	answer: approval
		.input(
			z.object({
				decision: z.discriminatedUnion('answer', [
					z.object({
						answer: z.literal('grant'),
						conditions: z.array(words).max(6),
						note: words
					}),
					z.object({ answer: z.literal('refuse'), reason: words.min(1, 'Write why not.') })
				])
			})
		)
		.mutation(({ ctx, input }) =>
			ctx.app.outcomes.answerApproval({ ...input, leader: ctx.officer })
		)
});
