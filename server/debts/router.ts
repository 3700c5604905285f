/** Debts, of a contact on one's own screen in which identity has passed. Nothing here moves a debt. */
import { z } from 'zod';
import { contactProcedure, router } from '../trpc.ts';
import { detailOf } from './detail.ts';

export const debts = router({
	/** One debt whole: its parts, its law, its entries, its stages and its holds. */
	detail: contactProcedure
		.input(z.object({ debtId: z.uuid() }))
		.query(({ ctx, input }) => detailOf(ctx.app, { ...input, officerId: ctx.officer.id }))
});
