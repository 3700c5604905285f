/**
 * A death somebody told us of holds every debt of that person before it is verified (policy H1), and each source is told
 * to stop. Where a hold for it is in force already, nothing changes.
 */
import { sql } from 'drizzle-orm';
import { addDays, type Day, type Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { instruct } from '../letters/instruct.ts';
import { hold } from './hold.ts';

export type Bereavement = {
	customerId: string;
	/** Who told it: `ARUDD code 2`, the change it was told as. */
	reference: string;
	contactId: string | null;
	at: Instant;
	today: Day;
};

/** The debts that are newly held. */
export async function bereave(
	tx: Transaction,
	{ customerId, reference, contactId, at, today }: Bereavement
): Promise<readonly string[]> {
	const debtIds = await debtsToHold(tx, { customerId, today });
	const days = (await policyOn(tx, today)).H1.value.lengths.deceased.days.officer ?? 0;
	await hold(tx, {
		debtIds,
		customerId,
		kind: 'deceased',
		fromOn: today,
		untilOn: addDays(today, days),
		reference
	});
	await instruct(tx, {
		instructions: debtIds.map((debtId) => ({ debtId, kind: 'stop', because: 'hold' })),
		customerId,
		contactId,
		at
	});
	return debtIds;
}

/** Every debt this person is liable for, without a bereavement hold of theirs in force; locked in order. */
async function debtsToHold(
	tx: Transaction,
	{ customerId, today }: { customerId: string; today: Day }
): Promise<readonly string[]> {
	const rows = await tx.execute<{ id: string }>(sql`
		select d.id from debts d where d.id in
				(select debt_id from liabilities where customer_id = ${customerId}::uuid)
			and not exists (select from holds h where h.debt_id = d.id
				and h.customer_id = ${customerId}::uuid and h.kind = 'deceased' and h.lifted_at is null
				and (h.until_on is null or h.until_on >= ${today}::date))
		order by d.id for no key update`);
	return rows.map(({ id }) => id);
}
