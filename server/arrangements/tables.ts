/**
 * Agreed plans: what each covers, every payment, and what of each payment goes to which debt; and promises to pay. The
 * sums are held by deferred triggers (migration `agreements_prove_themselves`): payments sum to the plan, parts to the
 * payment and to the debt. A debt is in one live arrangement of each person who owes it.
 */
import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	foreignKey,
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
import { day, instant, pence } from '../db/columns.ts';
import { debts } from '../debts/tables.ts';
import type { DirectDebitWord } from '../../shared/arrangements/paying/direct-debit.ts';
import type { ArrangementState, LifeEvent } from '../../shared/arrangements/life/states.ts';
import type { Beside } from '../../shared/arrangements/terms/collecting.ts';
import type { Method } from '../../shared/arrangements/schedule.ts';
import type { AgreeingRole } from '../../shared/law/policy-rows.ts';
import type { Rhythm } from '../../shared/time/pay-days.ts';

export const arrangements = pgTable(
	'arrangements',
	{
		id: uuid().primaryKey(),
		/** As the customer reads it on the agreement: `NA 2026 000 001`. */
		number: text().notNull().unique(),
		/** What every payment of it quotes; never given out again (`shared/income/references/plan-reference.ts`). */
		paymentReference: text().notNull().unique('one_plan_a_payment_reference'),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		contactId: uuid()
			.notNull()
			.references(() => contacts.id),
		state: text().$type<ArrangementState>().notNull(),
		amountPence: pence().notNull(),
		rhythm: text().$type<Rhythm>().notNull(),
		method: text().$type<Method>().notNull(),
		firstOn: day().notNull(),
		lastOn: day().notNull(),
		paymentCount: integer().notNull(),
		totalPence: pence().notNull(),
		agreedOn: day().notNull(),
		agreedAt: instant().notNull(),
		officerId: text().notNull(),
		/** Whose authority it was agreed on, and who gave it where it was not the officer's own. */
		role: text().$type<AgreeingRole>().notNull(),
		approvedBy: text(),
		/** Ids of the rules it was agreed by. */
		cites: jsonb().$type<readonly string[]>().notNull(),
		/** What collects another debt and goes on beside it, as it was when they agreed. */
		beside: jsonb().$type<readonly Beside[]>().notNull().default([]),
		incomeProofBy: day(),
		firstReviewOn: day(),
		/** While it is late: the last day to put it right. */
		putRightBy: day(),
		/** Once it is broken: the last day of the letter's notice, until which recovery still stands. */
		noticeUntil: day(),
		/** The last that was done of its reviews; null until the first. */
		reviewedOn: day(),
		endedOn: day()
	},
	(table) => [
		// What a night looks at, and what a leader must.
		index('arrangements_in_life')
			.on(table.state)
			.where(sql`${table.state} in ('active', 'late', 'broken')`),
		index('arrangements_by_customer').on(table.customerId),
		check('an_arrangement_is_of_something', sql`${table.totalPence} > 0`),
		check(
			'above_the_own_limit_proposer_is_not_approver',
			sql`${table.approvedBy} is null or ${table.approvedBy} <> ${table.officerId}`
		)
	]
);

export const arrangementDebts = pgTable(
	'arrangement_debts',
	{
		arrangementId: uuid()
			.notNull()
			.references(() => arrangements.id),
		debtId: uuid()
			.notNull()
			.references(() => debts.id),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		/** What the plan is to clear of it. */
		owedPence: pence().notNull(),
		/** In order of seniority, from 1. */
		position: integer().notNull(),
		clearOn: day().notNull(),
		/** What a receipt is split by: each for one pay-day, and how many pay-days it has; null without a date. */
		leastPence: pence()
			.notNull()
			.default(sql`0`),
		courtSumPence: pence()
			.notNull()
			.default(sql`0`),
		withinPayDays: integer(),
		isLive: boolean().notNull().default(true)
	},
	(table) => [
		primaryKey({ columns: [table.arrangementId, table.debtId] }),
		uniqueIndex('one_live_arrangement_per_debt_and_person')
			.on(table.debtId, table.customerId)
			.where(sql`${table.isLive}`),
		check('a_plan_clears_something_of_a_debt', sql`${table.owedPence} > 0`)
	]
);

export const instalments = pgTable(
	'instalments',
	{
		arrangementId: uuid()
			.notNull()
			.references(() => arrangements.id),
		/** From 1. */
		number: integer().notNull(),
		dueOn: day().notNull(),
		/** When it is really taken; a Direct Debit waits for a working day. */
		takenOn: day().notNull(),
		isProvisional: boolean().notNull(),
		method: text().$type<Method>().notNull(),
		amountPence: pence().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.arrangementId, table.number] }),
		index('instalments_by_day').on(table.takenOn),
		check('an_instalment_is_not_nothing', sql`${table.amountPence} > 0`)
	]
);

export const allocations = pgTable(
	'allocations',
	{
		arrangementId: uuid().notNull(),
		number: integer().notNull(),
		debtId: uuid().notNull(),
		amountPence: pence().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.arrangementId, table.number, table.debtId] }),
		foreignKey({
			name: 'an_allocation_is_of_an_instalment',
			columns: [table.arrangementId, table.number],
			foreignColumns: [instalments.arrangementId, instalments.number]
		}),
		foreignKey({
			name: 'an_allocation_is_to_a_debt_of_the_plan',
			columns: [table.arrangementId, table.debtId],
			foreignColumns: [arrangementDebts.arrangementId, arrangementDebts.debtId]
		}),
		check('an_allocation_is_not_nothing', sql`${table.amountPence} > 0`)
	]
);

/** Everything that happened to an arrangement, append-only: what, by which rule, who, and when. */
export const arrangementMoves = pgTable(
	'arrangement_moves',
	{
		id: uuid().primaryKey(),
		number: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
		arrangementId: uuid()
			.notNull()
			.references(() => arrangements.id),
		event: text().$type<LifeEvent>().notNull(),
		fromState: text().$type<ArrangementState>().notNull(),
		toState: text().$type<ArrangementState>().notNull(),
		/** Ids of the rules it stands on. */
		rules: jsonb().$type<readonly string[]>().notNull(),
		/** Sums and days of it, never words. */
		detail: jsonb().$type<Readonly<Record<string, string | number>>>().notNull().default({}),
		/** Null where a night or a payment did it. */
		officerId: text(),
		onDay: day('on_day').notNull(),
		at: instant().notNull()
	},
	(table) => [index('arrangement_moves_by_arrangement').on(table.arrangementId, table.number)]
);

/** What somebody wrote of a move: what they looked at, or why. */
export const arrangementMoveNotes = pgTable('arrangement_move_notes', {
	moveId: uuid()
		.primaryKey()
		.references(() => arrangementMoves.id),
	note: text().notNull()
});

/** An instalment's day where a break or a variation has moved it: the last row is the one in force. Append-only. */
export const instalmentDays = pgTable(
	'instalment_days',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		arrangementId: uuid().notNull(),
		number: integer().notNull(),
		dueOn: day().notNull(),
		takenOn: day().notNull(),
		moveId: uuid()
			.notNull()
			.references(() => arrangementMoves.id)
	},
	(table) => [
		index('instalment_days_by_instalment').on(table.arrangementId, table.number, table.id),
		foreignKey({
			name: 'a_moved_day_is_of_an_instalment',
			columns: [table.arrangementId, table.number],
			foreignColumns: [instalments.arrangementId, instalments.number]
		})
	]
);

/** What the council's paying system is told of a plan's Direct Debit. Append-only, but for when it was told. */
export const directDebits = pgTable(
	'direct_debits',
	{
		id: uuid().primaryKey(),
		number: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
		arrangementId: uuid()
			.notNull()
			.references(() => arrangements.id),
		what: text().$type<DirectDebitWord>().notNull(),
		/** The next day that money is taken; null where none is any more. */
		nextOn: day(),
		at: instant().notNull(),
		toldAt: instant(),
		/** The file it is in. */
		toldIn: uuid()
	},
	(table) => [
		index('direct_debits_by_arrangement').on(table.arrangementId, table.number),
		index('direct_debits_to_tell')
			.on(table.number)
			.where(sql`${table.toldAt} is null`),
		check(
			'a_direct_debit_that_goes_on_has_a_day',
			sql`(${table.what} = 'cancel') = (${table.nextOn} is null)`
		)
	]
);

/** The nights that were looked at: each day once, in order, by however many processes. */
export const arrangementNights = pgTable('arrangement_nights', {
	onDay: day('on_day').primaryKey(),
	at: instant().notNull()
});

export const promises = pgTable(
	'promises',
	{
		id: uuid().primaryKey(),
		debtId: uuid()
			.notNull()
			.references(() => debts.id),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		contactId: uuid()
			.notNull()
			.references(() => contacts.id),
		amountPence: pence().notNull(),
		method: text().$type<Method>().notNull(),
		byOn: day().notNull(),
		/** The last day it holds the next step. */
		holdsUntilOn: day().notNull(),
		state: text().$type<'live' | 'kept' | 'broken' | 'withdrawn'>().notNull().default('live'),
		/** When it was kept, or seen not to be; null while it is live. */
		settledOn: day(),
		officerId: text().notNull(),
		at: instant().notNull()
	},
	(table) => [
		uniqueIndex('one_live_promise_a_debt')
			.on(table.debtId)
			.where(sql`${table.state} = 'live'`),
		index('promises_by_debt').on(table.debtId),
		check('a_promise_is_of_something', sql`${table.amountPence} > 0`)
	]
);
