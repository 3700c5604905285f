/**
 * A death reported in a contact, without an identity check and by whoever it was: kept with who said so, every debt of
 * that person held at once, and their systems told. Told again it changes nothing. Nothing is said of any account.
 */
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { readDied, whoDied, type MayBeMeant } from '../../shared/customers/changes/death.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import { figuresChanged } from '../contacts/figures-changed.ts';
import { setDied } from '../customers/died.ts';
import type { Transaction } from '../db/transaction.ts';
import { bereave } from '../debts/bereave.ts';
import { instructChange } from '../letters/instruct.ts';
import { systemsToTell } from './queries.ts';
import { recordChangeDetails, recordChanges } from './tables.ts';

export type DeathReported = {
	contactId: string;
	/** Whom the contact is about: the dead person, or somebody who owes with them. */
	customerId: string;
	words: Readonly<Record<string, string>>;
	officerId: string;
	at: Instant;
	today: Day;
};

/** Null where it is not plain of whom, or where it is known. */
export async function reportDeath(tx: Transaction, told: DeathReported): Promise<string | null> {
	const { contactId, words, officerId, at, today } = told;
	const customerId = whoDied(words['who'] ?? '', await mayBeMeant(tx, told.customerId));
	if (customerId === null || (await isKnown(tx, customerId))) return null;
	const read = readDied(words['when'] ?? '', today);
	const on = read.ok ? read.on : null;
	const changeId = randomUUID();
	const who = { customerId, contactId, officerId, at };
	await tx.insert(recordChanges).values({
		id: changeId,
		key: changeId,
		...who,
		kind: 'death',
		effectiveOn: on,
		evidence: 'none'
	});
	const after = { diedOn: on ?? '' };
	const saidBy = (words['teller'] ?? '').slice(0, 500);
	await tx.insert(recordChangeDetails).values({ changeId, before: {}, after, saidBy, seen: '' });
	if (on !== null) await setDied(tx, { customerId, on });
	const debtIds = await bereave(tx, { customerId, reference: changeId, contactId, at, today });
	const to = await systemsToTell(tx, { customerId, kind: 'death' });
	await instructChange(tx, { customerId, contactId, changeId, because: 'death', to, at });
	await figuresChanged(tx, { debtIds, at, but: contactId });
	const detail = { kind: 'death', held: debtIds.length, systems: to.length };
	await record(tx, { ...who, act: 'changes.report-death', subjectId: changeId, detail });
	return changeId;
}

async function mayBeMeant(tx: Transaction, customerId: string): Promise<readonly MayBeMeant[]> {
	return tx.execute<MayBeMeant>(sql`
		select c.id as "customerId", c.given_names as "givenNames", c.family_name as "familyName"
		from customers c where c.kind = 'person' and (c.id = ${customerId}::uuid or c.id in (
			select o.customer_id from liabilities mine join liabilities o on o.debt_id = mine.debt_id
			where mine.customer_id = ${customerId}::uuid))`);
}

async function isKnown(tx: Transaction, customerId: string): Promise<boolean> {
	const open = and(
		eq(recordChanges.customerId, customerId),
		eq(recordChanges.kind, 'death'),
		isNull(recordChanges.undoneAt)
	);
	const told = await tx.select({ id: recordChanges.id }).from(recordChanges).where(open).limit(1);
	if (told.length > 0) return true;
	const dead = await tx.execute(
		sql`select from customers where id = ${customerId}::uuid and died_on is not null`
	);
	return dead.length > 0;
}
