/**
 * Callers whom nobody took: one row each, rung back or only counted. And every call made from a screen, written before
 * it rings: what the limit on getting in touch (policy C1) counts.
 */
import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { LeftCounted, LeftToRing } from '../../shared/calls/backs/left.ts';
import type { RungFor } from '../../shared/calls/backs/ringing.ts';
import { contacts } from '../contacts/tables.ts';
import { customers } from '../customers/tables.ts';
import { day, instant } from '../db/columns.ts';

export type LeftState = 'counted' | 'due' | 'claimed' | 'done' | 'expired';

const LIVE = sql.raw(`in ('due', 'claimed')`);

export const leftCalls = pgTable(
	'left_calls',
	{
		contactId: uuid()
			.primaryKey()
			.references(() => contacts.id),
		queue: text(),
		/** When they had gone. */
		leftAt: instant().notNull(),
		onDay: day('on_day').notNull(),
		because: text().$type<LeftToRing | LeftCounted>().notNull(),
		state: text().$type<LeftState>().notNull(),
		/** Whose number it is, where it is one customer's. */
		customerId: uuid().references(() => customers.id),
		/** E.164; taken away again where the caller turns out to have withheld it. */
		number: text(),
		dueAt: instant(),
		expiresAt: instant(),
		claimedBy: text(),
		claimedAt: instant(),
		endedAt: instant()
	},
	(table) => [
		// One live call-back a person, by whichever they are known.
		uniqueIndex('one_live_back_a_number')
			.on(table.number)
			.where(sql`${table.state} ${LIVE}`),
		uniqueIndex('one_live_back_a_customer')
			.on(table.customerId)
			.where(sql`${table.state} ${LIVE}`),
		index('left_calls_live')
			.on(table.dueAt)
			.where(sql`${table.state} ${LIVE}`),
		index('left_calls_by_day').on(table.onDay),
		check(
			'a_live_back_can_be_rung',
			sql`${table.state} not ${LIVE} or (${table.number} is not null and ${table.dueAt} is not null
				and ${table.expiresAt} is not null)`
		),
		check(
			'a_claimed_back_is_somebodys',
			sql`${table.state} <> 'claimed' or (${table.claimedBy} is not null and ${table.claimedAt} is not null)`
		),
		check(
			'a_counted_one_has_no_number',
			sql`${table.state} <> 'counted' or ${table.number} is null`
		)
	]
);

export const rungCalls = pgTable(
	'rung_calls',
	{
		id: uuid().primaryKey(),
		/** What it was for, and the id of that. */
		rungFor: text().$type<RungFor>().notNull(),
		subjectId: uuid().notNull(),
		customerId: uuid().references(() => customers.id),
		number: text().notNull(),
		officerId: text().notNull(),
		isAskedFor: boolean().notNull(),
		onDay: day('on_day').notNull(),
		at: instant().notNull(),
		/** The call as its switch knows it; null until it rings. */
		rungOn: text(),
		rungAs: text(),
		/** `refused` by the telephone system: nobody was rung, and it does not count. */
		state: text().$type<'asked' | 'rung' | 'refused'>().notNull().default('asked')
	},
	(table) => [
		index('rung_calls_by_customer').on(table.customerId, table.onDay),
		index('rung_calls_by_number').on(table.number, table.onDay),
		index('rung_calls_by_subject').on(table.subjectId, table.at)
	]
);
