/**
 * Keeps a statement as the customer's next version, with the day by which it is looked at again: when something is
 * agreed on it, when a contact ends in which it was finished, and when it is printed. Keeping the same again changes nothing.
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

/** Which version it is; null where it was only carried here or says nothing yet, which is none. */
export async function keepStatement(tx: Transaction, kept: Keeping): Promise<number | null> {
	const { customerId, contactId, told, means, policy, at } = kept;
	const statement = statementFrom(told);
	if (!statement || told.isUntouched || refusalOf(statement)) return null;
	// One version after another, whoever keeps them.
	await tx.execute(sql`select from customers where id = ${customerId}::uuid for no key update`);
	const [last] = await tx
		.select({ version: statements.version, statement: statements.statement })
		.from(statements)
		.where(eq(statements.customerId, customerId))
		.orderBy(desc(statements.version))
		.limit(1);
	if (last && isDeepStrictEqual(last.statement, statement)) return last.version;
	const version = (last?.version ?? 0) + 1;
	await tx.insert(statements).values({
		id: randomUUID(),
		customerId,
		contactId,
		version,
		statement,
		leftPence: means?.left ?? null,
		usablePence: means?.usable ?? null,
		madeOn: statement.madeOn,
		reviewOn: reviewOf(statement.madeOn, policy.L7.value),
		at
	});
	return version;
}
