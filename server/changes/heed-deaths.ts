/**
 * What extracts say of deaths, once it is known which records are one customer: every debt of that person is held, on
 * every stream, as if somebody had told us (policy H1); and no longer, when the systems take it back. A hold that has
 * ended is not begun again, unless a debt is found that never had one.
 */
import { sql } from 'drizzle-orm';
import { dayInLondon, type Day, type Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import { figuresChanged } from '../contacts/figures-changed.ts';
import { lockAround } from '../contacts/acts/in-order.ts';
import type { Database } from '../db/client.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { bereave } from '../debts/bereave.ts';
import { lift } from '../debts/lift.ts';

/** What these holds are placed by. */
const REFERENCE = 'an extract';

/** How many customers' debts are held now, or no longer. */
export async function heedDeaths({
	database,
	clock
}: {
	database: Pick<Database, 'orm'>;
	clock: Clock;
}): Promise<number> {
	const at = clock.now();
	const [dead, alive] = await inTransaction(database, async (tx) => [
		await newlyDead(tx),
		await aliveAgain(tx)
	]);
	for (const customerId of dead) {
		await inTransaction(database, (tx) => holdAll(tx, { customerId, at }));
	}
	for (const { customerId, fromOn } of alive) {
		await inTransaction(database, (tx) => liftAll(tx, { customerId, fromOn, at }));
	}
	return dead.length + alive.length;
}

async function newlyDead(tx: Transaction): Promise<readonly string[]> {
	const rows = await tx.execute<{ id: string }>(sql`
		select c.id from customers c where c.died_on is not null
			and exists (select from links k join records r on r.id = k.record_id
				where k.customer_id = c.id and r.died_on is not null)
			and exists (select from liabilities l where l.customer_id = c.id and not exists (
				select from holds h where h.debt_id = l.debt_id
					and h.customer_id = c.id and h.kind = 'deceased'))
		order by c.id`);
	return rows.map(({ id }) => id);
}

async function aliveAgain(
	tx: Transaction
): Promise<readonly { customerId: string; fromOn: Day }[]> {
	return tx.execute<{ customerId: string; fromOn: Day }>(sql`
		select distinct h.customer_id as "customerId", h.from_on as "fromOn"
		from holds h join customers c on c.id = h.customer_id
		where h.kind = 'deceased' and h.reference = ${REFERENCE} and h.lifted_at is null
			and c.died_on is null`);
}

type OfOne = { customerId: string; at: Instant };

async function holdAll(tx: Transaction, { customerId, at }: OfOne): Promise<void> {
	await lockAround(tx, { customerIds: [customerId], contactId: null });
	const today = dayInLondon(at);
	const debtIds = await bereave(tx, {
		...{ customerId, at, today },
		reference: REFERENCE,
		contactId: null
	});
	await figuresChanged(tx, { debtIds, at });
	const detail = { held: debtIds.length };
	await record(tx, { at, officerId: null, act: 'changes.heed-death', customerId, detail });
}

async function liftAll(
	tx: Transaction,
	{ customerId, fromOn, at }: OfOne & { fromOn: Day }
): Promise<void> {
	await lockAround(tx, { customerIds: [customerId], contactId: null });
	const lifting = { kind: 'deceased', reference: REFERENCE } as const;
	const debtIds = await lift(tx, { ...lifting, customerId, fromOn, at });
	await figuresChanged(tx, { debtIds, at });
	const detail = { lifted: debtIds.length };
	await record(tx, { at, officerId: null, act: 'changes.heed-death', customerId, detail });
}
