/** Debts: one whole, in a contact in which identity has passed; and what the desk must put right. No debt is moved on a call. */
import { z } from 'zod';
import { hasAuthority } from '../../shared/officers/authority.ts';
import { inTransaction } from '../db/transaction.ts';
import { contactProcedure, leaderProcedure, officerProcedure, router } from '../trpc.ts';
import { isDay } from '../../shared/time/day.ts';
import { beginMoratorium } from './begin-moratorium.ts';
import { detailOf } from './detail.ts';
import { toPutRight } from './put-right.ts';
import { takeBack } from './take-back.ts';

const day = z.string().refine(isDay, 'Write a day, like 8 November 2026.');

export const debts = router({
	/** One debt whole: its parts, its law, its entries, its stages and its holds. */
	detail: contactProcedure
		.input(z.object({ debtId: z.uuid() }))
		.query(({ ctx, input }) => detailOf(ctx.app, { ...input, officerId: ctx.officer.id })),

	/** What was done in a moratorium and is not taken back yet. Names are masked: nobody is in touch. */
	toPutRight: officerProcedure.query(({ ctx }) =>
		toPutRight(ctx.app.db.sql, { mayOpenRestricted: hasAuthority(ctx.officer.role, 'leader') })
	),

	/** As the register told of it: what is held, what is not and why, and what is proposed for it. */
	beginMoratorium: leaderProcedure
		.input(
			z.object({
				customerId: z.uuid(),
				kind: z.union([z.literal('breathing-space'), z.object({ crisisEndsOn: day.nullable() })]),
				enteredOn: day,
				reference: z.string().trim().min(1, 'Write its reference.').max(200, 'That is too long.'),
				debtIds: z.array(z.uuid()).max(200)
			})
		)
		.mutation(({ ctx, input }) =>
			inTransaction(ctx.app.db, (tx) =>
				beginMoratorium(tx, {
					...input,
					officerId: ctx.officer.id,
					at: ctx.app.clock.now(),
					today: ctx.app.clock.today()
				})
			)
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
