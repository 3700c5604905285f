/** Claims that wait for a decision, and what was decided of one. */
import { z } from 'zod';
import { CLAIM_ANSWERS } from '../../../shared/outcomes/claim-decision.ts';
import { pence } from '../../../shared/money/pence.ts';
import { isDay } from '../../../shared/time/day.ts';
import { inTransaction } from '../../db/transaction.ts';
import { officerProcedure, router } from '../../trpc.ts';
import { decideClaim } from './decide-claim.ts';
import { openClaims } from './open-claims.ts';

const day = z.string().refine(isDay, 'Write a day, like 8 November 2026.');

export const claims = router({
	open: officerProcedure.query(({ ctx }) => openClaims(ctx.app.db.orm, { officer: ctx.officer })),

	decide: officerProcedure
		.input(
			z.object({
				claimId: z.uuid(),
				decision: z.object({
					answer: z.enum(CLAIM_ANSWERS),
					on: day,
					awarded: z.int('Amounts are whole pence.').transform(pence).nullable(),
					fromOn: day.nullable()
				}),
				note: z
					.string()
					.trim()
					.min(1, 'Write where you have it from.')
					.max(500, 'That is too long.')
			})
		)
		.mutation(async ({ ctx, input }) => {
			const { clock, db, contacts, log } = ctx.app;
			const by = { officer: ctx.officer, today: clock.today(), at: clock.now() };
			const answer = await inTransaction(db, (tx) => decideClaim(tx, { ...input, ...by }));
			if (!answer.ok) return answer;
			for (const contactId of answer.changed)
				void contacts.show(contactId).catch((cause: unknown) => {
					log.failure({ event: 'announce', outcome: 'failed' }, cause);
				});
			return { ok: true as const };
		})
});
