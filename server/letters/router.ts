/** What the source systems are told: what must be looked into first, and the files themselves. */
import { z } from 'zod';
import { hasAuthority } from '../../shared/officers/authority.ts';
import { inTransaction } from '../db/transaction.ts';
import { leaderProcedure, officerProcedure, router } from '../trpc.ts';
import { openFile, recentFiles } from './outbox/files.ts';
import { lookInto } from './outbox/look-into.ts';
import { urgentNow } from './outbox/urgent.ts';

export const outbox = router({
	/** Names are masked: nobody is in touch. */
	urgent: officerProcedure.query(({ ctx }) =>
		urgentNow(ctx.app.db.orm, {
			at: ctx.app.clock.now(),
			mayOpenRestricted: hasAuthority(ctx.officer.role, 'leader')
		})
	),

	/** It is off the list with what was done about it; what a stage cost is taken off by a leader. */
	lookInto: officerProcedure
		.input(
			z.object({
				subject: z.string().max(60),
				note: z.string().trim().min(1, 'Write what was done.').max(500, 'That is too long.')
			})
		)
		.mutation(async ({ ctx, input }) => {
			const { app, officer } = ctx;
			const now = { at: app.clock.now(), today: app.clock.today() };
			const done = await inTransaction(app.db, (tx) => lookInto(tx, { ...input, officer, ...now }));
			if (!done.ok) return done;
			for (const contactId of done.changed) await app.contacts.show(contactId);
			return { ok: true as const, cost: done.cost };
		}),

	files: leaderProcedure.query(({ ctx }) => recentFiles(ctx.app.db.orm)),

	/** Whole, as it lay in the folder. */
	file: leaderProcedure
		.input(z.object({ fileId: z.uuid() }))
		.mutation(({ ctx, input }) =>
			inTransaction(ctx.app.db, (tx) =>
				openFile(tx, { ...input, officerId: ctx.officer.id, at: ctx.app.clock.now() })
			)
		)
});
