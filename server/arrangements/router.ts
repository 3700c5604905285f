/** An arrangement after it was agreed: its page, what a leader must look at, and what people may do to it. */
import { z } from 'zod';
import { isDay } from '../../shared/time/day.ts';
import { hasAuthority } from '../../shared/officers/authority.ts';
import { policyOn } from '../law/policy.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { leaderProcedure, officerProcedure, router, type Context } from '../trpc.ts';
import { callBroken, cancel, giveBreak, reviewed, vary, type LifeAnswer } from './by-people.ts';
import { proposed } from './proposed.ts';
import { see } from './see.ts';
import { brokenPlans, toLookAt, toReview } from './to-look-at.ts';

const one = z.object({ id: z.uuid() });

const acting = one.extend({
	seen: z.number().int().min(0),
	note: z.string().trim().min(1, 'Write why.').max(500, 'That is too long.')
});

/** Without the contacts that had to be told. */
type Told<Answer> = Answer extends { ok: true } ? { ok: true } : Answer;

type Officer = NonNullable<Context['officer']>;

/** As whoever asks, now. */
function now({ app, officer }: { app: Context['app']; officer: Officer }) {
	const { clock, db, contacts, log } = app;
	const by = { officer, today: clock.today(), at: clock.now() };
	const failed = (cause: unknown) => log.failure({ event: 'announce', outcome: 'failed' }, cause);
	const run = <Answer>(work: (tx: Transaction) => Promise<Answer>) => inTransaction(db, work);
	return {
		by,
		run,
		/** Every screen that it concerns is told after the commit. */
		act: async (work: (tx: Transaction) => Promise<LifeAnswer>): Promise<Told<LifeAnswer>> => {
			const answer = await run(work);
			if (!answer.ok) return answer;
			for (const contactId of answer.changed) void contacts.show(contactId).catch(failed);
			return { ok: true };
		}
	};
}

export const arrangements = router({
	/** A mutation, because looking is on record. */
	see: officerProcedure.input(one).mutation(async ({ ctx, input }) => {
		const { by, run } = now(ctx);
		const seen = await run((tx) => see(tx, { ...input, ...by }));
		return seen.ok ? { ok: true as const, page: seen.page } : seen;
	}),

	toLookAt: leaderProcedure.query(({ ctx }) =>
		toLookAt(ctx.app.db.sql, { today: ctx.app.clock.today(), officerId: null })
	),

	/** What may follow on each debt of a broken one. */
	proposed: leaderProcedure.input(one).mutation(async ({ ctx, input }) => {
		const { by, run } = now(ctx);
		return run((tx) => proposed(tx, { ...input, today: by.today }));
	}),

	/** Broken, and nothing has followed yet. */
	broken: leaderProcedure.query(({ ctx }) => brokenPlans(ctx.app.db.sql)),

	/** To be reviewed: those that an officer agreed, or to a leader all of them. */
	toReview: officerProcedure.query(({ ctx }) => {
		const { by, run } = now(ctx);
		const isLeader = hasAuthority(by.officer.role, 'leader');
		const asked = { today: by.today, officerId: isLeader ? null : by.officer.id };
		return run(async (tx) =>
			toReview(ctx.app.db.sql, { ...asked, policy: await policyOn(tx, by.today) })
		);
	}),

	/** The late ones that they agreed. */
	ownLate: officerProcedure.query(({ ctx }) =>
		toLookAt(ctx.app.db.sql, { today: ctx.app.clock.today(), officerId: ctx.officer.id })
	),

	/** After they looked at support, income and benefits (policy L3). */
	callBroken: leaderProcedure
		.input(
			acting.extend({
				looked: z.object({ support: z.boolean(), income: z.boolean(), benefits: z.boolean() })
			})
		)
		.mutation(({ ctx, input }) => {
			const { by, act } = now(ctx);
			return act((tx) => callBroken(tx, { ...input, ...by }));
		}),

	cancel: leaderProcedure.input(acting).mutation(({ ctx, input }) => {
		const { by, act } = now(ctx);
		return act((tx) => cancel(tx, { ...input, ...by }));
	}),

	giveBreak: officerProcedure
		.input(
			acting.extend({ months: z.number().int().min(1, 'A break is at least a month.').max(12) })
		)
		.mutation(({ ctx, input }) => {
			const { by, act } = now(ctx);
			return act((tx) => giveBreak(tx, { ...input, ...by }));
		}),

	vary: officerProcedure
		.input(
			acting.extend({ nextOn: z.string().refine(isDay, 'Write a day, like 8 November 2026.') })
		)
		.mutation(({ ctx, input }) => {
			const { by, act } = now(ctx);
			return act((tx) => vary(tx, { ...input, ...by }));
		}),

	reviewed: officerProcedure.input(acting).mutation(({ ctx, input }) => {
		const { by, act } = now(ctx);
		return act((tx) => reviewed(tx, { ...input, ...by }));
	})
});
