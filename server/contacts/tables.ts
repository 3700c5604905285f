/**
 * A contact is a log: one appended row for everything that happens in it. Words typed lie in a sibling row that the
 * retention role may delete; the log keeps only their salted digest. Half-typed text is the one thing beside the log.
 */
import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { instant } from '../db/columns.ts';
import { user } from '../officers/tables.ts';
import type { Channel } from '../../shared/contacts/events.ts';
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
		/** Whose it is now: the officer it is offered to or who has it. */
		officerId: text().references(() => user.id),
		/** Its last event's sequence number: the version that sockets compare. */
		version: integer().notNull(),
		startedAt: instant().notNull(),
		/** When the officer finished it, wrap-up and all. */
		closedAt: instant()
	},
	(table) => [
		unique('one_contact_a_call').on(table.source, table.sourceContactId),
		index('contacts_open_by_officer')
			.on(table.officerId)
			.where(sql`${table.closedAt} is null`),
		check(
			'a_withheld_call_has_no_number',
			sql`${table.callerNumber} is null or ${table.presentation} in ('allowed', 'unknown')`
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
		/** Salted digest of the sibling's words, where there are any. */
		digest: text()
	},
	(table) => [primaryKey({ columns: [table.contactId, table.seq] })]
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
