/**
 * What an officer does in a contact, appended to its log. An event carries the browser's own key, so that sending it
 * again appends nothing; words typed go to the sibling row and the log keeps their salted digest.
 */
import { createHash, randomUUID } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { fieldsSettledBy } from '../../../shared/contacts/log/drafts.ts';
import type { ContactEventBody, OfficerEvent } from '../../../shared/contacts/log/events.ts';
import type { DecidedEvent } from '../../../shared/contacts/log/person-events.ts';
import { holdsCardNumber } from '../../../shared/customers/card-number.ts';
import type { Instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { hasPassedOn, isDoneWith } from './passed-on.ts';
import { contactDrafts, contactEventDetails, contactEvents, contacts } from '../tables.ts';

/** An event as the browser sends it, or as a command decides it on the officer's behalf. */
export type SentEvent = {
	key: string;
	body: OfficerEvent | DecidedEvent;
	words?: Record<string, string> | undefined;
};

export type AppendRefusal =
	'no-such-contact' | 'not-yours' | 'closed' | 'not-a-candidate' | 'card-number';

export type Appended = { ok: true; version: number } | { ok: false; because: AppendRefusal };

export async function append(
	tx: Transaction,
	{
		contactId,
		officerId,
		events,
		at
	}: { contactId: string; officerId: string; events: readonly SentEvent[]; at: Instant }
): Promise<Appended> {
	const [contact] = await tx
		.select({
			officerIds: contacts.officerIds,
			version: contacts.version,
			closedAt: contacts.closedAt
		})
		.from(contacts)
		.where(eq(contacts.id, contactId))
		.for('update');
	if (!contact) return { ok: false, because: 'no-such-contact' };
	const fresh = await notYetAppended(tx, contactId, events);
	if (fresh.length === 0) return { ok: true, version: contact.version };
	if (!contact.officerIds.includes(officerId)) return { ok: false, because: 'not-yours' };
	if (contact.closedAt) return { ok: false, because: 'closed' };
	if (
		!fresh.every(({ body }) => isDoneWith(body)) &&
		(await hasPassedOn(tx, { contactId, officerId }))
	)
		return { ok: false, because: 'not-yours' };
	if (fresh.some(hasCardNumber)) return { ok: false, because: 'card-number' };

	for (const [index, event] of fresh.entries()) {
		await appendOne(tx, { contactId, officerId, at, seq: contact.version + index + 1, event });
	}
	const version = contact.version + fresh.length;
	await tx
		.update(contacts)
		.set({ version, ...chosenBy(fresh) })
		.where(eq(contacts.id, contactId));
	if (fresh.some(({ body }) => body.type === 'wrappedUp' || body.type === 'dismissed')) {
		await finishFor(tx, { contactId, officerId, at });
	}
	return { ok: true, version };
}

function hasCardNumber({ words }: SentEvent): boolean {
	return Object.values(words ?? {}).some(holdsCardNumber);
}

async function notYetAppended(
	tx: Transaction,
	contactId: string,
	events: readonly SentEvent[]
): Promise<readonly SentEvent[]> {
	const keys = events.map((event) => event.key);
	const known = await tx
		.select({ key: contactEvents.key })
		.from(contactEvents)
		.where(and(eq(contactEvents.contactId, contactId), inArray(contactEvents.key, keys)));
	return events.filter((event) => !known.some(({ key }) => key === event.key));
}

type Line = {
	key: string | null;
	body: ContactEventBody;
	words?: Record<string, string> | undefined;
};

/** One row, its words beside it. Without a key nobody sends it twice. */
export async function appendOne(
	tx: Transaction,
	line: { contactId: string; officerId: string | null; at: Instant; seq: number; event: Line }
): Promise<void> {
	const { contactId, seq, event } = line;
	const { type, ...body } = event.body;
	const salt = randomUUID();
	const digest = event.words
		? createHash('sha256').update(salt).update(JSON.stringify(event.words)).digest('hex')
		: null;
	await tx.insert(contactEvents).values({
		contactId,
		seq,
		type,
		at: line.at,
		officerId: line.officerId,
		body,
		key: event.key,
		digest
	});
	if (event.words) {
		await tx.insert(contactEventDetails).values({ contactId, seq, salt, words: event.words });
	}
	const fields = fieldsSettledBy(event.body);
	if (fields.length === 0) return;
	await tx
		.delete(contactDrafts)
		.where(and(eq(contactDrafts.contactId, contactId), inArray(contactDrafts.field, fields)));
}

function chosenBy(events: readonly SentEvent[]): { customerId?: string | null } {
	const choice = events.findLast(
		({ body }) => body.type === 'customerChosen' || body.type === 'customerCleared'
	);
	if (!choice) return {};
	return { customerId: choice.body.type === 'customerChosen' ? choice.body.customerId : null };
}

/** Off this officer's screens; closed when the call is over and nobody else has it on theirs. */
async function finishFor(
	tx: Transaction,
	{ contactId, officerId, at }: { contactId: string; officerId: string; at: Instant }
): Promise<void> {
	const left = sql`array_remove(${contacts.officerIds}, ${officerId})`;
	const isOver = sql`(${contacts.channel} <> 'phone' or exists (select 1 from ${contactEvents}
		where ${contactEvents.contactId} = ${contacts.id} and ${contactEvents.type} = 'callEnded'))`;
	await tx
		.update(contacts)
		.set({
			officerIds: left,
			closedAt: sql`case when ${left} = '{}' and ${isOver} then ${at}::timestamptz end`
		})
		.where(eq(contacts.id, contactId));
}
