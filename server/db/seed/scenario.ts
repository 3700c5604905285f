/**
 * What a scenario of the demo council says: people, what they owe and how it came to be owed. Everything is named by
 * keys a person remembers; the same key is the same row on every machine and every day.
 */
import { createHash } from 'node:crypto';
import type { Authority, AuthorityEvidence } from '../../../shared/customers/authorities.ts';
import type { Fund } from '../../debts/tables.ts';
import type { EntryKind } from '../../debts/enter.ts';
import type { Due, Exception, Ground, HoldKind } from '../../../shared/debts/debt.ts';
import type { SourceFacts } from '../../../shared/debts/facts.ts';
import type { Stream } from '../../../shared/debts/streams.ts';
import { parsePounds, type Pence } from '../../../shared/money/pence.ts';
import type { Day, Instant } from '../../../shared/time/day.ts';

export type SeedPhone = {
	/** As it stands on the record: `07700 900142`. */
	number: string;
	confirmedOn?: Day;
	fromOn?: Day;
	toOn?: Day;
};

export type SeedAddress = {
	line1: string;
	postcode: string;
	kind?: 'home' | 'business' | 'correspondence';
	town?: string;
	uprn?: string;
	fromOn?: Day;
	toOn?: Day;
};

export type SeedNeed = { need: string; adjustment: string; consent?: 'given' | 'not-asked' };

export type SeedName = { kind: 'former' | 'alias' | 'trading'; name: string; toOn?: Day };

export type SeedAuthority = Pick<Authority, 'kind' | 'name' | 'scope' | 'fromOn'> & {
	evidence: AuthorityEvidence;
};

export type SeedCustomer = {
	key: string;
	kind?: 'person' | 'organisation';
	givenNames?: string;
	/** An organisation's whole name. */
	familyName: string;
	bornOn?: Day;
	nino?: string;
	diedOn?: Day;
	isRestricted?: boolean;
	needsExtraCheck?: boolean;
	isSafeContact?: boolean;
	language?: string;
	names?: readonly SeedName[];
	phones?: readonly SeedPhone[];
	addresses?: readonly SeedAddress[];
	email?: string;
	needs?: readonly SeedNeed[];
	/** Who may speak for them. */
	authorities?: readonly SeedAuthority[];
};

export type SeedLiability = {
	customer: string;
	ground: Ground;
	fromOn?: Day;
	toOn?: Day;
	exception?: { why: Exception; fromOn: Day; toOn: Day | null };
};

export type SeedHold = {
	kind: HoldKind;
	/** The person it is for; the first liable unless it says. */
	customer?: string;
	fromOn: Day;
	untilOn: Day | null;
	reference?: string;
};

/** One entry set of two lines: on the debt, where more owed is positive, and against it on the fund. */
export type SeedMovement = {
	kind: EntryKind;
	amount: Pence;
	fund: Fund;
	on: Day;
	at?: Instant;
	method?: string;
	payer?: string;
};

export type SeedStage = { stage: string; on: Day; cost: Pence };

export type SeedDebt = {
	key: string;
	stream: Stream;
	/** Ungrouped: `7710448261`. */
	reference: string;
	title: string;
	fromOn: Day;
	untilOn: Day | null;
	stage: string;
	stageOn: Day;
	facts: SourceFacts;
	dues: readonly Due[];
	movements: readonly SeedMovement[];
	history: readonly SeedStage[];
	liable: readonly SeedLiability[];
	holds: readonly SeedHold[];
};

/** Money received that nobody has placed: what the payer quoted, and when it came. */
export type SeedSuspense = { amount: Pence; on: Day; method: string; quoted: string };

export type Scenario = {
	customers: readonly SeedCustomer[];
	debts: readonly SeedDebt[];
	suspense?: readonly SeedSuspense[];
};

/** A row's id from its kind and key, the same wherever it is seeded. */
export function idOf(kind: string, key: string): string {
	const hex = createHash('sha1').update(`fairline:${kind}:${key}`).digest('hex');
	const variant = '89ab'[parseInt(hex.charAt(16), 16) % 4] ?? '8';
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`5${hex.slice(13, 16)}`,
		`${variant}${hex.slice(17, 20)}`,
		hex.slice(20, 32)
	].join('-');
}

/** The id of a customer of the demo, for a test or a named call: `customerId('kelly-ashworth')`. */
export function customerId(key: string): string {
	return idOf('customer', key);
}

/** One of a numbered few that belong to the same thing; a thousand hashes cost more than the rest of the seed. */
export function partId(whole: string, at: number): string {
	return `${whole.slice(0, -4)}${at.toString(16).padStart(4, '0')}`;
}

export function debtId(debt: Pick<SeedDebt, 'key'>): string {
	return idOf('debt', debt.key);
}

/** Pounds as a scenario writes them. */
export function pounds(text: string): Pence {
	const amount = parsePounds(text);
	if (amount === null) throw new Error(`${text} is not an amount in pounds.`);
	return amount;
}
