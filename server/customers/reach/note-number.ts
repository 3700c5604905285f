/**
 * Whose the number is that a customer rings from, as an officer notes it: on every row of theirs that has it, or on one
 * of the note's own where no source has it, which ends when the note does. Nobody is rung on such a number, and no
 * system is told of it: that is a change of the record, and is asked for as one.
 */
import { randomUUID } from 'node:crypto';
import { and, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm';
import { notedUntil, type Belongs } from '../../../shared/customers/number/belonging.ts';
import type { Day } from '../../../shared/time/day.ts';
import { record } from '../../audit/record.ts';
import type { Transaction } from '../../db/transaction.ts';
import { customerPhones } from '../tables.ts';
import { NOTED } from './noted.ts';
import { wrongNumbers } from './tables.ts';
import type { Said } from './unlink-number.ts';

export type Noting = {
	customerId: string;
	number: string;
	belongs: Belongs;
	/** Somebody speaks for the customer: nothing is known of a call of their own. */
	isRepresentative: boolean;
	on: Day;
	said: Said;
};

type NumberFacts = typeof customerPhones.$inferInsert;

type Noted = { ok: true } | { ok: false; because: 'reported-wrong' };

export async function noteNumber(tx: Transaction, noting: Noting): Promise<Noted> {
	const { customerId, belongs, on, said } = noting;
	if (belongs !== 'speaker' && (await isReportedWrong(tx, noting)))
		return { ok: false, because: 'reported-wrong' };
	const belongsUntil = notedUntil(on);
	const { at: notedAt, officerId: notedBy, contactId: notedIn } = said;
	const note = { belongs, belongsUntil, notedAt, notedBy, notedIn };
	const onRows = await tx
		.update(customerPhones)
		.set({
			...note,
			toOn: sql`case when ${customerPhones.source} = ${NOTED} then ${belongsUntil}::date
				else ${customerPhones.toOn} end`
		})
		.where(and(ofNumber(noting), or(isNull(customerPhones.toOn), gte(customerPhones.toOn, on))))
		.returning({ id: customerPhones.id });
	if (onRows.length === 0) await tx.insert(customerPhones).values(rowOf(noting, note));
	const detail = { belongs, untilOn: belongsUntil };
	await record(tx, { ...said, act: 'customers.number-noted', customerId, detail });
	return { ok: true };
}

function rowOf(
	{ customerId, number, belongs, isRepresentative, on }: Noting,
	note: Pick<NumberFacts, 'belongs' | 'belongsUntil' | 'notedAt' | 'notedBy' | 'notedIn'>
): NumberFacts {
	return {
		id: randomUUID(),
		customerId,
		e164: number,
		raw: number,
		// They have passed the check on it a moment ago.
		confirmedOn: belongs === 'speaker' || isRepresentative ? null : on,
		...note,
		fromOn: on,
		toOn: note.belongsUntil ?? null,
		source: NOTED
	};
}

async function isReportedWrong(
	tx: Transaction,
	{ customerId, number }: Pick<Noting, 'customerId' | 'number'>
): Promise<boolean> {
	const [reported] = await tx
		.select({ id: wrongNumbers.id })
		.from(wrongNumbers)
		.where(
			and(
				eq(wrongNumbers.customerId, customerId),
				eq(wrongNumbers.e164, number),
				isNull(wrongNumbers.withdrawnAt)
			)
		)
		.limit(1);
	return reported !== undefined;
}

function ofNumber({ customerId, number }: { customerId: string; number: string }) {
	return and(eq(customerPhones.customerId, customerId), eq(customerPhones.e164, number));
}

const NO_NOTE = {
	belongs: null,
	belongsUntil: null,
	notedAt: null,
	notedBy: null,
	notedIn: null
} as const;

/** From now on the number says what the sources say of it. */
export async function takeNoteBack(
	tx: Transaction,
	{
		customerId,
		number,
		mayTake,
		on,
		said
	}: Omit<Noting, 'belongs' | 'isRepresentative'> & { mayTake: readonly Belongs[] }
): Promise<{ ok: true } | { ok: false; because: 'not-noted' }> {
	const cleared = await tx
		.update(customerPhones)
		.set({
			...NO_NOTE,
			toOn: sql`case when ${customerPhones.source} = ${NOTED}
				then least(${customerPhones.fromOn}, ${on}::date) - 1 else ${customerPhones.toOn} end`
		})
		.where(and(ofNumber({ customerId, number }), inArray(customerPhones.belongs, [...mayTake])))
		.returning({ id: customerPhones.id });
	if (cleared.length === 0) return { ok: false, because: 'not-noted' };
	await record(tx, { ...said, act: 'customers.number-note-taken-back', customerId });
	return { ok: true };
}

/**
 * The caller forbids the number after all: nothing of it is kept that this call brought, neither the note nor that a
 * check was passed on it.
 */
export async function forgetNumber(
	tx: Transaction,
	{ contactId, number, today }: { contactId: string; number: string; today: Day }
): Promise<void> {
	const ofThisCall = and(eq(customerPhones.e164, number), eq(customerPhones.notedIn, contactId));
	await tx.delete(customerPhones).where(and(ofThisCall, eq(customerPhones.source, NOTED)));
	await tx.update(customerPhones).set(NO_NOTE).where(ofThisCall);
	await tx
		.update(customerPhones)
		.set({ confirmedOn: null })
		.where(
			and(
				eq(customerPhones.e164, number),
				eq(customerPhones.confirmedOn, today),
				sql`${customerPhones.customerId} = (select customer_id from contacts where id = ${contactId}::uuid)`
			)
		);
}
