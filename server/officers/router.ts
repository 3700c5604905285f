/** Who I am, and what an administrator does about everybody else. */
import { z } from 'zod';
import { LONGEST_PASSWORD } from '#shared/officers/password.ts';
import { newPerson, place } from '#shared/officers/staff.ts';
import { administratorProcedure, router, signedInProcedure } from '../trpc.ts';
import { changePassword } from './change-password.ts';
import { staffIn, teamsIn } from './queries.ts';
import { addPerson, closeAccount, movePerson, resetPassword } from './staff.ts';

const password = z.string().max(LONGEST_PASSWORD * 4, 'That is longer than a password can be.');
const person = z.object({ officerId: z.string().min(1).max(60) });

export const officers = router({
	me: signedInProcedure.query(({ ctx }) => ctx.officer),

	changePassword: signedInProcedure
		.input(z.object({ current: password, next: password }))
		.mutation(({ ctx, input }) => changePassword(ctx.app, { ...input, officer: ctx.officer })),

	staff: administratorProcedure.query(async ({ ctx }) => ({
		people: await staffIn(ctx.app.db.orm),
		teams: await teamsIn(ctx.app.db.orm)
	})),

	add: administratorProcedure
		.input(newPerson)
		.mutation(({ ctx, input }) => addPerson(ctx.app, input)),

	move: administratorProcedure
		.input(person.extend({ to: place }))
		.mutation(({ ctx, input }) => movePerson(ctx.app, { ...input, by: ctx.officer.id })),

	resetPassword: administratorProcedure
		.input(person)
		.mutation(({ ctx, input }) => resetPassword(ctx.app, { ...input, by: ctx.officer.id })),

	close: administratorProcedure
		.input(person)
		.mutation(({ ctx, input }) => closeAccount(ctx.app, { ...input, by: ctx.officer.id }))
});
