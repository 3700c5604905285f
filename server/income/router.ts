/** Money in: what waits and looks like the customer's of a contact, and what was typed by hand at the counter. */
import { z } from 'zod';
import { BY_HAND } from '../../shared/income/by-hand.ts';
import { pence } from '../../shared/money/pence.ts';
import { isDay } from '../../shared/time/day.ts';
import { contactProcedure, filesProcedure, officerProcedure, router } from '../trpc.ts';

const receipt = z.object({ receiptId: z.uuid(), key: z.uuid() });
const amount = z.int('Amounts are whole pence.').positive('Type an amount.').transform(pence);
const part = z.object({ debtId: z.uuid(), amount });
const parts = z.array(part).min(1).max(20);
const typedText = z.string().max(400, 'That is too long.');
const typed = z.object({
	amount: typedText,
	on: z.string().refine(isDay).nullable(),
	method: z.enum(BY_HAND),
	reference: typedText,
	payer: typedText,
	note: typedText
});
const waiting = z.int().nonnegative().transform(pence);

const byHand = router({
	/** What it would do. Nothing is kept. */
	look: officerProcedure
		.input(z.object({ amount, reference: typedText }))
		.query(({ ctx, input }) => ctx.app.income.byHand.look(input)),

	/** Kept if it still does what was shown. The same key again changes nothing. */
	take: officerProcedure
		.input(
			z.object({
				key: z.uuid(),
				typed,
				shown: z.object({ parts: z.array(part).max(50), waiting }),
				isAnother: z.boolean()
			})
		)
		.mutation(({ ctx, input }) => ctx.app.income.byHand.take({ ...input, officer: ctx.officer })),

	cancel: officerProcedure
		.input(receipt)
		.mutation(({ ctx, input }) => ctx.app.income.byHand.cancel({ ...input, officer: ctx.officer })),

	lately: officerProcedure.query(({ ctx }) =>
		ctx.app.income.byHand.lately({ officer: ctx.officer })
	)
});

export const income = router({
	byHand,
	/** The last files, and what came of each. Nothing of a customer is in it. */
	files: filesProcedure.query(({ ctx }) => ctx.app.income.files()),

	/** Nothing before identity has passed. */
	theirs: contactProcedure.query(({ ctx, input }) => ctx.app.income.theirs(input.contactId)),

	/** On one debt, or split. The same key again changes nothing. */
	place: contactProcedure
		.input(receipt.extend({ parts }))
		.mutation(({ ctx, input }) => ctx.app.income.place({ ...input, officer: ctx.officer })),

	undo: contactProcedure
		.input(receipt)
		.mutation(({ ctx, input }) => ctx.app.income.undo({ ...input, officer: ctx.officer }))
});
