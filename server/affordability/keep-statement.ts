/**
 * Keeps a statement as the customer's next version, with the day by which it is looked at again: when something is
 * agreed on it, and when a contact ends in which it was finished. Keeping the same again changes nothing.
 */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { desc, eq, sql } from 'drizzle-orm';
import { reviewOf } from '../../shared/affordability/kept.ts';
import type { Means } from '../../shared/affordability/means.ts';
import { refusalOf } from '../../shared/affordability/statement.ts';
import { statementFrom, type StatementState } from '../../shared/contacts/state/statement-state.ts';
import type { ContactPolicy } from '../../shared/law/policy-values.ts';
import type { Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { statements } from './tables.ts';

export type Keeping = {
	customerId: string;
	contactId: string;
	told: StatementState;
	means: Means | null;
	policy: ContactPolicy;
	at: Instant;
};

/** One that was only carried here, or that says nothing yet, is no version. */
export async function keepStatement(tx: Transaction, kept: Keeping): Promise<void> {
	const { customerId, contactId, told, means, policy, at } = kept;
	const statement = statementFrom(told);
	if (!statement || told.isUntouched || refusalOf(statement)) return;
	// One version after another, whoever keeps them.
	await tx.execute(sql`select from customers where id = ${customerId}::uuid for no key update`);
	const [last] = await tx
		.select({ version: statements.version, statement: statements.statement })
		.from(statements)
		.where(eq(statements.customerId, customerId))
		.orderBy(desc(statements.version))
		.limit(1);
	if (last && isDeepStrictEqual(last.statement, statement)) return;
	await tx.insert(statements).values({
		id: randomUUID(),
		customerId,
		contactId,
		version: (last?.version ?? 0) + 1,
		statement,
		leftPence: means?.left ?? null,
		usablePence: means?.usable ?? null,
		madeOn: statement.madeOn,
		reviewOn: reviewOf(statement.madeOn, policy.L7.value),
		at
	});
}
