/** What goes out: letters, and what each source system is told. A row is the outbox; a sweep puts it into a file. */
import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	pgTable,
	text,
	unique,
	uuid,
	customType
} from 'drizzle-orm/pg-core';
import { arrangements } from '../arrangements/tables.ts';
import { contacts } from '../contacts/tables.ts';
import { recordChanges } from '../changes/tables.ts';
import { customers } from '../customers/tables.ts';
import { day, instant, pence } from '../db/columns.ts';
import { debts } from '../debts/tables.ts';
import { records } from '../imports/tables.ts';
import type { Notice } from '../../shared/arrangements/life/notices.ts';
import type { OutcomeOf } from '../../shared/outcomes/outcome.ts';
import type { InstructionKind, InstructionState } from '../../shared/outcomes/instruct.ts';

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
		letter: text().$type<OutcomeOf<'letter'>['letter'] | Notice>().notNull(),
		channel: text().$type<'email' | 'post'>().notNull(),
		isLargePrint: boolean().notNull(),
		isBraille: boolean().notNull().default(false),
		/** To the address they asked for, and not their own. */
		isToOther: boolean().notNull().default(false),
		/** Null until it is made: a notice is queued by the night and made after it. */
		pdf: bytes(),
		/** `kept`: on the record and not sent, because they asked for nothing in writing. */
		state: text().$type<'queued' | 'sent' | 'kept'>().notNull().default('queued'),
		queuedAt: instant().notNull()
	},
	(table) => [
		index('letters_by_contact').on(table.contactId),
		index('letters_by_customer').on(table.customerId),
		index('letters_to_make')
			.on(table.queuedAt)
			.where(sql`${table.pdf} is null`)
	]
);

/** A file for one source, numbered without a gap, so that whoever reads it knows that none is missing. */
export const outboxFiles = pgTable(
	'outbox_files',
	{
		id: uuid().primaryKey(),
		source: text().notNull(),
		number: integer().notNull(),
		name: text().notNull(),
		/** How many instructions are in it. */
		count: integer().notNull(),
		/** SHA-256 of what is in it. */
		digest: text().notNull(),
		/** Null once retention has taken it away. */
		content: text(),
		madeAt: instant().notNull(),
		/** When it lay whole in the outbox's folder: from then on its source is told. */
		writtenAt: instant()
	},
	(table) => [
		unique('outbox_file_number').on(table.source, table.number),
		index('outbox_files_to_write')
			.on(table.madeAt)
			.where(sql`${table.writtenAt} is null`)
	]
);

export const instructions = pgTable(
	'instructions',
	{
		/** In the order they were given: a source hears a stop before the restart that ends it. */
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		source: text().notNull(),
		/** What it is about: a debt, or a change of the record that its source has. */
		debtId: uuid().references(() => debts.id),
		changeId: uuid().references(() => recordChanges.id),
		recordId: uuid().references(() => records.id),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		/** Null where no contact is about it: what a bank told. */
		contactId: uuid().references(() => contacts.id),
		kind: text().$type<InstructionKind>().notNull(),
		because: text().notNull(),
		/** Of a payment split by a plan, or of a part that comes off again: how much, from when, and its set of entries. */
		amountPence: pence(),
		onDay: day('on_day'),
		setId: uuid(),
		/** Before the source's next recovery run. */
		sendBy: instant('send_by_at').notNull(),
		state: text().$type<InstructionState>().notNull().default('to-send'),
		givenAt: instant().notNull(),
		/** It can be undone until then; null for what goes at once. */
		notBefore: instant('not_before_at'),
		/** The file it is in, from when on it is not taken back. */
		fileId: uuid().references(() => outboxFiles.id),
		toldAt: instant(),
		confirmedAt: instant(),
		/** The day of the extract that shows it, or on which whoever was told answered. */
		confirmedOn: day(),
		/** Of an end: the day of the last extract that shows it collecting still, after it was told. */
		stillOn: day('still_on'),
		/** Who of the agents answered. */
		answeredBy: text(),
		tries: integer().notNull().default(0),
		/** To the agents who have the debt, at once, and not to its source. */
		toAgent: boolean().notNull().default(false)
	},
	(table) => [
		index('instructions_to_send')
			.on(table.id)
			.where(sql`${table.state} = 'to-send'`),
		// What an extract may confirm.
		index('instructions_told')
			.on(table.source)
			.where(sql`${table.state} = 'told'`),
		index('instructions_by_file').on(table.fileId),
		index('instructions_by_change')
			.on(table.changeId)
			.where(sql`${table.changeId} is not null`),
		check(
			'instruction_is_about_one_thing',
			sql`num_nonnulls(${table.debtId}, ${table.changeId}) = 1 and (${table.changeId} is not null) = (${table.kind} = 'change')`
		),
		index('instructions_by_contact').on(table.contactId),
		// The last of each debt, for whoever tells a source to go on.
		index('instructions_by_debt').on(table.debtId, table.id)
	]
);

/** An instruction that was late, or a stage that moved on after one, and what somebody did about it. */
export const lookedInto = pgTable('looked_into', {
	/** `late 12` of an instruction, `moved` and the id of a stage. */
	subject: text().primaryKey(),
	note: text().notNull(),
	/** The set that took its cost off; null where nothing was taken off. */
	setId: uuid(),
	officerId: text().notNull(),
	at: instant().notNull()
});
