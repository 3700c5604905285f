/**
 * Money in: what waits and looks like the customer's of a contact, what was typed by hand, all that waits, what is given
 * back, and what banks said.
 */
import { z } from 'zod';
import { DIDS } from '../../shared/income/advices/advice-closing.ts';
import { MOST_BECAUSE } from '../../shared/income/refunds/refunds.ts';
import { BY_HAND } from '../../shared/income/by-hand.ts';
import { pence } from '../../shared/money/pence.ts';
import { isDay } from '../../shared/time/day.ts';
import {
	contactProcedure,
	filesProcedure,
	leaderProcedure,
	officerProcedure,
	router
} from '../trpc.ts';

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
		.query(({ ctx, input }) => ctx.app.income.byHand.look({ ...input, officer: ctx.officer })),

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

const on = z.string().refine(isDay);
const ofReceipt = z.object({ receiptId: z.uuid() });

const suspense = router({
	/** The oldest first, a page at a time. */
	list: officerProcedure
		.input(z.object({ after: z.object({ on, receiptId: z.uuid() }).nullable() }))
		.query(({ ctx, input }) => ctx.app.income.suspense.list({ ...input, officer: ctx.officer })),

	homes: officerProcedure
		.input(ofReceipt)
		.query(({ ctx, input }) => ctx.app.income.suspense.homes({ ...input, officer: ctx.officer })),

	/** The debts of a reference that somebody reads on a letter or a till roll. */
	accounts: officerProcedure
		.input(z.object({ reference: typedText }))
		.query(({ ctx, input }) =>
			ctx.app.income.suspense.accounts({ ...input, officer: ctx.officer })
		),

	place: officerProcedure
		.input(receipt.extend({ parts }))
		.mutation(({ ctx, input }) =>
			ctx.app.income.suspense.place({ ...input, officer: ctx.officer })
		),

	/** What one press placed. */
	undo: officerProcedure
		.input(receipt.extend({ placedBy: z.uuid() }))
		.mutation(({ ctx, input }) => ctx.app.income.suspense.undo({ ...input, officer: ctx.officer }))
});

const oneRefund = z.object({ refundId: z.uuid() });

const refunds = router({
	list: officerProcedure.query(({ ctx }) => ctx.app.income.refunds.list({ officer: ctx.officer })),

	ask: officerProcedure
		.input(
			z.object({
				of: z.union([ofReceipt, z.object({ debtId: z.uuid() })]),
				amount,
				because: z.string().max(MOST_BECAUSE, 'Say it in fewer words.'),
				key: z.uuid()
			})
		)
		.mutation(({ ctx, input }) => ctx.app.income.refunds.ask({ ...input, officer: ctx.officer })),

	approve: leaderProcedure
		.input(oneRefund)
		.mutation(({ ctx, input }) =>
			ctx.app.income.refunds.approve({ ...input, officer: ctx.officer })
		),

	/** Whoever asked takes it back by this. */
	refuse: officerProcedure
		.input(oneRefund)
		.mutation(({ ctx, input }) =>
			ctx.app.income.refunds.refuse({ ...input, officer: ctx.officer })
		),

	/** Somebody saw that it was paid. */
	paid: leaderProcedure
		.input(oneRefund.extend({ on }))
		.mutation(({ ctx, input }) => ctx.app.income.refunds.paid({ ...input, officer: ctx.officer })),

	/** Somebody saw that it was rejected: the money is where it was. */
	cameBack: leaderProcedure
		.input(oneRefund)
		.mutation(({ ctx, input }) =>
			ctx.app.income.refunds.cameBack({ ...input, officer: ctx.officer })
		)
});

const advices = router({
	list: officerProcedure
		.input(z.object({ after: z.object({ on, id: z.uuid() }).nullable() }))
		.query(({ ctx, input }) => ctx.app.income.advices.list({ ...input, officer: ctx.officer })),

	close: officerProcedure
		.input(z.object({ adviceId: z.uuid(), did: z.enum(DIDS) }))
		.mutation(({ ctx, input }) => ctx.app.income.advices.close({ ...input, officer: ctx.officer }))
});

export const income = router({
	advices,
	byHand,
	refunds,
	suspense,
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
