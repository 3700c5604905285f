/** What goes out: letters, and what each source system is told. A row is the outbox; a sweep sends what is in it. */
import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	index,
	integer,
	pgTable,
	text,
	uuid,
	customType
} from 'drizzle-orm/pg-core';
import { arrangements } from '../arrangements/tables.ts';
import { contacts } from '../contacts/tables.ts';
import { customers } from '../customers/tables.ts';
import { day, instant } from '../db/columns.ts';
import { debts } from '../debts/tables.ts';
import type { InstructionKind } from '../../shared/outcomes/instruct.ts';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
	dataType: () => 'bytea',
	fromDriver: (value) => new Uint8Array(value)
});

export const letters = pgTable(
	'letters',
	{
		id: uuid().primaryKey(),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		contactId: uuid()
			.notNull()
			.references(() => contacts.id),
		arrangementId: uuid().references(() => arrangements.id),
		letter: text().$type<'agreement' | 'what-we-agreed' | 'balances'>().notNull(),
		channel: text().$type<'email' | 'post'>().notNull(),
		isLargePrint: boolean().notNull(),
		pdf: bytes().notNull(),
		state: text().$type<'queued' | 'sent'>().notNull().default('queued'),
		queuedAt: instant().notNull()
	},
	(table) => [index('letters_by_contact').on(table.contactId)]
);

export const instructions = pgTable(
	'instructions',
	{
		/** In the order they were given: a source hears a stop before the restart that ends it. */
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		source: text().notNull(),
		debtId: uuid()
			.notNull()
			.references(() => debts.id),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		/** Null where no contact is about it: what a bank told. */
		contactId: uuid().references(() => contacts.id),
		kind: text().$type<InstructionKind>().notNull(),
		because: text().notNull(),
		/** Before the source's next recovery run. */
		sendBy: instant('send_by_at').notNull(),
		/** `confirmed` only when an extract shows it. */
		state: text().$type<'to-send' | 'told' | 'confirmed'>().notNull().default('to-send'),
		givenAt: instant().notNull(),
		toldAt: instant(),
		confirmedAt: instant(),
		/** The day of the extract that shows it; null where whoever was told answered. */
		confirmedOn: day(),
		tries: integer().notNull().default(0),
		/** To the agents who have the debt, at once, and not to its source. */
		toAgent: boolean().notNull().default(false)
	},
	(table) => [
		index('instructions_to_send')
			.on(table.id)
			.where(sql`${table.state} = 'to-send'`),
		index('instructions_by_contact').on(table.contactId),
		// The last of each debt, for whoever tells a source to go on.
		index('instructions_by_debt').on(table.debtId, table.id)
	]
);
