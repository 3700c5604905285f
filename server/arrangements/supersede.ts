/** A new agreement replaces the ones of the same person that any of its debts were in: each keeps its history. */
import { sql } from 'drizzle-orm';
import type { ArrangementState } from '../../shared/arrangements/life/states.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { closeCallbacks } from '../outcomes/offered-callbacks.ts';
import { moveMany } from './move.ts';

export type Superseding = {
	customerId: string;
	debtIds: readonly string[];
	/** Those of them that go on in the new one on other terms. */
	varied: readonly string[];
	officerId: string;
	today: Day;
	at: Instant;
};

const VARIED = { event: 'terms-varied', rules: ['P2', 'P5', 'P8'] } as const;
const REPLACED = { event: 'superseded', rules: ['L5'] } as const;

/** Before the new one is written: a debt is in one live arrangement of a person. */
export async function supersede(tx: Transaction, superseding: Superseding): Promise<void> {
	const { customerId, debtIds, varied, ...by } = superseding;
	const old = await tx.execute<{ id: string; state: ArrangementState }>(sql`
		select a.id, a.state from arrangements a
		where a.customer_id = ${customerId}::uuid and a.state in ('active', 'late', 'broken')
			and exists (select from arrangement_debts g where g.arrangement_id = a.id
				and g.debt_id = any(${`{${debtIds.join(',')}}`}::uuid[]))
		order by a.id for update`);
	await moveMany(
		tx,
		old.map(({ id, state }) => ({
			arrangementId: id,
			from: state,
			...(varied.includes(id) ? VARIED : REPLACED)
		})),
		by
	);
	await closeCallbacks(
		tx,
		old.map(({ id }) => id)
	);
}
