/**
 * What is owed, by whom, where it stands in law, and the books. A debt's balance is the sum of its entries and only
 * the trigger on entries moves it (migration 0001); entries are append-only and every set of them sums to nothing.
 */
import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	index,
	jsonb,
	pgTable,
	text,
	unique,
	uniqueIndex,
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { customers } from '../customers/tables.ts';
import { day, instant, pence } from '../db/columns.ts';
import { records } from '../imports/tables.ts';
import type { Stream } from '../../shared/debts/streams.ts';
import type { Exception, Ground, HoldKind } from '../../shared/debts/debt.ts';
import type { AgentStage } from '../../shared/law/charges/agent-fees.ts';
import type { EntryKind } from '../../shared/debts/entries.ts';
import type { DebtFacts } from '../../shared/debts/facts.ts';

export const debts = pgTable(
	'debts',
	{
		id: uuid().primaryKey(),
		stream: text().$type<Stream>().notNull(),
		/** The source system's reference for the account, ungrouped: `7710448261`. */
		reference: text().notNull(),
		/** As said to the customer: `Council Tax 2025 to 2026`. */
		title: text().notNull(),
		/** The first day the liability is for; with `untilOn` the tax year or the service period. */
		fromOn: day().notNull(),
		untilOn: day(),
		/** The ladder's stage code and the day it was reached. */
		stage: text().notNull(),
		stageOn: day().notNull(),
		balancePence: pence()
			.notNull()
			.default(sql`0`),
		/** What the policy table and the next steps need and no other column holds, by stream. */
		facts: jsonb().$type<DebtFacts>().notNull().default({}),
		source: text().notNull()
	},
	(table) => [unique('debts_by_reference').on(table.stream, table.reference, table.title)]
);

/** What was charged for each day it fell due. With the balance this gives the three sums. */
export const dues = pgTable(
	'dues',
	{
		id: uuid().primaryKey(),
		debtId: uuid()
			.notNull()
			.references(() => debts.id),
		dueOn: day().notNull(),
		amountPence: pence().notNull()
	},
	(table) => [index('dues_by_debt').on(table.debtId)]
);

export const liabilities = pgTable(
	'liabilities',
	{
		id: uuid().primaryKey(),
		debtId: uuid()
			.notNull()
			.references(() => debts.id),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		/** The source's record it was told for; null where it was made here. It follows that record's link. */
		recordId: uuid().references(() => records.id),
		ground: text().$type<Ground>().notNull(),
		fromOn: day().notNull(),
		/** The last day it is for: a day counts as it ends (LGFA 1992 s2(2)). */
		toOn: day(),
		/** Why this person is not jointly liable with somebody who is neither, and for which days. */
		exception: text().$type<Exception>(),
		exceptionFromOn: day(),
		exceptionToOn: day(),
		/** The source whose extract has it; null where it was recorded here and none has shown it yet. */
		exceptionSource: text(),
		/** False where an exception leaves this person out of all of it: `except.ts` keeps it true to the rule. */
		stands: boolean().notNull().default(true)
	},
	(table) => [
		index('liabilities_by_customer').on(table.customerId),
		index('liabilities_by_debt').on(table.debtId),
		index('liabilities_by_record').on(table.recordId),
		check(
			'exception_has_its_first_day',
			sql`(${table.exception} is null) = (${table.exceptionFromOn} is null)`
		),
		check(
			'exception_of_a_source_is_one',
			sql`${table.exceptionSource} is null or ${table.exception} is not null`
		)
	]
);

/** A reason recovery may not move. A fraud referral is never one. */
export const holds = pgTable(
	'holds',
	{
		id: uuid().primaryKey(),
		debtId: uuid()
			.notNull()
			.references(() => debts.id),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		kind: text().$type<HoldKind>().notNull(),
		fromOn: day().notNull(),
		/** The last protected day; null while it has no end yet. */
		untilOn: day(),
		reference: text(),
		/** The officer who looks at it again before it ends. */
		ownerId: text(),
		/** Set when it is lifted before its last day. */
		liftedAt: instant(),
		/** Why, where it was no mistake: `claim-awarded`. */
		endedBecause: text()
	},
	(table) => [
		index('holds_by_debt').on(table.debtId),
		index('holds_by_customer').on(table.customerId),
		index('holds_by_owner').on(table.ownerId, table.untilOn)
	]
);

/** Every stage a debt has reached, append-only in use: the ladder's history. */
export const stageChanges = pgTable(
	'stage_changes',
	{
		id: uuid().primaryKey(),
		debtId: uuid()
			.notNull()
			.references(() => debts.id),
		stage: text().notNull(),
		reachedOn: day().notNull(),
		costPence: pence()
			.notNull()
			.default(sql`0`),
		source: text().notNull(),
		/** The rules it was moved by; none where a source says so. */
		cites: jsonb().$type<readonly string[]>().notNull().default([]),
		officerId: text(),
		/** The step that this one takes back. */
		undoesId: uuid().references((): AnyPgColumn => stageChanges.id)
	},
	(table) => [
		index('stage_changes_by_debt').on(table.debtId),
		// Whether a step was taken back is asked of each.
		index('stage_changes_taking_back')
			.on(table.undoesId)
			.where(sql`${table.undoesId} is not null`)
	]
);

/** A method being used under an order, and against whom: one at a time (SI 1992/613 reg 52(2), 54(6)). */
export const steps = pgTable(
	'steps',
	{
		id: uuid().primaryKey(),
		debtId: uuid()
			.notNull()
			.references(() => debts.id),
		/** The ladder's stage: `AEO`. */
		method: text().notNull(),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		fromOn: day().notNull(),
		toOn: day()
	},
	(table) => [
		uniqueIndex('one_step_at_a_time')
			.on(table.debtId, table.customerId)
			.where(sql`${table.toOn} is null`),
		index('steps_by_customer').on(table.customerId)
	]
);

/** A debt that enforcement agents have: theirs and ours are two sums, and their fees are only what they last told. */
export const agentCases = pgTable(
	'agent_cases',
	{
		id: uuid().primaryKey(),
		debtId: uuid()
			.notNull()
			.references(() => debts.id),
		/** The firm, as it is told: `Pike and Harrow Enforcement`. */
		agent: text().notNull(),
		givenOn: day().notNull(),
		stage: text().$type<AgentStage>().notNull(),
		feesPence: pence()
			.notNull()
			.default(sql`0`),
		feesToldOn: day(),
		visitedOn: day(),
		endedOn: day()
	},
	(table) => [
		uniqueIndex('one_agent_at_a_time')
			.on(table.debtId)
			.where(sql`${table.endedOn} is null`)
	]
);

export type Fund = 'income' | 'costs' | 'write-off' | 'suspense' | 'bank' | 'refunds';

/** Append-only. Pence on a debt (more owed is positive) or on a fund; a set sums to nothing. */
export const entries = pgTable(
	'entries',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		setId: uuid().notNull(),
		debtId: uuid().references(() => debts.id),
		fund: text().$type<Fund>(),
		amountPence: pence().notNull(),
		kind: text().$type<EntryKind>().notNull(),
		/** The council's day it counts on. */
		enteredOn: day().notNull(),
		at: instant().notNull(),
		/** Which system says so; `fairline` for an entry first made here. */
		source: text().notNull(),
		/** The source's own id of the transaction; null while ours is not yet in the extract. */
		sourceReference: text(),
		/** How a payment was made. */
		method: text(),
		/** Who paid, where we know: a joint debtor's payment is shown to the other only as received. */
		payerId: uuid().references(() => customers.id),
		officerId: text()
	},
	(table) => [
		index('entries_by_debt').on(table.debtId, table.enteredOn),
		index('entries_by_set').on(table.setId),
		// What was first made here, for whoever looks for it in an extract.
		index('entries_of_ours')
			.on(table.debtId)
			.where(sql`${table.source} = 'fairline' and ${table.debtId} is not null`),
		check('entry_is_on_a_debt_or_on_a_fund', sql`num_nonnulls(${table.debtId}, ${table.fund}) = 1`),
		check('entry_is_not_nothing', sql`${table.amountPence} <> 0`)
	]
);
