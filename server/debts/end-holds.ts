/** What held these debts is over, and why is kept: unlike one that was a mistake (`lift.ts`), it stood rightly until now. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { HoldKind } from '../../shared/debts/debt.ts';
import type { Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { holds } from './tables.ts';

export type Ending = {
	customerId: string;
	kind: HoldKind;
	debtIds: readonly string[];
	/** As `claim-awarded`. */
	because: string;
	at: Instant;
};

/** Those of the debts that it held. */
export async function endHolds(tx: Transaction, ending: Ending): Promise<readonly string[]> {
	const { customerId, kind, debtIds, because, at } = ending;
	if (debtIds.length === 0) return [];
	const ended = await tx
		.update(holds)
		.set({ liftedAt: at, endedBecause: because })
		.where(
			and(
				eq(holds.customerId, customerId),
				eq(holds.kind, kind),
				inArray(holds.debtId, [...debtIds]),
				isNull(holds.liftedAt)
			)
		)
		.returning({ debtId: holds.debtId });
	return ended.map(({ debtId }) => debtId);
}
