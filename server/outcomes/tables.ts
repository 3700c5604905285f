/**
 * What contacts came to: one row an outcome, which the board counts; what a team leader was asked; and every commit
 * with its key, so that the same again gives the same result.
 */
import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { contacts } from '../contacts/tables.ts';
import { customers } from '../customers/tables.ts';
import { debts } from '../debts/tables.ts';
import { day, instant, pence } from '../db/columns.ts';
import { teams } from '../officers/tables.ts';
import type { ApprovalState, Need } from '../../shared/outcomes/approval.ts';
import type { ClaimAnswer } from '../../shared/outcomes/claim-decision.ts';
import type { CommitResult } from '../../shared/outcomes/committed.ts';
import type { OutcomeKind } from '../../shared/outcomes/outcome.ts';
import type { AgreeingRole } from '../../shared/law/policy-rows.ts';

const about = {
	contactId: uuid()
		.notNull()
		.references(() => contacts.id),
	customerId: uuid()
		.notNull()
		.references(() => customers.id)
};

export const outcomes = pgTable(
	'outcomes',
	{
		id: uuid().primaryKey(),
		commitId: uuid().notNull(),
		...about,
		officerId: text().notNull(),
		teamId: text()
			.notNull()
			.references(() => teams.id),
		kind: text().$type<OutcomeKind>().notNull(),
		/** The council's day it counts on. */
		onDay: day('on_day').notNull(),
		at: instant().notNull(),
		/** Of an arrangement its whole, of a promise or a payment its sum. */
		amountPence: pence(),
		/** Ids of the rules it was decided by. */
		cites: jsonb().$type<readonly string[]>().notNull()
	},
	(table) => [
		index('outcomes_by_day').on(table.onDay, table.teamId),
		index('outcomes_by_contact').on(table.contactId)
	]
);

export const callbacks = pgTable(
	'callbacks',
	{
		id: uuid().primaryKey(),
		...about,
		dueAt: instant().notNull(),
		ownerId: text().notNull(),
		/** Which of their numbers, in E.164; null where none may be rung that we hold. */
		number: text(),
		/** The call we rang them with last, by its switch. */
		rungOn: text(),
		rungAs: text(),
		/** What it is to be about, in the officer's words. */
		note: text().notNull().default(''),
		state: text().$type<'due' | 'done' | 'missed'>().notNull().default('due')
	},
	(table) => [index('callbacks_by_owner').on(table.ownerId, table.dueAt)]
);

/** A discount, relief or benefit claimed: on the way to somebody's decision. */
export const claims = pgTable(
	'claims',
	{
		id: uuid().primaryKey(),
		...about,
		entitlement: text().notNull(),
		onAccountPence: pence(),
		startedOn: day().notNull(),
		ownerId: text().notNull(),
		state: text().$type<'open' | ClaimAnswer>().notNull().default('open'),
		/** As its letter has it; the rest is when and by whom it was recorded, and what they wrote. */
		decidedOn: day(),
		decidedAt: instant(),
		decidedBy: text(),
		decisionNote: text(),
		awardedPence: pence(),
		awardedFromOn: day()
	},
	(table) => [
		index('claims_by_customer').on(table.customerId),
		index('claims_to_decide')
			.on(table.startedOn)
			.where(sql`${table.state} = 'open'`),
		check(
			'a_decided_claim_has_a_day_and_somebody',
			sql`(${table.state} = 'open') = (${table.decidedAt} is null) and (${table.decidedAt} is null
				or (${table.decidedOn} is not null and ${table.decidedBy} is not null))`
		),
		check(
			'an_award_is_of_something',
			sql`(${table.state} = 'awarded') = (${table.awardedPence} is not null)
				and coalesce(${table.awardedPence}, 1) > 0`
		)
	]
);

/** The debts that it would lower, whether or not they were held for it. */
export const claimDebts = pgTable(
	'claim_debts',
	{
		claimId: uuid()
			.notNull()
			.references(() => claims.id),
		debtId: uuid()
			.notNull()
			.references(() => debts.id)
	},
	(table) => [
		primaryKey({ columns: [table.claimId, table.debtId] }),
		index('claim_debts_by_debt').on(table.debtId)
	]
);

export const approvals = pgTable(
	'approvals',
	{
		id: uuid().primaryKey(),
		...about,
		officerId: text().notNull(),
		teamId: text()
			.notNull()
			.references(() => teams.id),
		role: text().$type<AgreeingRole>().notNull(),
		needs: jsonb().$type<readonly Need[]>().notNull(),
		/** Why the officer asks, in their words. */
		reason: text().notNull(),
		state: text().$type<ApprovalState>().notNull().default('waiting'),
		version: integer().notNull().default(1),
		askedAt: instant().notNull(),
		expiresAt: instant().notNull(),
		leaderId: text(),
		openedAt: instant(),
		decidedAt: instant()
	},
	(table) => [
		uniqueIndex('one_open_approval_a_contact')
			.on(table.contactId)
			.where(sql`${table.state} in ('waiting', 'opened')`),
		index('approvals_by_team').on(table.teamId, table.askedAt),
		check(
			'proposer_is_not_approver',
			sql`${table.leaderId} is null or ${table.leaderId} <> ${table.officerId}`
		),
		check(
			'a_decision_has_somebody_and_a_time',
			sql`${table.state} not in ('granted', 'refused') or (${table.leaderId} is not null and ${table.decidedAt} is not null)`
		)
	]
);

export const commits = pgTable(
	'commits',
	{
		contactId: uuid()
			.notNull()
			.references(() => contacts.id),
		/** The browser's own, once a press of the button. */
		key: uuid().notNull(),
		commitId: uuid().notNull().unique(),
		officerId: text().notNull(),
		/** Of everything that was sent: the same key with another body is a refusal. */
		bodyDigest: text().notNull(),
		result: jsonb().$type<CommitResult>().notNull(),
		at: instant().notNull()
	},
	(table) => [primaryKey({ columns: [table.contactId, table.key] })]
);
