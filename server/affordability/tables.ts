/** Statements as they were when they were finished, or something was agreed on them: a new one is a new version. */
import { index, integer, jsonb, pgTable, unique, uuid } from 'drizzle-orm/pg-core';
import { contacts } from '../contacts/tables.ts';
import { customers } from '../customers/tables.ts';
import { day, instant, pence } from '../db/columns.ts';
import type { Statement } from '../../shared/affordability/statement.ts';

export const statements = pgTable(
	'statements',
	{
		id: uuid().primaryKey(),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		version: integer().notNull(),
		contactId: uuid()
			.notNull()
			.references(() => contacts.id),
		statement: jsonb().$type<Statement>().notNull(),
		/** Null for three questions, which say that it is affordable and not how much is. */
		leftPence: pence(),
		usablePence: pence(),
		madeOn: day().notNull(),
		/** By when it is to be looked at again. */
		reviewOn: day().notNull(),
		at: instant().notNull()
	},
	(table) => [
		unique('one_statement_a_version').on(table.customerId, table.version),
		index('statements_by_contact').on(table.contactId)
	]
);
