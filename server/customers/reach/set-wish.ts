/**
 * What a customer asked of how we reach them: kept with who wrote it down, and in force from now on in place of what
 * they asked before. Safe contact is a mark on the customer too, because the pop must see it without looking further.
 */
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { asksNothing, type Wish } from '../../../shared/customers/wishes/wish.ts';
import { record } from '../../audit/record.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { InContact } from '../authorities/record.ts';
import { customers } from '../tables.ts';
import { contactWishes } from './tables.ts';

export async function setWish(
	tx: Transaction,
	{ contactId, customerId, officerId, at, today, wish }: InContact & { wish: Wish }
): Promise<{ ok: true }> {
	await tx
		.update(contactWishes)
		.set({ endedAt: at, endedBy: officerId })
		.where(and(eq(contactWishes.customerId, customerId), isNull(contactWishes.endedAt)));
	const { isSafeContact, noMessages } = wish;
	if (!asksNothing(wish)) {
		await tx.insert(contactWishes).values({
			id: randomUUID(),
			customerId,
			...wish,
			channels: [...wish.channels],
			ringDays: [...wish.ringDays],
			notNumbers: [...wish.notNumbers],
			fromOn: today,
			setAt: at,
			setBy: officerId,
			contactId
		});
	}
	await tx.update(customers).set({ isSafeContact }).where(eq(customers.id, customerId));
	const act = 'customers.reach-set';
	const detail = { isSafeContact, noMessages, channels: [...wish.channels] };
	await record(tx, { at, officerId, act, contactId, customerId, detail });
	return { ok: true };
}
