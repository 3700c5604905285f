/** Who did what that has effect, append-only: ids and amounts, never a name, a word typed or a reference. */
import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../db/columns.ts';

export const audit = pgTable(
	'audit',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		at: instant().notNull(),
		/** Null where the product did it by itself. */
		officerId: text(),
		act: text().notNull(),
		contactId: uuid(),
		customerId: uuid(),
		/** What it was done to. */
		subjectId: text(),
		detail: jsonb().$type<Record<string, unknown>>().notNull().default({})
	},
	(table) => [index('audit_by_customer').on(table.customerId, table.at)]
);
