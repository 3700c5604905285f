/**
 * Money in: each file by what is in it, each sum received, where it was placed, and what the banks say of payments
 * that came back and of Direct Debits. The pounds themselves are entries (`debts`); a row here says which sets of them are about one sum. All of a
 * sum is on debts, in suspense, refunded or returned, and nothing is ever deleted.
 */
import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { customers } from '../customers/tables.ts';
import { day, instant, pence } from '../db/columns.ts';
import { debts } from '../debts/tables.ts';
import type { Did } from '../../shared/income/advices/advice-closing.ts';
import type { AdviceKind, ToDo } from '../../shared/income/bank-codes.ts';
import type { Ground } from '../../shared/income/appropriation.ts';
import type { Channel } from '../../shared/income/received.ts';
import type { RefundState, WayBack } from '../../shared/income/refunds/refunds.ts';
import type { SentLine } from '../../shared/income/sent-files.ts';

export type FileKind = 'camt.053' | 'provider' | 'arudd' | 'addacs' | 'acknowledgements';

export const receiptFiles = pgTable('receipt_files', {
	id: uuid().primaryKey(),
	kind: text().$type<FileKind>().notNull(),
	/** SHA-256 of its bytes: the same file twice is refused by what is in it, whatever it is called. */
	digest: text().notNull().unique(),
	lineCount: integer().notNull(),
	totalPence: pence().notNull(),
	receivedAt: instant().notNull(),
	officerId: text()
});

/** Every file that somebody sent, taken or refused, and what came of it line by line. Append-only. */
export const sentFiles = pgTable(
	'sent_files',
	{
		id: uuid().primaryKey(),
		/** In the order in which they came. */
		number: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
		/** As it is called where it came from; it says nothing about what is in it. */
		name: text().notNull(),
		/** Null where it was refused. */
		fileId: uuid().references(() => receiptFiles.id),
		says: jsonb().$type<readonly string[]>().notNull(),
		/** What was refused or left out, and why. */
		lines: jsonb().$type<readonly SentLine[]>().notNull(),
		at: instant().notNull(),
		officerId: text()
	},
	(table) => [index('sent_files_by_number').on(table.number)]
);

export type ReceiptState = 'placed' | 'suspense' | 'refunded' | 'returned';

export const receipts = pgTable(
	'receipts',
	{
		id: uuid().primaryKey(),
		/** Null where it was typed by hand. */
		fileId: uuid().references(() => receiptFiles.id),
		lineNumber: integer(),
		/** What the line says, as a digest: the same line again is the same money. */
		identity: text().notNull().unique('one_receipt_a_line'),
		channel: text().$type<Channel>().notNull(),
		amountPence: pence().notNull(),
		/** The day the money was the council's. */
		receivedOn: day().notNull(),
		referenceGiven: text().notNull().default(''),
		/** As it is compared: a reference of ours, or what was written without its gaps. */
		reference: text(),
		payerName: text(),
		/** The digest of the bank account it came from, to know the same payer again. */
		payerDigest: text(),
		/** `suspense` while any of it waits. */
		state: text().$type<ReceiptState>().notNull(),
		placedPence: pence().notNull(),
		suspensePence: pence().notNull(),
		refundedPence: pence()
			.notNull()
			.default(sql`0`),
		returnedPence: pence()
			.notNull()
			.default(sql`0`),
		/** The set of entries by which it came in. */
		setId: uuid().notNull().unique('one_set_a_receipt'),
		/** The payment plan whose reference it quoted: each source is told of its part, and of all that moves of it. */
		arrangementId: uuid(),
		at: instant().notNull(),
		officerId: text()
	},
	(table) => [
		index('receipts_by_file').on(table.fileId),
		index('receipts_by_plan')
			.on(table.arrangementId)
			.where(sql`${table.arrangementId} is not null`),
		index('receipts_waiting_by_reference')
			.on(table.reference)
			.where(sql`${table.suspensePence} > 0`),
		// The oldest first.
		index('receipts_waiting')
			.on(table.receivedOn, table.id)
			.where(sql`${table.suspensePence} > 0`),
		index('receipts_by_payer')
			.on(table.payerDigest)
			.where(sql`${table.payerDigest} is not null`),
		check('a_receipt_is_of_something', sql`${table.amountPence} > 0`),
		check(
			'all_of_a_receipt_is_somewhere',
			sql`${table.amountPence} = ${table.placedPence} + ${table.suspensePence} + ${table.refundedPence} + ${table.returnedPence} and least(${table.placedPence}, ${table.suspensePence}, ${table.refundedPence}, ${table.returnedPence}) >= 0`
		),
		check(
			'a_receipt_waits_while_any_of_it_does',
			sql`(${table.state} = 'suspense') = (${table.suspensePence} > 0)`
		)
	]
);

/** What a person typed of money that they took themselves. Append-only. */
export const receiptsByHand = pgTable('receipts_by_hand', {
	receiptId: uuid()
		.primaryKey()
		.references(() => receipts.id),
	/** The browser's own, once a press of the button, and what it was used for. */
	key: uuid().notNull().unique('one_receipt_a_key'),
	asked: text().notNull(),
	note: text()
});

/** A part of a receipt on a debt. Undone, it stays and says by which set. */
export const placements = pgTable(
	'placements',
	{
		id: uuid().primaryKey(),
		receiptId: uuid()
			.notNull()
			.references(() => receipts.id),
		debtId: uuid()
			.notNull()
			.references(() => debts.id),
		amountPence: pence().notNull(),
		setId: uuid().notNull(),
		/** The limb of the rule, or an officer's own word. */
		ground: text().$type<Ground | 'officer'>().notNull(),
		rules: jsonb().$type<readonly string[]>().notNull(),
		undoneBySetId: uuid()
	},
	(table) => [
		index('placements_by_receipt').on(table.receiptId),
		index('placements_by_debt').on(table.debtId),
		check('a_placement_is_of_something', sql`${table.amountPence} > 0`)
	]
);

export type ReceiptAct = 'placed' | 'undone' | 'refunded' | 'returned' | 'cancelled' | 'came-back';

/** What was done to a receipt after it came in, append-only: who, for which contact, by which set of entries. */
export const receiptActs = pgTable(
	'receipt_acts',
	{
		setId: uuid().primaryKey(),
		receiptId: uuid()
			.notNull()
			.references(() => receipts.id),
		act: text().$type<ReceiptAct>().notNull(),
		amountPence: pence().notNull(),
		/** The browser's own, once a press of the button. */
		key: uuid(),
		/** What the key was used for, as a digest. */
		asked: text(),
		contactId: uuid(),
		officerId: text(),
		at: instant().notNull()
	},
	(table) => [
		index('receipt_acts_by_receipt').on(table.receiptId),
		unique('one_act_a_key').on(table.receiptId, table.key)
	]
);

/** What a bank said of a Direct Debit, and what was done about it. */
export const bankAdvices = pgTable(
	'bank_advices',
	{
		id: uuid().primaryKey(),
		fileId: uuid()
			.notNull()
			.references(() => receiptFiles.id),
		lineNumber: integer().notNull(),
		identity: text().notNull().unique('one_advice_a_line'),
		kind: text().$type<AdviceKind>().notNull(),
		code: text().notNull(),
		onDay: day().notNull(),
		/** Null for an ADDACS advice, which is about no payment. */
		amountPence: pence(),
		reference: text().notNull(),
		debtId: uuid().references(() => debts.id),
		/** Whose Direct Debit it is, where that is plain. */
		customerId: uuid().references(() => customers.id),
		/** The set that reversed the payment, and the payment's own; null where there was none to reverse. */
		setId: uuid(),
		paymentSetId: uuid().unique('a_payment_comes_back_once'),
		/** What is left for a person; null where nothing is. */
		toDo: text().$type<ToDo>(),
		doneAt: instant(),
		doneBy: text(),
		did: text().$type<Did>(),
		/** Of a payment to be asked for once more: the day, with their notice before it. */
		retryOn: day(),
		isHeld: boolean().notNull().default(false),
		at: instant().notNull()
	},
	(table) => [
		index('bank_advices_by_customer').on(table.customerId),
		index('bank_advices_by_debt').on(table.debtId),
		index('bank_advices_by_set').on(table.setId),
		index('bank_advices_to_do')
			.on(table.onDay)
			.where(sql`${table.toDo} is not null and ${table.doneAt} is null`)
	]
);

/** Money to be given back, of a receipt that waits or of an account in credit. Who asks for it never approves it. */
export const refunds = pgTable(
	'refunds',
	{
		id: uuid().primaryKey(),
		/** The browser's own, once a press of the button, and what it was used for. */
		key: uuid().notNull().unique('one_refund_a_key'),
		asked: text().notNull(),
		receiptId: uuid().references(() => receipts.id),
		debtId: uuid().references(() => debts.id),
		amountPence: pence().notNull(),
		because: text().notNull(),
		way: text().$type<WayBack>().notNull(),
		state: text().$type<RefundState>().notNull(),
		askedBy: text().notNull(),
		askedAt: instant().notNull(),
		decidedBy: text(),
		decidedAt: instant(),
		/** The policy by which it was approved. */
		rules: jsonb().$type<readonly string[]>().notNull().default([]),
		/** When it was written to the paying system, and in which file. */
		toldAt: instant(),
		toldIn: uuid(),
		/** As the paying system and the bank quote it. */
		number: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity().unique(),
		/** The day it was paid, and who said so; by a statement's line, as a digest, nobody need have. */
		paidOn: day(),
		paidSaidBy: text(),
		paidSaidAt: instant(),
		paidLine: text(),
		/** The line by which it came back. */
		backLine: text()
	},
	(table) => [
		uniqueIndex('one_open_refund_a_receipt')
			.on(table.receiptId)
			.where(sql`${table.state} = 'asked'`),
		uniqueIndex('one_open_refund_a_debt')
			.on(table.debtId)
			.where(sql`${table.state} = 'asked'`),
		index('refunds_by_state').on(table.state, table.askedAt),
		check('a_refund_is_of_something', sql`${table.amountPence} > 0`),
		check('a_refund_is_of_one_thing', sql`num_nonnulls(${table.receiptId}, ${table.debtId}) = 1`),
		check(
			'who_asks_for_a_refund_never_approves_it',
			sql`${table.decidedBy} is null or ${table.decidedBy} <> ${table.askedBy} or ${table.state} = 'withdrawn'`
		)
	]
);

/** The sets by which an approved refund was made: one a receipt, and one for what no receipt of ours brought. */
export const refundSets = pgTable(
	'refund_sets',
	{
		setId: uuid().primaryKey(),
		refundId: uuid()
			.notNull()
			.references(() => refunds.id)
	},
	(table) => [index('refund_sets_by_refund').on(table.refundId)]
);
