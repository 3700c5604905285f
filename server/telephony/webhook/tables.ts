/**
 * What switches have posted to us: each message once, by its own id, so that whichever process took it the one that
 * listens hears it, once and in order. What it says of a caller is wiped as soon as nobody needs it.
 */
import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../../db/columns.ts';

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
