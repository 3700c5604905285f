/** What the rules say, which of them the council has confirmed, and its policy. Nothing here is about a customer. */
import { z } from 'zod';
import { isDay } from '../../shared/time/day.ts';
import type { App } from '../app.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { managerProcedure, officerProcedure, router } from '../trpc.ts';
import { confirm, withdraw, type Recorded } from './confirm.ts';
import { policy } from './policy-router.ts';
import { rulesToConfirm } from './queries.ts';
import { seeRules } from './see-rules.ts';

const rule = z.object({ ruleId: z.string().min(1).max(100) });
const name = z
	.string()
	.trim()
	.min(1, 'Write who in the council confirmed it.')
	.max(120, 'That is too long for a name.');
const day = z.string().refine(isDay, 'Write the day they confirmed it, like 12 11 2026.');

export const law = router({
	policy,

	/** What stands behind a figure, by the ids it cites. */
	rules: officerProcedure
		.input(z.object({ ids: z.array(z.string().min(1).max(100)).min(1).max(30) }))
		.query(({ ctx, input }) =>
			seeRules(ctx.app.db.orm, { ...input, today: ctx.app.clock.today() })
		),

	/** Every rule that may not be quoted by itself. */
	toConfirm: managerProcedure.query(async ({ ctx }) => ({
		today: ctx.app.clock.today(),
		rules: await rulesToConfirm(ctx.app.db.orm)
	})),

	confirm: managerProcedure.input(rule.extend({ by: name, on: day })).mutation(({ ctx, input }) =>
		thenTold(ctx.app, (tx) =>
			confirm(tx, {
				...input,
				managerId: ctx.officer.id,
				at: ctx.app.clock.now(),
				today: ctx.app.clock.today()
			})
		)
	),

	withdraw: managerProcedure
		.input(rule)
		.mutation(({ ctx, input }) =>
			thenTold(ctx.app, (tx) =>
				withdraw(tx, { ...input, managerId: ctx.officer.id, at: ctx.app.clock.now() })
			)
		)
});

/** What officers may quote is on every screen from its next change. */
async function thenTold(
	{ db, givens }: Pick<App, 'db' | 'givens'>,
	work: (tx: Transaction) => Promise<Recorded>
): Promise<Recorded> {
	const recorded = await inTransaction(db, work);
	if (recorded.ok) await givens.look();
	return recorded;
}
