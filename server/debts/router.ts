/**
 * Debts: one whole, in a contact in which identity has passed; a case and its next step, for those who may look at one
 * when nobody is in touch; and what the desk must put right. No debt is moved on a call.
 */
import { z } from 'zod';
import { hasAuthority } from '../../shared/officers/authority.ts';
import { inTransaction } from '../db/transaction.ts';
import { contactProcedure, leaderProcedure, officerProcedure, router } from '../trpc.ts';
import { isDay } from '../../shared/time/day.ts';
import { agentsAnswered } from './agents-answered.ts';
import { beginMoratorium } from './begin-moratorium.ts';
import { openCase } from './case.ts';
import { detailOf } from './detail.ts';
import { except } from './except.ts';
import { moveStage } from './move-stage.ts';
import { toPutRight } from './put-right.ts';
import { takeBack } from './take-back.ts';

const day = z.string().refine(isDay, 'Write a day, like 8 November 2026.');

/** A mutation, because looking is on record. */
const caseProcedure = leaderProcedure
	.input(z.object({ reference: z.string().trim().min(1, 'Write a reference.').max(60) }))
	.mutation(({ ctx, input }) =>
		inTransaction(ctx.app.db, (tx) =>
			openCase(tx, {
				...input,
				officer: ctx.officer,
				at: ctx.app.clock.now(),
				today: ctx.app.clock.today()
			})
		)
	);

const exception = z
	.object({
		why: z.enum(['student', 'severely-mentally-impaired']),
		fromOn: day,
		toOn: day.nullable()
	})
	.refine(({ fromOn, toOn }) => toOn === null || fromOn <= toOn, {
		path: ['toOn'],
		message: 'It ends before it begins.'
	});

export const debts = router({
	/** One debt whole: its parts, its law, its entries, its stages and its holds. */
	detail: contactProcedure
		.input(z.object({ debtId: z.uuid() }))
		.query(({ ctx, input }) => detailOf(ctx.app, { ...input, officerId: ctx.officer.id })),

	/** What its agents answered to somebody: who of them, and when. */
	acknowledged: contactProcedure
		.input(
			z.object({
				debtId: z.uuid(),
				on: day,
				name: z.string().trim().min(1, 'Write who answered.').max(100, 'That is too long.')
			})
		)
		.mutation(({ ctx, input }) => agentsAnswered(ctx.app, { ...input, officerId: ctx.officer.id })),

	/** What was done in a moratorium and is not taken back yet. Names are masked: nobody is in touch. */
	toPutRight: officerProcedure.query(({ ctx }) =>
		toPutRight(ctx.app.db.sql, { mayOpenRestricted: hasAuthority(ctx.officer.role, 'leader') })
	),

	/** Every debt with this reference: where it stands, what may be done next and why not, whose it is in initials. */
	openCase: caseProcedure,

	/** One lawful step, or the refusal by name. Its source is asked to take it. */
	move: leaderProcedure
		.input(
			z.object({
				debtId: z.uuid(),
				to: z.string().max(40),
				against: z.array(z.uuid()).min(1).max(20).optional(),
				hearingOn: day.optional()
			})
		)
		.mutation(({ ctx, input: { hearingOn, against, ...input } }) =>
			inTransaction(ctx.app.db, (tx) =>
				moveStage(tx, {
					...input,
					...(against ? { against } : {}),
					...(hearingOn ? { facts: { hearingOn } } : {}),
					officer: ctx.officer,
					at: ctx.app.clock.now(),
					today: ctx.app.clock.today()
				})
			)
		),

	/** That somebody is not jointly liable (LGFA 1992 s6(4)), or with null that this was recorded by mistake. */
	except: leaderProcedure
		.input(
			z.object({
				debtId: z.uuid(),
				customerId: z.uuid(),
				exception: exception.nullable()
			})
		)
		.mutation(({ ctx, input }) =>
			inTransaction(ctx.app.db, (tx) =>
				except(tx, { ...input, officerId: ctx.officer.id, at: ctx.app.clock.now() })
			)
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
