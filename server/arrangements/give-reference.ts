/**
 * Gives the payment of an offer its reference as soon as there is an offer, so that it can be read back before it is
 * agreed. One that comes to nothing is never given to another.
 */
import { sql } from 'drizzle-orm';
import { planReference } from '../../shared/income/references/plan-reference.ts';
import type { Instant } from '../../shared/time/day.ts';
import { appendDecided } from '../contacts/acts/append-decided.ts';
import type { Transaction } from '../db/transaction.ts';

/** Nothing where this customer's offer has one in this contact. The contact's version after it. */
export async function giveReference(
	tx: Transaction,
	{ contactId, at }: { contactId: string; at: Instant }
): Promise<number | null> {
	const [last] = await tx.execute<{ type: string }>(sql`
		select type from contact_events where contact_id = ${contactId}::uuid
			and type in ('paymentReferenceGiven', 'customerChosen', 'customerCleared')
		order by seq desc limit 1`);
	if (last?.type === 'paymentReferenceGiven') return null;
	const reference = await nextReference(tx);
	return appendDecided(tx, {
		contactId,
		by: null,
		at,
		body: { type: 'paymentReferenceGiven', reference }
	});
}

export async function nextReference(tx: Transaction): Promise<string> {
	for (;;) {
		const [row] = await tx.execute<{ next: string }>(
			sql`select nextval('payment_references') as next`
		);
		const reference = planReference(Number(row?.next));
		if (reference !== null) return reference;
	}
}
