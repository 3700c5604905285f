/**
 * What has come in from the source systems, the books of record: each extract with how it ended, and each person or
 * organisation as one system has them. Who of them is the same customer is a link (`customers`), never a change here.
 */
import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { day, instant, pence } from '../db/columns.ts';

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
		/** The day it speaks of: how fresh every figure from it is. */
		extractOn: day().notNull(),
		/** `differs`: counts or pounds are not the trailer's, and somebody must accept it in writing. */
		state: text()
			.$type<'reading' | 'differs' | 'published' | 'refused' | 'abandoned'>()
			.notNull()
			.default('reading'),
		rowCount: integer().notNull().default(0),
		rejectedCount: integer().notNull().default(0),
		totalPence: pence()
			.notNull()
			.default(sql`0`),
		/** What the trailer says; null where it has none. */
		trailerCount: integer(),
		trailerPence: pence(),
		startedAt: instant().notNull(),
		publishedAt: instant(),
		acceptedBy: text(),
		acceptedBecause: text()
	},
	(table) => [
		index('imports_by_source').on(table.source, table.extractOn),
		check(
			'import_that_differs_is_accepted_in_writing',
			sql`num_nonnulls(${table.acceptedBy}, ${table.acceptedBecause}) in (0, 2)`
		)
	]
);

/** A line that could not be taken, in plain English; the line itself stays in the rejects file, not here. */
export const rejects = pgTable(
	'rejects',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		importId: uuid()
			.notNull()
			.references(() => imports.id),
		lineNumber: integer().notNull(),
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
		/** The first and the last extract that had it, by the days they speak of. */
		firstOn: day().notNull(),
		lastOn: day().notNull()
	},
	(table) => [unique('records_by_key').on(table.source, table.key)]
);
