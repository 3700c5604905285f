/** Records that may be one customer: a leader or a manager joins them, keeps them apart, and takes either back. */
import { z } from 'zod';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { leaderProcedure, router } from '../trpc.ts';
import type { ReviewAnswer } from '../../shared/customers/review.ts';
import { care } from './care/router.ts';
import {
	joinReviewed,
	keepReviewedApart,
	reviewsFor,
	undoReviewed,
	type Deciding
} from './reviews.ts';

const review = z.object({ reviewId: z.uuid() });

const deciding = (decide: (tx: Transaction, asked: Deciding) => Promise<ReviewAnswer>) =>
	leaderProcedure
		.input(review)
		.mutation(({ ctx, input }) =>
			inTransaction(ctx.app.db, (tx) =>
				decide(tx, { ...input, officerId: ctx.officer.id, at: ctx.app.clock.now() })
			)
		);

export const customers = router({
	/** How to treat the customer of a contact. */
	care,

	/** Side by side, the likeliest first; and what was decided last. */
	reviews: leaderProcedure.query(({ ctx }) => reviewsFor(ctx.app.db.orm)),

	join: deciding(joinReviewed),
	keepApart: deciding(keepReviewedApart),
	undo: deciding(undoReviewed)
});
