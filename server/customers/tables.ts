/** Who owes, how they may be reached, and how to treat them. Contact facts carry from, to and where they came from. */
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
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { day, instant } from '../db/columns.ts';
import { records } from '../imports/tables.ts';
import type { MatchReason } from '../../shared/customers/matching/match.ts';
import type { Belongs } from '../../shared/customers/number/belonging.ts';
import type { NeedSeenBy } from '../../shared/customers/support.ts';

const dated = {
	fromOn: day().notNull(),
	toOn: day(),
	source: text().notNull()
};

export const customers = pgTable(
	'customers',
	{
		id: uuid().primaryKey(),
		kind: text().$type<'person' | 'organisation'>().notNull(),
		/** A person's; empty for an organisation. */
		givenNames: text().notNull().default(''),
		/** A person's family name, or the organisation's whole name. */
		familyName: text().notNull(),
		bornOn: day(),
		/** National Insurance number, upper case without spaces. Two customers may claim one: that is for a review. */
		nino: text(),
		diedOn: day(),
		/** A council employee's own or family record: only named roles open it. */
		isRestricted: boolean().notNull().default(false),
		/** Separation, a joint debt, a recent change of phone or address: one identity question more. */
		needsExtraCheck: boolean().notNull().default(false),
		/** Contact only by the means agreed; nothing shows before identity. */
		isSafeContact: boolean().notNull().default(false),
		language: text(),
		source: text().notNull(),
		/** All its records were found to be this other customer's: only what was said before is still of it. */
		joinedTo: uuid().references((): AnyPgColumn => customers.id)
	},
	(table) => [
		index('customers_by_family_name').on(table.familyName),
		index('customers_by_birth')
			.on(table.bornOn)
			.where(sql`${table.bornOn} is not null`),
		index('customers_by_nino')
			.on(table.nino)
			.where(sql`${table.nino} is not null`),
		index('customers_joined')
			.on(table.joinedTo)
			.where(sql`${table.joinedTo} is not null`)
	]
);

export const customerNames = pgTable(
	'customer_names',
	{
		id: uuid().primaryKey(),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		kind: text().$type<'former' | 'alias' | 'trading'>().notNull(),
		name: text().notNull(),
		...dated
	},
	(table) => [index('customer_names_by_customer').on(table.customerId)]
);

export const customerPhones = pgTable(
	'customer_phones',
	{
		id: uuid().primaryKey(),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		e164: text().notNull(),
		raw: text().notNull(),
		/** The last day this customer passed identity on a call from this number. */
		confirmedOn: day(),
		/** Whose it is as an officer noted it in a contact, and until when that is used. */
		belongs: text().$type<Belongs>(),
		belongsUntil: day(),
		notedAt: instant(),
		notedBy: text(),
		notedIn: uuid(),
		...dated
	},
	(table) => [
		index('customer_phones_by_number').on(table.e164),
		index('customer_phones_by_customer').on(table.customerId),
		check(
			'a_note_of_a_number_is_whole',
			sql`${table.belongs} in ('own', 'household', 'speaker', 'only-own')
				and num_nulls(${table.belongs}, ${table.belongsUntil}, ${table.notedAt}) = 0
				or num_nonnulls(${table.belongs}, ${table.belongsUntil}, ${table.notedAt}, ${table.notedBy}, ${table.notedIn}) = 0`
		)
	]
);

export const customerEmails = pgTable(
	'customer_emails',
	{
		id: uuid().primaryKey(),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		email: text().notNull(),
		...dated
	},
	(table) => [
		index('customer_emails_by_customer').on(table.customerId),
		index('customer_emails_by_email').on(sql`lower(${table.email})`)
	]
);

export const customerAddresses = pgTable(
	'customer_addresses',
	{
		id: uuid().primaryKey(),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		kind: text().$type<'home' | 'business' | 'correspondence'>().notNull(),
		line1: text().notNull(),
		line2: text(),
		town: text().notNull(),
		postcode: text().notNull(),
		uprn: text(),
		...dated
	},
	(table) => [
		index('customer_addresses_by_customer').on(table.customerId),
		index('customer_addresses_by_postcode').on(table.postcode)
	]
);

/** The need and what to do about it, never a diagnosis. */
export const supportNeeds = pgTable(
	'support_needs',
	{
		id: uuid().primaryKey(),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		need: text().notNull(),
		/** What the officer does: `Speak slowly. Offer a break.` */
		adjustment: text().notNull(),
		consent: text().$type<'given' | 'not-asked' | 'declined'>().notNull(),
		reviewOn: day(),
		/** Who may see the need itself. What to do about it every officer sees. */
		seenBy: text().$type<NeedSeenBy>().notNull().default('officers'),
		/** Null where a source has it. */
		recordedBy: text(),
		endedBy: text(),
		...dated
	},
	(table) => [index('support_needs_by_customer').on(table.customerId)]
);

/** A password a customer set to be known by, as its salted digest: `server/customers/password.ts`. */
export const customerPasswords = pgTable('customer_passwords', {
	customerId: uuid()
		.primaryKey()
		.references(() => customers.id),
	salt: text().notNull(),
	digest: text().notNull(),
	setOn: day().notNull()
});

/** Which customer a source's record is about, why, and how sure we are. Merging and splitting change only these. */
export const links = pgTable(
	'links',
	{
		recordId: uuid()
			.primaryKey()
			.references(() => records.id),
		customerId: uuid()
			.notNull()
			.references(() => customers.id),
		/** Out of 1000: `shared/customers/matching/match.ts`. 1000 where it was the first record of its customer. */
		score: integer().notNull(),
		reasons: jsonb().$type<readonly MatchReason[]>().notNull(),
		linkedAt: instant().notNull(),
		/** Who decided it; null where the thresholds did. */
		officerId: text()
	},
	(table) => [
		index('links_by_customer').on(table.customerId),
		check('link_score_is_of_1000', sql`${table.score} between 0 and 1000`)
	]
);

/** One merge or split, append-only, with everything that taking it back needs. */
export const linkChanges = pgTable(
	'link_changes',
	{
		id: uuid().primaryKey(),
		/** The order they were made in: many are made at one instant. */
		number: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
		/** `undo` takes another back, and is itself never taken back: the join is made again. */
		kind: text().$type<'join' | 'split' | 'undo'>().notNull(),
		fromCustomerId: uuid()
			.notNull()
			.references(() => customers.id),
		toCustomerId: uuid()
			.notNull()
			.references(() => customers.id),
		score: integer().notNull(),
		reasons: jsonb().$type<readonly MatchReason[]>().notNull(),
		/** The links as they were, and the ids of what followed them, by table. */
		linksBefore: jsonb().$type<readonly LinkBefore[]>().notNull(),
		moved: jsonb().$type<Readonly<Record<string, readonly string[]>>>().notNull(),
		/** What the customer they went to was before, where it took anything over. */
		customerBefore: jsonb().$type<CustomerBefore>(),
		undoes: uuid(),
		at: instant().notNull(),
		/** Who decided it; null where the thresholds did. */
		officerId: text()
	},
	(table) => [
		index('link_changes_by_from').on(table.fromCustomerId),
		index('link_changes_by_to').on(table.toCustomerId),
		unique('a_change_is_undone_once').on(table.undoes),
		check('only_an_undo_undoes', sql`(${table.kind} = 'undo') = (${table.undoes} is not null)`)
	]
);

export type LinkBefore = {
	recordId: string;
	customerId: string;
	score: number;
	reasons: readonly MatchReason[];
	linkedAt: string;
	officerId: string | null;
};

export type CustomerBefore = {
	bornOn: string | null;
	nino: string | null;
	diedOn: string | null;
	language: string | null;
	isRestricted: boolean;
	needsExtraCheck: boolean;
	isSafeContact: boolean;
};

/** Two records that may be one customer: a person looks at both, side by side. What they decide is not asked again. */
export const linkReviews = pgTable(
	'link_reviews',
	{
		id: uuid().primaryKey(),
		/** The lower id first. */
		recordId: uuid()
			.notNull()
			.references(() => records.id),
		otherRecordId: uuid()
			.notNull()
			.references(() => records.id),
		score: integer().notNull(),
		reasons: jsonb().$type<readonly MatchReason[]>().notNull(),
		state: text().$type<'open' | 'joined' | 'apart'>().notNull().default('open'),
		foundAt: instant().notNull(),
		decidedBy: text(),
		decidedAt: instant(),
		/** The join it led to. */
		changeId: uuid().references(() => linkChanges.id)
	},
	(table) => [
		unique('one_review_a_pair').on(table.recordId, table.otherRecordId),
		index('link_reviews_by_other').on(table.otherRecordId),
		index('link_reviews_open')
			.on(table.score)
			.where(sql`${table.state} = 'open'`),
		check('review_has_its_records_in_order', sql`${table.recordId} < ${table.otherRecordId}`),
		check(
			'review_is_decided_by_somebody',
			sql`(${table.state} = 'open') = (${table.decidedAt} is null)`
		)
	]
);

/** What of a record was last looked at for matching: one that says the same is not looked at again. */
export const matchedRecords = pgTable('matched_records', {
	recordId: uuid()
		.primaryKey()
		.references(() => records.id),
	digest: text().notNull()
});
