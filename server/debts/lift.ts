/** A hold that turned out to be a mistake is lifted, and stays in the history. Its source goes on when nothing else holds it. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { HoldKind } from '../../shared/debts/debt.ts';
import type { Transaction } from '../db/transaction.ts';
import { holds } from './tables.ts';

export type Lifting = {
	customerId: string;
	kind: HoldKind;
	/** What it was placed by, and when. */
	reference: string;
	fromOn: Day;
	at: Instant;
};

/** The debts it held. */
export async function lift(tx: Transaction, lifting: Lifting): Promise<readonly string[]> {
	const { customerId, kind, reference, fromOn, at } = lifting;
	const lifted = await tx
		.update(holds)
		.set({ liftedAt: at })
		.where(
			and(
				eq(holds.customerId, customerId),
				eq(holds.kind, kind),
				eq(holds.reference, reference),
				eq(holds.fromOn, fromOn),
				isNull(holds.liftedAt)
			)
		)
		.returning({ debtId: holds.debtId });
	return lifted.map(({ debtId }) => debtId);
}
