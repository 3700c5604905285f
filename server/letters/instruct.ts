/** Puts what each source system must be told into its outbox, in the transaction that makes it true. */
import { sendBy, type Instruction } from '../../shared/outcomes/instruct.ts';
import type { Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { sourcesOf } from './queries.ts';
import { instructions } from './tables.ts';
import { tellAgents } from './tell-agents.ts';

export async function instruct(
	tx: Transaction,
	given: {
		instructions: readonly Instruction[];
		customerId: string;
		/** Null where no contact is about it. */
		contactId: string | null;
		at: Instant;
	}
): Promise<void> {
	const { customerId, contactId, at } = given;
	if (given.instructions.length === 0) return;
	const sources = await sourcesOf(
		tx,
		given.instructions.map(({ debtId }) => debtId)
	);
	await tx.insert(instructions).values(
		given.instructions.map(({ debtId, kind, because }) => {
			const source = sources.get(debtId);
			if (source === undefined) throw new Error('A debt has no source to be told.');
			const row = { source, debtId, kind, because, customerId, contactId };
			return { ...row, sendBy: sendBy(at), givenAt: at };
		})
	);
	const recalled = given.instructions.filter(({ kind }) => kind === 'recall');
	const debtIds = recalled.map(({ debtId }) => debtId);
	await tellAgents(tx, { debtIds, what: 'recall', contactId, at });
}
