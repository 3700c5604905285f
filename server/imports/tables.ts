/**
 * What has come in from the source systems, the books of record: each extract with how it ended, and each person or
 * organisation as one system has them. Who of them is the same customer is a link (`customers`), never a change here.
 */
import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { day, instant, pence } from '../db/columns.ts';

/** What a published extract is made of, in this order. */
export type PublishStep = 'people' | 'debts' | 'entries' | 'balances';

export type ImportStep = 'reading' | 'checking' | 'publishing' | PublishStep;

/** One file of one source system. Nothing of it is visible before it is `published`. */
export const imports = pgTable(
	'imports',
	{
		id: uuid().primaryKey(),
		source: text().notNull(),
		/** The mapping it was read by. */
		mapping: text().notNull(),
		fileName: text().notNull(),
		/** SHA-256 of its bytes: the same file twice is refused by what is in it, whatever it is called. */
		digest: text().notNull(),
		/** The day it speaks of: how fresh every figure from it is. Null until its header is read. */
		extractOn: day(),
		/**
		 * `differs`: counts or pounds are not the trailer's, and somebody must accept it in writing. Once somebody has, it
		 * stays so until it is published.
		 */
		state: text()
			.$type<'reading' | 'differs' | 'published' | 'refused' | 'abandoned'>()
			.notNull()
			.default('reading'),
		/** What of it is being done, until it is published. */
		step: text().$type<ImportStep>().notNull().default('reading'),
		bytesRead: bigint({ mode: 'number' }).notNull().default(0),
		/** Null where nobody said how long it is. */
		bytesInAll: bigint({ mode: 'number' }),
		/** Lines taken, between header and trailer. */
		rowCount: integer().notNull().default(0),
		/** Of those, published in the transaction that is going on; since when, and when it is thought to end. */
		rowsPublished: integer().notNull().default(0),
		publishingAt: instant(),
		expectedAt: instant(),
		rejectedCount: integer().notNull().default(0),
		totalPence: pence()
			.notNull()
			.default(sql`0`),
		/** What the trailer says; null where it has none. */
		trailerCount: integer(),
		trailerPence: pence(),
		/** Why it was refused, in words without anybody in them. */
		problem: text(),
		startedAt: instant().notNull(),
		publishedAt: instant(),
		/** Once its new and changed records were compared with everybody's; null while that is still to be done. */
		matchedAt: instant(),
		acceptedBy: text(),
		acceptedBecause: text()
	},
	(table) => [
		index('imports_by_source').on(table.source, table.extractOn),
		check(
			'import_has_its_day_before_it_shows',
			sql`${table.extractOn} is not null or ${table.state} in ('reading', 'refused', 'abandoned')`
		),
		check(
			'import_that_differs_is_accepted_in_writing',
			sql`num_nonnulls(${table.acceptedBy}, ${table.acceptedBecause}) in (0, 2)`
		)
	]
);

/** A line that could not be taken, or not with all it said, in plain English; what it said stays in its file. */
export const rejects = pgTable(
	'rejects',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		importId: uuid()
			.notNull()
			.references(() => imports.id),
		lineNumber: integer().notNull(),
		/** Taken all the same, without what could not be read. */
		isTaken: boolean().notNull().default(false),
		reason: text().notNull()
	},
	(table) => [index('rejects_by_import').on(table.importId, table.lineNumber)]
);

/** A person or organisation as one source system has them, whole, as its last extract said. */
export const records = pgTable(
	'records',
	{
		id: uuid().primaryKey(),
		source: text().notNull(),
		/** The source's own id of its account holder. */
		key: text().notNull(),
		kind: text().$type<'person' | 'organisation'>().notNull(),
		givenNames: text().notNull().default(''),
		familyName: text().notNull(),
		bornOn: day(),
		nino: text(),
		/** As the source has it, and as E.164 where it is a number at all. */
		phone: text(),
		e164: text(),
		email: text(),
		line1: text(),
		line2: text(),
		town: text(),
		postcode: text(),
		uprn: text(),
		/** Accounts of other systems that its own says are the same person's: matching goes by them. */
		councilTaxAccount: text(),
		benefitClaim: text(),
		/** What a source shows of a change it was told of. Of a bank account nobody needs more than its last figures. */
		diedOn: day(),
		adults: integer(),
		accountEnding: text(),
		/** The first and the last extract that had it, by the days they speak of. */
		firstOn: day().notNull(),
		lastOn: day().notNull()
	},
	(table) => [unique('records_by_key').on(table.source, table.key)]
);

/** An entry of ours that an extract brought: it was retired by a reversal in the transaction that entered the source's. */
export const retirements = pgTable(
	'retirements',
	{
		/** The set that was first made here. */
		setId: uuid().notNull(),
		debtId: uuid().notNull(),
		/** The set that takes it back, and the source's own id of the transaction that stands for it now. */
		reversalSetId: uuid().notNull().unique(),
		sourceReference: text().notNull(),
		importId: uuid()
			.notNull()
			.references(() => imports.id)
	},
	(table) => [primaryKey({ columns: [table.setId, table.debtId] })]
);

/**
 * A debt whose source says another balance than our books, once ours that are not yet in the extract are left out. It
 * is named and never adjusted; a later extract that agrees settles it.
 */
export const discrepancies = pgTable(
	'discrepancies',
	{
		id: uuid().primaryKey(),
		debtId: uuid().notNull(),
		importId: uuid()
			.notNull()
			.references(() => imports.id),
		source: text().notNull(),
		extractOn: day().notNull(),
		/** What the source says, what our books say, and what of that is ours and not yet in the extract. */
		statedPence: pence().notNull(),
		booksPence: pence().notNull(),
		waitingPence: pence().notNull(),
		foundAt: instant().notNull(),
		settledAt: instant()
	},
	(table) => [
		uniqueIndex('one_open_discrepancy_a_debt')
			.on(table.debtId)
			.where(sql`${table.settledAt} is null`),
		check(
			'discrepancy_differs',
			sql`${table.statedPence} <> ${table.booksPence} - ${table.waitingPence}`
		)
	]
);
