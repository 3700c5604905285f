/**
 * Records that may be one customer: a leader or a manager joins them, keeps them apart, takes one out of a customer, and
 * takes any of it back. Whoever has one of the customers in hand is told at once.
 */
import { z } from 'zod';
import { SPLIT_REASONS } from '../../shared/customers/matching/taking-apart.ts';
import type { App } from '../app.ts';
import { customersChanged } from '../contacts/customers-changed.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { leaderProcedure, router } from '../trpc.ts';
import { care } from './care/router.ts';
import type { CustomerChanged } from './customer-changed.ts';
import type { By } from './links/keep-apart.ts';
import {
	joinReviewed,
	keepReviewedApart,
	reviewsFor,
	undoReviewed,
	type Decided,
	type Deciding
} from './reviews.ts';
import { joinedRecords, splitsMade, takeApart, undoTakingApart } from './taking-apart.ts';

type Done<Because> =
	{ ok: true; changed: CustomerChanged | null } | { ok: false; because: Because };

/** In one transaction, and every open contact about whom it changed shown again after it. */
async function thenTold<Because extends string>(
	app: App,
	officerId: string,
	work: (tx: Transaction, by: By) => Promise<Done<Because>>
): Promise<{ ok: true } | { ok: false; because: Because }> {
	const by = { officerId, at: app.clock.now() };
	const { done, told } = await inTransaction(app.db, async (tx) => {
		const answer = await work(tx, by);
		const changed = answer.ok ? answer.changed : null;
		return {
			done: answer,
			told: changed ? await customersChanged(tx, { ...changed, at: by.at }) : []
		};
	});
	for (const contactId of told) await app.contacts.show(contactId);
	return done.ok ? { ok: true } : done;
}

const deciding = (decide: (tx: Transaction, asked: Deciding) => Promise<Decided>) =>
	leaderProcedure
		.input(z.object({ reviewId: z.uuid() }))
		.mutation(({ ctx, input }) =>
			thenTold(ctx.app, ctx.officer.id, (tx, by) => decide(tx, { ...input, ...by }))
		);

export const customers = router({
	/** How to treat the customer of a contact. */
	care,

	/** Side by side, the likeliest first; and what was decided last. */
	reviews: leaderProcedure.query(async ({ ctx }) => ({
		...(await reviewsFor(ctx.app.db.orm)),
		splits: await splitsMade(ctx.app.db.orm)
	})),

	join: deciding(joinReviewed),
	keepApart: deciding(keepReviewedApart),
	undo: deciding(undoReviewed),

	/** What customers are made of who have this reference. A change, because looking is on the record. */
	joined: leaderProcedure
		.input(z.object({ reference: z.string().trim().min(4, 'Type a whole reference.').max(40) }))
		.mutation(({ ctx, input }) =>
			inTransaction(ctx.app.db, (tx) =>
				joinedRecords(tx, { ...input, officerId: ctx.officer.id, at: ctx.app.clock.now() })
			)
		),

	split: leaderProcedure
		.input(z.object({ recordId: z.uuid(), because: z.enum(SPLIT_REASONS) }))
		.mutation(({ ctx, input }) =>
			thenTold(ctx.app, ctx.officer.id, (tx, by) => takeApart(tx, { ...input, ...by }))
		),

	undoSplit: leaderProcedure
		.input(z.object({ changeId: z.uuid() }))
		.mutation(({ ctx, input }) =>
			thenTold(ctx.app, ctx.officer.id, (tx, by) => undoTakingApart(tx, { ...input, ...by }))
		)
});
