/**
 * What switches have posted to us: each message once, by its own id, so that whichever process took it the one that
 * listens hears it, once and in order. What it says of a caller is wiped as soon as nobody needs it.
 */
import { sql } from 'drizzle-orm';
import {
	bigint,
	check,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { instant } from '../../db/columns.ts';
import { user } from '../../officers/tables.ts';

export const webhookMessages = pgTable(
	'webhook_messages',
	{
		/** `webhook:pbx`. */
		source: text().notNull(),
		/** The sender's own id of it, or the keyed digest of what it says where it has none. */
		messageId: text().notNull(),
		/** The order in which they came. */
		number: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
		receivedAt: instant().notNull(),
		/** The call it is about, as the switch calls it. */
		contactId: text(),
		/** Where the sender counts its messages: of what, and which this is. */
		countedBy: text(),
		sequence: integer(),
		/** Its call events as JSON; null once they are wiped. */
		said: text(),
		heardAt: instant()
	},
	(table) => [
		primaryKey({ columns: [table.source, table.messageId] }),
		index('webhook_messages_to_hear')
			.on(table.source, table.number)
			.where(sql`${table.heardAt} is null`),
		index('webhook_messages_to_wipe')
			.on(table.receivedAt)
			.where(sql`${table.said} is not null`),
		index('webhook_messages_by_age').on(table.receivedAt)
	]
);

/**
 * What is known of each call of a switch that posts, as it was when the last of its messages was heard: a process that
 * takes over goes on from there. Once the call is over only its id is kept, so that late news of it changes nothing.
 */
export const webhookCalls = pgTable(
	'webhook_calls',
	{
		source: text().notNull(),
		contactId: text().notNull(),
		/** The call as JSON; null once it is over. */
		call: text(),
		heardAt: instant().notNull(),
		endedAt: instant()
	},
	(table) => [
		primaryKey({ columns: [table.source, table.contactId] }),
		index('webhook_calls_by_age').on(table.heardAt),
		check('webhook_calls_are_wiped', sql`(${table.call} is null) = (${table.endedAt} is not null)`)
	]
);

/** What each switch calls the officers: names heard lately that are nobody's, and whose the others are. */
export const webhookNames = pgTable(
	'webhook_names',
	{
		id: uuid().primaryKey(),
		source: text().notNull(),
		name: text().notNull(),
		officerId: text().references(() => user.id),
		seenAt: instant().notNull()
	},
	(table) => [
		uniqueIndex('webhook_names_by_name').on(table.source, table.name),
		index('webhook_names_of_nobody')
			.on(table.source, table.seenAt)
			.where(sql`${table.officerId} is null`),
		check('webhook_names_are_short', sql`length(${table.name}) between 1 and 80`)
	]
);

/** How a provider nobody wrote a dialect for is understood: JSONata, a row for every version. */
export const webhookMappings = pgTable(
	'webhook_mappings',
	{
		id: uuid().primaryKey(),
		number: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
		source: text().notNull(),
		expression: text().notNull(),
		savedBy: text().notNull(),
		savedAt: instant().notNull(),
		/** One after another; three switch it off. */
		failures: integer().notNull().default(0),
		offAt: instant()
	},
	(table) => [index('webhook_mappings_by_source').on(table.source, table.number)]
);

/** The last messages of a switch that is mapped, as they came, for a quarter of an hour. */
export const webhookCaptures = pgTable(
	'webhook_captures',
	{
		number: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		source: text().notNull(),
		content: text().notNull(),
		receivedAt: instant().notNull()
	},
	(table) => [
		index('webhook_captures_by_source').on(table.source, table.number),
		index('webhook_captures_by_age').on(table.receivedAt)
	]
);
