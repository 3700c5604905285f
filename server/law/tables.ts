/**
 * The council's own confirmation of a rule that the product only remembers: who in the council confirmed it and when,
 * and which manager wrote that down. It is withdrawn and never deleted.
 */
import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
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

/**
 * Versions of the rows of council policy: drafted by one person, approved by another, in force from a day, withdrawn
 * before it or kept for good. The first of each row is the sample, which nobody drafted. The application may write who
 * approved or withdrew one, and nothing else of it again.
 */
export const policyVersions = pgTable(
	'policy_versions',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** `P2`, `CT4`, as `shared/law/shapes` knows them. */
		rowId: text().notNull(),
		/** From 1, in the order drafted. */
		number: integer().notNull(),
		value: jsonb().notNull(),
		/** One or two sentences an officer can read out. */
		plain: text().notNull(),
		/** Why it changes, for whoever approves it. */
		why: text().notNull(),
		fromOn: day().notNull(),
		draftedBy: text().references(() => user.id),
		draftedAt: instant(),
		approvedBy: text().references(() => user.id),
		approvedAt: instant(),
		withdrawnBy: text().references(() => user.id),
		withdrawnAt: instant()
	},
	(table) => [
		uniqueIndex('policy_versions_are_numbered').on(table.rowId, table.number),
		uniqueIndex('one_version_of_a_row_begins_on_a_day')
			.on(table.rowId, table.fromOn)
			.where(sql`${table.approvedAt} is not null and ${table.withdrawnAt} is null`),
		check(
			'only_the_first_was_drafted_by_nobody',
			sql`(${table.draftedBy} is null) = (${table.number} = 1)`
		),
		check('a_draft_says_when', sql`(${table.draftedBy} is null) = (${table.draftedAt} is null)`),
		check(
			'whoever_drafts_does_not_approve',
			sql`${table.approvedBy} is null or ${table.approvedBy} <> ${table.draftedBy}`
		),
		check(
			'approval_says_who_and_when',
			sql`${table.number} = 1 or (${table.approvedAt} is null) = (${table.approvedBy} is null)`
		),
		check(
			'policy_withdrawal_says_who_and_when',
			sql`(${table.withdrawnAt} is null) = (${table.withdrawnBy} is null)`
		)
	]
);
