/**
 * The words a customer is found by, and every word there is, kept true by triggers on the customers' own tables: whoever
 * writes a name or an address, by whatever means, writes these too.
 */
import { sql } from 'drizzle-orm';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { customers } from '../tables.ts';

const words = () => text().array().notNull();

/** One row a customer who was not joined to another. Written by `learn_words` alone. */
export const customerWords = pgTable(
	'customer_words',
	{
		customerId: uuid()
			.primaryKey()
			.references(() => customers.id, { onDelete: 'cascade' }),
		name: words(),
		/** Former names, aliases and trading names. */
		former: words(),
		address: words(),
		/** Addresses that ended. */
		past: words(),
		/** All of these, once each. */
		every: words()
	},
	(table) => [index('customer_words_by_word').using('gin', table.every).with({ fastupdate: false })]
);

/**
 * Every word, and its beginning with one or two letters left out: two words within so many edits have one of these in
 * common. A word may stand twice, so that two who learn it at once never wait for each other.
 */
export const vocabulary = pgTable(
	'vocabulary',
	{ word: text().notNull(), shorts: words() },
	(table) => [
		index('vocabulary_by_beginning').on(sql`${table.word} collate "C"`),
		index('vocabulary_by_short').using('gin', table.shorts).with({ fastupdate: false })
	]
);
