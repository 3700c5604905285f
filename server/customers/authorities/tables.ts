/** Who may speak for a customer, as it was recorded: of what, on what evidence, from when and until when. */
import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '../../db/columns.ts';
import { customers } from '../tables.ts';
import type {
	AuthorityEnd,
	AuthorityEvidence,
	AuthorityKind,
	AuthorityScope
} from '../../../shared/customers/authorities.ts';

/** Never changed but to be ended: what else is wrong is recorded anew. */
export const authorities = pgTable(
	'authorities',
	{
		id: uuid().primaryKey(),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		kind: text().$type<AuthorityKind>().notNull(),
		/** Who speaks. */
		name: text().notNull(),
		/** Empty for somebody who speaks for themselves alone. */
		organisation: text().notNull().default(''),
		scope: text().$type<AuthorityScope>().notNull(),
		/** Only debts of these; null with `debt_ids` null for every debt. */
		streams: text().array(),
		debtIds: uuid().array(),
		evidence: text().$type<AuthorityEvidence>().notNull(),
		fromOn: day().notNull(),
		/** Its last day; null where the law or the evidence gives none. */
		untilOn: day(),
		recordedAt: instant().notNull(),
		/** Null where it was there before us. */
		recordedBy: text(),
		/** No foreign key: the contacts' own table points at customers. */
		contactId: uuid(),
		endedAt: instant(),
		endedBy: text(),
		endedBecause: text().$type<AuthorityEnd>()
	},
	(table) => [
		index('authorities_by_customer')
			.on(table.customerId)
			.where(sql`${table.endedAt} is null`),
		check(
			'authority_covers_streams_or_debts',
			sql`${table.streams} is null or ${table.debtIds} is null`
		),
		check(
			'authority_covers_something',
			sql`cardinality(coalesce(${table.streams}, '{x}')) > 0 and cardinality(coalesce(${table.debtIds}::text[], '{x}')) > 0`
		),
		check(
			'authority_ends_after_it_begins',
			sql`${table.untilOn} is null or ${table.untilOn} >= ${table.fromOn}`
		),
		check(
			'an_ended_authority_says_why',
			sql`(${table.endedAt} is null) = (${table.endedBecause} is null)`
		)
	]
);
