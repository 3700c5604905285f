/** Changes of a record that a customer tells of: what more is asked first, the change itself, and taking it back. */
import { z } from 'zod';
import { changesOpen } from './open-changes.ts';
import { CHANGE_KINDS } from '../../shared/customers/changes/kinds.ts';
import { EVIDENCE } from '../../shared/customers/changes/read.ts';
import { QUESTIONS } from '../../shared/customers/check/questions.ts';
import { hasAuthority } from '../../shared/officers/authority.ts';
import { contactProcedure, officerProcedure, router, type Context } from '../trpc.ts';

const text = z.string().max(500, 'That is too long.');
const about = z.enum(CHANGE_KINDS);
const change = officerProcedure.input(z.object({ changeId: z.uuid() }));

function asker({ officer }: { officer: NonNullable<Context['officer']> }) {
	return { officerId: officer.id, mayOpenRestricted: hasAuthority(officer.role, 'leader') };
}

export const changes = router({
	/** Null where identity is enough for such a change. */
	again: contactProcedure
		.input(z.object({ about }))
		.query(({ ctx, input }) => ctx.app.changes.again({ ...input, ...asker(ctx) })),

	/** What they say to one question; null when they would rather not answer. */
	answer: contactProcedure
		.input(
			z.object({
				about,
				key: z.uuid(),
				question: z.enum(QUESTIONS),
				said: z
					.string()
					.trim()
					.min(1, 'Type what they say.')
					.max(200, 'That is too long.')
					.nullable()
			})
		)
		.mutation(({ ctx, input }) => ctx.app.changes.answer({ ...input, ...asker(ctx) })),

	/** The same key again changes nothing. */
	tell: contactProcedure
		.input(
			z.object({
				key: z.uuid(),
				typed: z.object({
					kind: about,
					fields: z.record(z.string().max(40), text),
					on: text,
					evidence: z.enum(EVIDENCE),
					seen: text,
					saidBy: text
				})
			})
		)
		.mutation(({ ctx, input }) => ctx.app.changes.tell({ ...input, officer: ctx.officer })),

	/** Told and not confirmed: my own; a leader has everybody's. Names are masked, and what changed is not said. */
	open: officerProcedure.query(({ ctx }) =>
		changesOpen(ctx.app.db.orm, {
			officerId: ctx.officer.id,
			isLeader: hasAuthority(ctx.officer.role, 'leader')
		})
	),

	/** While no system has been told: whoever recorded it, or a leader. */
	undo: change.mutation(({ ctx, input }) =>
		ctx.app.changes.undo({ ...input, officer: ctx.officer })
	),

	/** Somebody looked it up in the systems that were told. */
	seen: change.mutation(({ ctx, input }) =>
		ctx.app.changes.seen({ ...input, officer: ctx.officer })
	)
});
