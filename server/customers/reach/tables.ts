/** How a customer may be reached and must not be: numbers that are not theirs, and what they asked for. */
import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { Format } from '../../../shared/customers/wishes/wish.ts';
import { day, instant } from '../../db/columns.ts';
import { customers } from '../tables.ts';

/** A number reported not to be this customer's. While it stands no extract opens it again, and no match rests on it. */
export const wrongNumbers = pgTable(
	'wrong_numbers',
	{
		id: uuid().primaryKey(),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		e164: text().notNull(),
		reportedAt: instant().notNull(),
		/** Null where nobody of ours wrote it down. */
		reportedBy: text(),
		contactId: uuid(),
		/** It is theirs after all. */
		withdrawnAt: instant(),
		withdrawnBy: text()
	},
	(table) => [
		index('wrong_numbers_by_customer')
			.on(table.customerId, table.e164)
			.where(sql`${table.withdrawnAt} is null`),
		index('wrong_numbers_by_number').on(table.e164)
	]
);

/** What a customer asked of how we reach them. The earlier stay, with who ended them; two joined customers have both. */
export const contactWishes = pgTable(
	'contact_wishes',
	{
		id: uuid().primaryKey(),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		/** Only by these ways; empty for any. */
		channels: text().array().notNull(),
		/** In their words: `weekdays before 3`. Empty for any time. */
		times: text().notNull().default(''),
		/** The days of the week to ring on, Monday 1; empty for any. Not before the one time, nor at the other or after. */
		ringDays: smallint()
			.array()
			.notNull()
			.default(sql`'{}'`),
		ringFrom: text().notNull().default(''),
		ringUntil: text().notNull().default(''),
		/** Numbers of theirs not to be rung, in E.164. */
		notNumbers: text()
			.array()
			.notNull()
			.default(sql`'{}'`),
		noMessages: boolean().notNull(),
		/** To whom the debt is not to be mentioned, in their words. */
		notMentionedTo: text().notNull().default(''),
		/** Nothing of them shows before identity, and nobody rings them but as agreed. */
		isSafeContact: boolean().notNull(),
		/** How letters are made; null as usual. */
		format: text().$type<Format>(),
		/** Where letters go in place of their address, a line each. */
		writeTo: text().notNull().default(''),
		fromOn: day().notNull(),
		setAt: instant().notNull(),
		setBy: text(),
		contactId: uuid(),
		endedAt: instant(),
		endedBy: text()
	},
	(table) => [
		index('contact_wishes_in_force')
			.on(table.customerId)
			.where(sql`${table.endedAt} is null`),
		check(
			'a_wish_names_known_ways',
			sql`${table.channels} <@ array['phone', 'text', 'email', 'post', 'desk']`
		),
		check(
			'a_wish_can_be_kept_to',
			sql`${table.ringFrom} = '' or ${table.ringUntil} = '' or ${table.ringFrom} < ${table.ringUntil}`
		)
	]
);
