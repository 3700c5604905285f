/**
 * Changes of a customer's record that somebody told us of. The source systems keep the record: a change is told to them
 * and stands here beside what they have until their extracts show it. What is personal lies in the sibling.
 */
import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { ChangeKind, ChangeValues } from '../../shared/customers/changes/kinds.ts';
import type { Evidence } from '../../shared/customers/changes/read.ts';
import { contacts } from '../contacts/tables.ts';
import { day, instant } from '../db/columns.ts';
import { customers } from '../customers/tables.ts';

export const recordChanges = pgTable(
	'record_changes',
	{
		id: uuid().primaryKey(),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		contactId: uuid()
			.notNull()
			.references(() => contacts.id),
		/** The browser's own, once a press of the button. */
		key: uuid().notNull(),
		kind: text().$type<ChangeKind>().notNull(),
		/** Null where the day of a death is not known. */
		effectiveOn: day(),
		evidence: text().$type<Evidence>().notNull(),
		/** Who recorded it. */
		officerId: text().notNull(),
		at: instant().notNull(),
		/** What it added to the customer's contact facts, so that they are found by it. */
		factId: uuid(),
		/** Before its systems were told. */
		undoneAt: instant(),
		undoneBy: text(),
		/** Every system it was told to shows it; by whom where somebody saw it there. */
		confirmedAt: instant(),
		confirmedBy: text()
	},
	(table) => [
		unique('one_change_a_press').on(table.contactId, table.key),
		index('record_changes_by_customer').on(table.customerId, table.at),
		index('record_changes_open')
			.on(table.customerId)
			.where(sql`${table.undoneAt} is null and ${table.confirmedAt} is null`),
		index('record_changes_by_fact')
			.on(table.factId)
			.where(sql`${table.factId} is not null`),
		check(
			'change_is_undone_or_confirmed',
			sql`${table.undoneAt} is null or ${table.confirmedAt} is null`
		),
		check(
			'change_is_undone_by_somebody',
			sql`(${table.undoneAt} is null) = (${table.undoneBy} is null)`
		)
	]
);

/** The retention role may delete one; nobody else does. */
export const recordChangeDetails = pgTable('record_change_details', {
	changeId: uuid()
		.primaryKey()
		.references(() => recordChanges.id),
	before: jsonb().$type<ChangeValues>().notNull(),
	after: jsonb().$type<ChangeValues>().notNull(),
	/** Who said so; empty for the customer themselves. */
	saidBy: text().notNull(),
	/** What was seen or is to come. */
	seen: text().notNull()
});
