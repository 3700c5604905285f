/** Money that came in and waits, while its customer is there: what looks like theirs, placing it, and undoing it. */
import { z } from 'zod';
import { pence } from '../../shared/money/pence.ts';
import { contactProcedure, router } from '../trpc.ts';

const receipt = z.object({ receiptId: z.uuid(), key: z.uuid() });
const part = z.object({
	debtId: z.uuid(),
	amount: z.int('Amounts are whole pence.').positive('Type an amount.').transform(pence)
});

export const income = router({
	/** Nothing before identity has passed. */
	theirs: contactProcedure.query(({ ctx, input }) => ctx.app.income.theirs(input.contactId)),

	/** On one debt, or split. The same key again changes nothing. */
	place: contactProcedure
		.input(receipt.extend({ parts: z.array(part).min(1).max(20) }))
		.mutation(({ ctx, input }) => ctx.app.income.place({ ...input, officer: ctx.officer })),

	undo: contactProcedure
		.input(receipt)
		.mutation(({ ctx, input }) => ctx.app.income.undo({ ...input, officer: ctx.officer }))
});
