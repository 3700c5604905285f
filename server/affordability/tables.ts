/** Statements as they were when they were finished, or something was agreed on them: a new one is a new version. */
import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { contacts } from '../contacts/tables.ts';
import { customers } from '../customers/tables.ts';
import { day, instant, pence } from '../db/columns.ts';
import { user } from '../officers/tables.ts';
import type { GuidelineFigures } from '../../shared/affordability/guidelines.ts';
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

/**
 * Guideline figures for the three flexible areas, loaded by a manager from the council's membership, from a day on. Until
 * one has begun the product's marked samples are shown. Withdrawn before its day, never deleted.
 */
export const guidelineSets = pgTable(
	'guideline_sets',
	{
		id: uuid().primaryKey(),
		areas: jsonb().$type<GuidelineFigures>().notNull(),
		fromOn: day().notNull(),
		/** As the manager's machine called it. */
		fileName: text().notNull(),
		loadedBy: text()
			.notNull()
			.references(() => user.id),
		loadedAt: instant().notNull(),
		withdrawnBy: text().references(() => user.id),
		withdrawnAt: instant()
	},
	(table) => [
		uniqueIndex('one_guideline_set_begins_on_a_day')
			.on(table.fromOn)
			.where(sql`${table.withdrawnAt} is null`),
		check(
			'guideline_withdrawal_says_who_and_when',
			sql`(${table.withdrawnAt} is null) = (${table.withdrawnBy} is null)`
		)
	]
);
