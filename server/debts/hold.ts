/** Recovery held for a reason, from today to its last protected day. The same hold again only moves its end on. */
import { randomUUID } from 'node:crypto';
import { and, eq, gte, isNull, or } from 'drizzle-orm';
import type { HoldKind } from '../../shared/debts/debt.ts';
import type { Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { holds } from './tables.ts';

export type Holding = {
	debtIds: readonly string[];
	customerId: string;
	kind: HoldKind;
	fromOn: Day;
	/** Null while it has no end yet. */
	untilOn: Day | null;
	reference: string;
	/** Who looks at it again before it ends; nobody where no officer put it on. */
	ownerId?: string;
};

export async function hold(tx: Transaction, holding: Holding): Promise<void> {
	const { debtIds, ...row } = holding;
	for (const debtId of debtIds) {
		const same = and(
			eq(holds.debtId, debtId),
			eq(holds.customerId, row.customerId),
			eq(holds.kind, row.kind),
			isNull(holds.liftedAt),
			or(isNull(holds.untilOn), gte(holds.untilOn, row.fromOn))
		);
		const moved = await tx
			.update(holds)
			.set({ untilOn: row.untilOn, ...(row.ownerId ? { ownerId: row.ownerId } : {}) })
			.where(same)
			.returning({ id: holds.id });
		if (moved.length === 0) await tx.insert(holds).values({ id: randomUUID(), debtId, ...row });
	}
}
