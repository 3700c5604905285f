/**
 * Half-typed text, one row a field, overwritten at most once a second: what a crash may lose is the last second. What
 * turns out to be a card's number was being typed when the row was kept, so its beginning goes with it.
 */
import { and, eq, sql } from 'drizzle-orm';
import { holdsCardNumber } from '../../../shared/customers/card-number.ts';
import type { Instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { hasPassedOn } from './passed-on.ts';
import { contactDrafts, contacts } from '../tables.ts';

export type DraftRefusal = 'no-such-contact' | 'not-yours' | 'card-number';

export type Drafted = { ok: true } | { ok: false; because: DraftRefusal };

export type Typed = { contactId: string; officerId: string; field: string; value: string };

export async function draft(tx: Transaction, typed: Typed & { at: Instant }): Promise<Drafted> {
	const [contact] = await tx
		.select({ officerIds: contacts.officerIds })
		.from(contacts)
		.where(eq(contacts.id, typed.contactId));
	if (!contact) return { ok: false, because: 'no-such-contact' };
	const isTheirs = contact.officerIds.includes(typed.officerId);
	if (!isTheirs || (await hasPassedOn(tx, typed))) return { ok: false, because: 'not-yours' };
	const { contactId, field, value, at } = typed;
	if (holdsCardNumber(value)) {
		const { contactId: ofContact, field: ofField } = contactDrafts;
		await tx.delete(contactDrafts).where(and(eq(ofContact, contactId), eq(ofField, field)));
		return { ok: false, because: 'card-number' };
	}
	await tx
		.insert(contactDrafts)
		.values({ contactId, field, value, at })
		.onConflictDoUpdate({
			target: [contactDrafts.contactId, contactDrafts.field],
			set: { value: sql`excluded.value`, at: sql`excluded.at` }
		});
	return { ok: true };
}
