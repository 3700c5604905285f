/**
 * What a commit decides on, held still: the customer's debts and every open contact about them, locked in the one order
 * of `contacts/in-order.ts`; then the log of this one and the people it is about.
 */
import { and, eq, sql } from 'drizzle-orm';
import type { ContactEvent } from '../../shared/contacts/log/events.ts';
import type { PersonRecord } from '../../shared/contacts/shown/disclosure.ts';
import type { Day } from '../../shared/time/day.ts';
import { lockAround, reachOf } from '../contacts/acts/in-order.ts';
import { peopleJson, wholePeople, type ReadPerson } from '../contacts/people-sql.ts';
import { EVENT_JSON, withInstant } from '../contacts/heard/ring.ts';
import { contacts } from '../contacts/tables.ts';
import type { Transaction } from '../db/transaction.ts';
import { user } from '../officers/tables.ts';
import type { Role } from '../../shared/officers/roles.ts';
import type { CommitResult } from '../../shared/outcomes/committed.ts';
import { commits } from './tables.ts';

/** Everything about one contact that is needed to say what it comes to. */
export type Held = {
	contactId: string;
	customerId: string;
	officerIds: readonly string[];
	events: readonly ContactEvent[];
	person: PersonRecord;
	/** Other open contacts that show any of these debts. */
	otherContactIds: readonly string[];
};

export type HoldStillRefusal = 'no-such-contact' | 'nobody-chosen';

export type HeldStill = { ok: true; held: Held } | { ok: false; because: HoldStillRefusal };

export async function holdStill(
	tx: Transaction,
	{ contactId, today }: { contactId: string; today: Day }
): Promise<HeldStill> {
	const customerId = await customerOf(tx, contactId);
	if (customerId === undefined) return { ok: false, because: 'no-such-contact' };
	if (customerId === null) return { ok: false, because: 'nobody-chosen' };
	const customerIds = await reachOf(tx, { contactId, customerIds: [customerId] });
	const open = await lockAround(tx, { contactId, customerIds });
	// Chosen anew while we waited: what was locked is not what it is about.
	if ((await customerOf(tx, contactId)) !== customerId)
		return { ok: false, because: 'nobody-chosen' };
	const otherContactIds = open.filter((id) => id !== contactId);
	const held = await caseOf(tx, { contactId, customerId, today });
	return { ok: true, held: { ...held, contactId, customerId, otherContactIds } };
}

/** Undefined where there is no such contact, null where nobody is chosen. */
export async function customerOf(
	tx: Transaction,
	contactId: string
): Promise<string | null | undefined> {
	const [row] = await tx
		.select({ customerId: contacts.customerId })
		.from(contacts)
		.where(eq(contacts.id, contactId));
	return row?.customerId;
}

/** A contact's log and its person, without locking anything. */
export async function caseOf(
	tx: Transaction,
	{ contactId, customerId, today }: { contactId: string; customerId: string; today: Day }
): Promise<Pick<Held, 'officerIds' | 'events' | 'person'>> {
	const people = peopleJson(
		{
			number: 'null',
			chosen: '(select customer_id from asked)',
			today: '(select today from asked)'
		},
		1
	);
	const [row] = await tx.execute<{ contact: string }>(sql`
		with asked as (select ${customerId}::uuid as customer_id, ${today}::date as today)
		select jsonb_build_object(
			'officerIds', k.officer_ids,
			'events', (select coalesce(jsonb_agg(${sql.raw(EVENT_JSON)} order by e.seq), '[]')
				from contact_events e where e.contact_id = k.id),
			'candidates', ${sql.raw(people)}
		)::text as contact
		from contacts k where k.id = ${contactId}::uuid`);
	const found = JSON.parse(row?.contact ?? '{}') as {
		officerIds: string[];
		events: ContactEvent[];
		candidates: { people: ReadPerson[] };
	};
	const [person] = wholePeople(found.candidates.people);
	if (!person) throw new Error('A contact is about a customer that there is not.');
	return { officerIds: found.officerIds, events: found.events.map(withInstant), person };
}

export async function roleOf(tx: Transaction, officerId: string): Promise<Role> {
	const [row] = await tx.select({ role: user.role }).from(user).where(eq(user.id, officerId));
	if (!row) throw new Error('Somebody asked who is not there.');
	return row.role;
}

/** A commit by this key, where there was one. */
export async function commitBy(
	tx: Transaction,
	{ contactId, key }: { contactId: string; key: string }
): Promise<{ bodyDigest: string; result: CommitResult } | undefined> {
	const [row] = await tx
		.select({ bodyDigest: commits.bodyDigest, result: commits.result })
		.from(commits)
		.where(and(eq(commits.contactId, contactId), eq(commits.key, key)));
	return row;
}
