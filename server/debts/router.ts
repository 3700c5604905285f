/** Debts: one whole, in a contact in which identity has passed; and what the desk must put right. No debt is moved on a call. */
import { z } from 'zod';
import { hasAuthority } from '../../shared/officers/authority.ts';
import { inTransaction } from '../db/transaction.ts';
import { contactProcedure, leaderProcedure, officerProcedure, router } from '../trpc.ts';
import { detailOf } from './detail.ts';
import { toPutRight } from './put-right.ts';
import { takeBack } from './take-back.ts';

export const debts = router({
	/** One debt whole: its parts, its law, its entries, its stages and its holds. */
	detail: contactProcedure
		.input(z.object({ debtId: z.uuid() }))
		.query(({ ctx, input }) => detailOf(ctx.app, { ...input, officerId: ctx.officer.id })),

	/** What was done in a moratorium and is not taken back yet. Names are masked: nobody is in touch. */
	toPutRight: officerProcedure.query(({ ctx }) =>
		toPutRight(ctx.app.db.sql, { mayOpenRestricted: hasAuthority(ctx.officer.role, 'leader') })
	),

	/** All of it on one debt. */
	takeBack: leaderProcedure.input(z.object({ debtId: z.uuid() })).mutation(({ ctx, input }) =>
		inTransaction(ctx.app.db, (tx) =>
			takeBack(tx, {
				...input,
				leaderId: ctx.officer.id,
				at: ctx.app.clock.now(),
				today: ctx.app.clock.today()
			})
		)
	)
});
