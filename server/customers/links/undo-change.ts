/**
 * Takes a join or a split back: every link, liability and fact goes where it was, and the customer is what they were.
 * Only the last change of its two customers can be taken back, so that an older one never tears up a newer.
 */
import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Instant } from '../../../shared/time/day.ts';
import { record } from '../../audit/record.ts';
import { lockContactsAbout } from '../../contacts/acts/in-order.ts';
import type { Transaction } from '../../db/transaction.ts';
import { putLiabilitiesBack } from '../../debts/move-liabilities.ts';
import { authorities } from '../authorities/tables.ts';
import { contactWishes, wrongNumbers } from '../reach/tables.ts';
import { keepApart } from './keep-apart.ts';
import { takeOver } from './move-links.ts';
import {
	customerAddresses,
	customerEmails,
	customerNames,
	customerPhones,
	customers,
	linkChanges,
	linkReviews,
	supportNeeds
} from '../tables.ts';

export type UndoRefusal = 'no-such-change' | 'changed-since';
export type Undone =
	{ ok: true; customerIds: readonly string[] } | { ok: false; because: UndoRefusal };

type Change = typeof linkChanges.$inferSelect;

export async function undoChange(
	tx: Transaction,
	asked: { changeId: string; officerId: string; at: Instant }
): Promise<Undone> {
	const { changeId, officerId, at } = asked;
	const [change] = await tx
		.select()
		.from(linkChanges)
		.where(and(eq(linkChanges.id, changeId), ne(linkChanges.kind, 'undo')));
	if (!change) return { ok: false, because: 'no-such-change' };
	const { fromCustomerId, toCustomerId, score, reasons, linksBefore, moved } = change;
	await lockCustomers(tx, [fromCustomerId, toCustomerId]);
	if (!(await isLast(tx, change))) return { ok: false, because: 'changed-since' };
	await putBack(tx, change);
	await tx.insert(linkChanges).values({
		id: randomUUID(),
		...{ score, reasons, linksBefore, moved },
		customerBefore: change.customerBefore,
		kind: 'undo',
		undoes: changeId,
		fromCustomerId: toCustomerId,
		toCustomerId: fromCustomerId,
		at,
		officerId
	});
	await openReviews(tx, { change, officerId, at });
	await record(tx, {
		at,
		officerId,
		act: `customers.undo-${change.kind}`,
		customerId: fromCustomerId,
		subjectId: changeId
	});
	return { ok: true, customerIds: [fromCustomerId, toCustomerId] };
}

/** What is open about them first, then they, each in the order of their ids, as everybody locks them. */
export async function lockCustomers(tx: Transaction, ids: readonly string[]): Promise<void> {
	await lockContactsAbout(tx, ids);
	await tx
		.select({ id: customers.id })
		.from(customers)
		.where(inArray(customers.id, [...ids]))
		.orderBy(customers.id)
		.for('update');
}

/** Of those about either customer that stand. */
async function isLast(tx: Transaction, change: Change): Promise<boolean> {
	const both = [change.fromCustomerId, change.toCustomerId];
	const undo = alias(linkChanges, 'undo');
	const [last] = await tx
		.select({ id: linkChanges.id })
		.from(linkChanges)
		.leftJoin(undo, eq(undo.undoes, linkChanges.id))
		.where(
			and(
				ne(linkChanges.kind, 'undo'),
				isNull(undo.id),
				or(inArray(linkChanges.fromCustomerId, both), inArray(linkChanges.toCustomerId, both))
			)
		)
		.orderBy(desc(linkChanges.number))
		.limit(1);
	return last?.id === change.id;
}

/**
 * Whoever took back what a person decided may decide again. What the thresholds joined and a person took apart stays
 * apart, or the next match would join it.
 */
async function openReviews(
	tx: Transaction,
	{ change, officerId, at }: { change: Change; officerId: string; at: Instant }
): Promise<void> {
	const ofChange = eq(linkReviews.changeId, change.id);
	if (change.kind === 'split') {
		await tx.delete(linkReviews).where(ofChange);
		return;
	}
	const open = { state: 'open', decidedBy: null, decidedAt: null, changeId: null } as const;
	await tx.update(linkReviews).set(open).where(ofChange);
	if (change.officerId !== null) return;
	await keepApart(tx, {
		recordIds: change.linksBefore.map(({ recordId }) => recordId),
		customerId: change.toCustomerId,
		changeId: null,
		by: { officerId, at }
	});
}

async function putBack(tx: Transaction, change: Change): Promise<void> {
	const { fromCustomerId, toCustomerId, moved, customerBefore } = change;
	for (const before of change.linksBefore) {
		const { recordId, customerId, score, reasons, linkedAt, officerId } = before;
		await tx.execute(sql`
			update links set customer_id = ${customerId}::uuid, score = ${score},
				reasons = ${JSON.stringify(reasons)}::jsonb, linked_at = ${linkedAt}::timestamptz,
				officer_id = ${officerId}
			where record_id = ${recordId}::uuid`);
	}
	await putLiabilitiesBack(tx, { customerId: fromCustomerId, moved });
	await putFactsBack(tx, change);
	if (change.kind === 'split') {
		// The customer the split made is nobody again.
		await joinTo(tx, { customerId: toCustomerId, joinedTo: fromCustomerId });
		return;
	}
	await joinTo(tx, { customerId: fromCustomerId, joinedTo: null });
	if (customerBefore) {
		await tx.execute(sql`
			update customers set born_on = ${customerBefore.bornOn}::date, nino = ${customerBefore.nino},
				died_on = ${customerBefore.diedOn}::date, language = ${customerBefore.language},
				is_restricted = ${customerBefore.isRestricted},
				needs_extra_check = ${customerBefore.needsExtraCheck},
				is_safe_contact = ${customerBefore.isSafeContact}
			where id = ${toCustomerId}::uuid`);
		await takeOver(
			tx,
			sql`select customers.*, joined_to as to_id from customers
			where joined_to = ${toCustomerId}::uuid`
		);
	}
}

async function joinTo(
	tx: Transaction,
	{ customerId, joinedTo }: { customerId: string; joinedTo: string | null }
): Promise<void> {
	await tx.update(customers).set({ joinedTo }).where(eq(customers.id, customerId));
}

/** What followed a record, by the table it is in. */
const FOLLOWED = {
	customer_phones: customerPhones,
	customer_emails: customerEmails,
	customer_addresses: customerAddresses,
	customer_names: customerNames,
	support_needs: supportNeeds,
	authorities,
	contact_wishes: contactWishes,
	wrong_numbers: wrongNumbers
} as const;

async function putFactsBack(tx: Transaction, { fromCustomerId, moved }: Change): Promise<void> {
	for (const [name, table] of Object.entries(FOLLOWED)) {
		const ids = [...(moved[name] ?? [])];
		if (ids.length === 0) continue;
		await tx.update(table).set({ customerId: fromCustomerId }).where(inArray(table.id, ids));
	}
	const closed = [...(moved['closed_phones'] ?? [])];
	await tx.update(customerPhones).set({ toOn: null }).where(inArray(customerPhones.id, closed));
	const aliases = [...(moved['aliases'] ?? [])];
	await tx.delete(customerNames).where(inArray(customerNames.id, aliases));
}
