/**
 * The council's own confirmation of a rule that the product only remembers: who in the council confirmed it and when,
 * and which manager wrote that down. It is withdrawn and never deleted.
 */
import { sql } from 'drizzle-orm';
import { check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '../db/columns.ts';
import { user } from '../officers/tables.ts';

export const confirmations = pgTable(
	'confirmations',
	{
		id: uuid().primaryKey(),
		/** The rule's, for good: `ladder-CT-LIABILITY_ORDER-BANKRUPTCY`. */
		ruleId: text().notNull(),
		/** Whoever answers for the law in the council, by name. */
		confirmedBy: text().notNull(),
		confirmedOn: day().notNull(),
		recordedBy: text()
			.notNull()
			.references(() => user.id),
		recordedAt: instant().notNull(),
		withdrawnBy: text().references(() => user.id),
		withdrawnAt: instant()
	},
	(table) => [
		uniqueIndex('one_confirmation_of_a_rule')
			.on(table.ruleId)
			.where(sql`${table.withdrawnAt} is null`),
		check(
			'withdrawal_says_who_and_when',
			sql`(${table.withdrawnAt} is null) = (${table.withdrawnBy} is null)`
		)
	]
);
