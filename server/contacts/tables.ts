/**
 * A contact is a log: one appended row for everything that happens in it. Words typed lie in a sibling row that the
 * retention role may delete; the log keeps only their salted digest. Half-typed text is the one thing beside the log.
 */
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { customers } from '../customers/tables.ts';
import { instant } from '../db/columns.ts';
import type { Channel } from '../../shared/contacts/log/events.ts';
import type { Presentation } from '../../shared/calls/events.ts';

export const contacts = pgTable(
	'contacts',
	{
		id: uuid().primaryKey(),
		channel: text().$type<Channel>().notNull(),
		/** Which switch and its id of the call; null at the desk and in writing. */
		source: text(),
		sourceContactId: text(),
		presentation: text().$type<Presentation>(),
		callerNumber: text(),
		callerName: text(),
		/** Whose screens it is on: those it rings for, who have it or had it, until they finish with it. */
		officerIds: text()
			.array()
			.notNull()
			.default(sql`'{}'`),
		/** Who it is about, once the officer has chosen; never because of a withheld number. */
		customerId: uuid().references(() => customers.id),
		/** Its last event's sequence number: the version that sockets compare. */
		version: integer().notNull(),
		startedAt: instant().notNull(),
		/** When the officer finished it, wrap-up and all. */
		closedAt: instant()
	},
	(table) => [
		unique('one_contact_a_call').on(table.source, table.sourceContactId),
		// Not while it rings: nobody is chosen in a pop.
		index('contacts_by_customer')
			.on(table.customerId, table.startedAt)
			.where(sql`${table.customerId} is not null`),
		index('contacts_open')
			.on(table.startedAt)
			.where(sql`${table.closedAt} is null`),
		check(
			'a_withheld_call_has_no_number',
			sql`(${table.callerNumber} is null and ${table.callerName} is null) or ${table.presentation} in ('allowed', 'unknown')`
		)
	]
);

export const contactEvents = pgTable(
	'contact_events',
	{
		contactId: uuid()
			.notNull()
			.references(() => contacts.id),
		seq: integer().notNull(),
		type: text().notNull(),
		at: instant().notNull(),
		officerId: text(),
		body: jsonb().$type<Record<string, unknown>>().notNull(),
		/** The browser's own id of an officer's event, so that a second sending appends nothing. */
		key: uuid(),
		/** Salted digest of the sibling's words, where there are any. */
		digest: text()
	},
	(table) => [
		primaryKey({ columns: [table.contactId, table.seq] }),
		// What the switch says has no key: a pop that writes three lines of it writes nothing here.
		uniqueIndex('one_event_a_key')
			.on(table.contactId, table.key)
			.where(sql`${table.key} is not null`),
		// A pop writes neither: what was taken and what has gone is looked for by its time.
		index('answers_and_ends_by_time')
			.on(table.type, table.at)
			.where(sql`${table.type} in ('answered', 'callEnded')`),
		/** Two wrong answers stop a check by customer and day, in whichever contacts they were given. */
		index('identity_answers_by_customer')
			.on(sql`(body ->> 'customerId')`, table.at)
			.where(sql`${table.type} = 'identityAnswered'`)
	]
);

export const contactEventDetails = pgTable(
	'contact_event_details',
	{
		contactId: uuid().notNull(),
		seq: integer().notNull(),
		salt: text().notNull(),
		words: jsonb().$type<Record<string, string>>().notNull()
	},
	(table) => [primaryKey({ columns: [table.contactId, table.seq] })]
);

export const contactDrafts = pgTable(
	'contact_drafts',
	{
		contactId: uuid()
			.notNull()
			.references(() => contacts.id),
		field: text().notNull(),
		value: text().notNull(),
		at: instant().notNull()
	},
	(table) => [primaryKey({ columns: [table.contactId, table.field] })]
);

/** A customer's own window that stands open, for a contact at the desk; gone with the conversation. */
export const customerWindows = pgTable('customer_windows', {
	contactId: uuid()
		.primaryKey()
		.references(() => contacts.id),
	officerId: text().notNull(),
	/** Their first name, which it shows. */
	officer: text().notNull(),
	/** Of the code that opens it once; null when it was used. */
	codeDigest: text().unique('one_window_a_code'),
	/** Of what that gave, which opens it again. */
	passDigest: text().unique('one_window_a_pass'),
	isHidden: boolean().notNull().default(false),
	openedAt: instant().notNull()
});
