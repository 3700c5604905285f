/**
 * A restricted record (a council employee's own, or their family's) opens to team leaders and managers. Every attempt
 * to reach one is on the record, whether it was allowed or refused, with the way it was made: an officer who looks at a
 * colleague's debts is found by it.
 */
import { eq, sql } from 'drizzle-orm';
import type { Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import { customers } from './tables.ts';

/** `link`: by the address of a contact that is not on their screen. `money`: by an account that a payment may be for. */
export type RestrictedWay =
	'pop' | 'search' | 'choice' | 'check' | 'documents' | 'link' | 'records' | 'money';

export type Attempt = {
	officerId: string;
	contactId?: string;
	way: RestrictedWay;
	isAllowed: boolean;
	at: Instant;
};

/** A screen asks again by itself: of these one line a contact and officer says it. */
const ASKED_AGAIN: ReadonlySet<RestrictedWay> = new Set<RestrictedWay>(['pop', 'check']);

/** Of the customers named, those whose records are restricted. */
export async function noteAttempts(
	tx: Transaction,
	customerIds: readonly string[],
	attempt: Attempt
): Promise<void> {
	if (customerIds.length === 0) return;
	const { officerId, contactId, way, isAllowed, at } = attempt;
	const restricted = await tx.execute<{ id: string; isNoted: boolean }>(sql`
		select c.id, exists (select from audit a where a.customer_id = c.id
			and a.contact_id = ${contactId ?? null}::uuid and a.officer_id = ${officerId}
			and a.act = ${actOf(isAllowed)} and a.detail ->> 'way' = ${way}) as "isNoted"
		from customers c where c.is_restricted and c.id = any(${`{${customerIds.join(',')}}`}::uuid[])
		order by c.id`);
	for (const { id, isNoted } of restricted) {
		if (isNoted && ASKED_AGAIN.has(way)) continue;
		const about = { at, officerId, customerId: id, ...(contactId ? { contactId } : {}) };
		await record(tx, { ...about, act: actOf(isAllowed), detail: { way } });
	}
}

/** Somebody asked for a contact that is not theirs: if it is about a restricted record, that is an attempt too. */
export async function noteLink(
	tx: Transaction,
	{ contactId, officerId, at }: { contactId: string; officerId: string; at: Instant }
): Promise<void> {
	const rows = await tx.execute<{ id: string }>(sql`
		select c.id from contacts k join customers c on c.id = k.customer_id
		where k.id = ${contactId}::uuid and c.is_restricted`);
	const ids = rows.map(({ id }) => id);
	await noteAttempts(tx, ids, { officerId, contactId, way: 'link', isAllowed: false, at });
}

/** A leader marks a record as an employee's own or their family's, or takes the mark off. */
export async function setRestricted(
	tx: Transaction,
	asked: { contactId: string; customerId: string; officerId: string; at: Instant } & {
		isRestricted: boolean;
	}
): Promise<{ ok: true }> {
	const { isRestricted, customerId, ...by } = asked;
	await tx.update(customers).set({ isRestricted }).where(eq(customers.id, customerId));
	const act = 'customers.restricted-set';
	await record(tx, { ...by, customerId, act, detail: { isRestricted } });
	return { ok: true };
}

function actOf(isAllowed: boolean): string {
	return isAllowed ? 'customers.restricted-opened' : 'customers.restricted-refused';
}
