/** Keeps the statement an agreement was made on, as the customer's next version. */
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Statement } from '../../shared/affordability/statement.ts';
import type { Means } from '../../shared/affordability/means.ts';
import type { Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { statements } from './tables.ts';

export async function keepStatement(
	tx: Transaction,
	kept: {
		customerId: string;
		contactId: string;
		statement: Statement;
		means: Means | null;
		at: Instant;
	}
): Promise<void> {
	const { customerId, contactId, statement, means, at } = kept;
	const [last] = await tx
		.select({ version: sql<number>`coalesce(max(${statements.version}), 0)::int` })
		.from(statements)
		.where(eq(statements.customerId, customerId));
	await tx.insert(statements).values({
		id: randomUUID(),
		customerId,
		contactId,
		version: (last?.version ?? 0) + 1,
		statement,
		leftPence: means?.left ?? null,
		usablePence: means?.usable ?? null,
		madeOn: statement.madeOn,
		at
	});
}
