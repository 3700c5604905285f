/**
 * A number is not a customer's: the link ends today, for every stream at once, what was confirmed on it counts no more,
 * and it is on a list that extracts and matching respect, so that the next file does not open it again. The systems that
 * have it are told, because it is they that ring and send texts. Whatever was
 * sent or said to that number may have gone to somebody else, which may be a personal data breach (UK GDPR art 33): it
 * is on record, once, for the council to look into.
 */
import { randomUUID } from 'node:crypto';
import { and, eq, gte, isNull, or, sql } from 'drizzle-orm';
import { addDays, type Day, type Instant } from '../../../shared/time/day.ts';
import { record } from '../../audit/record.ts';
import { tellNotTheirs, tellTheirsAgain } from '../../changes/wrong-number.ts';
import type { Transaction } from '../../db/transaction.ts';
import { customerPhones } from '../tables.ts';
import { NOTED } from './noted.ts';
import { wrongNumbers } from './tables.ts';

/** Where it was said, when, and who wrote it down. */
export type Said = { contactId: string; at: Instant; officerId: string };

export type Unlinking = {
	number: string;
	/** Of this customer alone; otherwise of everybody it is linked to. */
	customerId?: string;
	on: Day;
	said: Said;
};

/** How many customers it was linked to. A link's last day is the day before, so that it is gone at once. */
export async function unlinkNumber(tx: Transaction, unlinking: Unlinking): Promise<number> {
	const { number, customerId, on, said } = unlinking;
	const ended = await tx
		.update(customerPhones)
		.set({ toOn: addDays(on, -1), confirmedOn: null })
		.where(
			and(
				eq(customerPhones.e164, number),
				customerId === undefined ? undefined : eq(customerPhones.customerId, customerId),
				or(isNull(customerPhones.toOn), gte(customerPhones.toOn, on))
			)
		)
		.returning({ customerId: customerPhones.customerId });
	const customerIds = new Set(ended.map((row) => row.customerId));
	for (const id of customerIds) {
		await noteWrong(tx, { customerId: id, number, said });
		await tellNotTheirs(tx, { customerId: id, number, on, said });
	}
	return customerIds.size;
}

async function noteWrong(
	tx: Transaction,
	{ customerId, number, said }: { customerId: string; number: string; said: Said }
): Promise<void> {
	const { contactId, at, officerId } = said;
	await tx.insert(wrongNumbers).values({
		id: randomUUID(),
		customerId,
		e164: number,
		reportedAt: at,
		reportedBy: officerId,
		contactId
	});
	const act = 'customers.possible-data-incident';
	const detail = { because: 'wrong-number' };
	await record(tx, { ...said, officerId: null, act, customerId, detail });
}

/** What was reported in a contact is taken back in it: each customer has the number again. */
export async function relinkReported(
	tx: Transaction,
	{ on, said }: { on: Day; said: Said }
): Promise<void> {
	const reported = await tx
		.select({ number: wrongNumbers.e164, customerId: wrongNumbers.customerId })
		.from(wrongNumbers)
		.where(and(eq(wrongNumbers.contactId, said.contactId), isNull(wrongNumbers.withdrawnAt)));
	for (const one of reported) await relinkNumber(tx, { ...one, on, said });
}

/** It is theirs after all: linked again from today, until a source says otherwise. */
export async function relinkNumber(
	tx: Transaction,
	{ number, customerId, on, said }: Unlinking & { customerId: string }
): Promise<{ ok: true } | { ok: false; because: 'not-reported' }> {
	const withdrawn = await tx
		.update(wrongNumbers)
		.set({ withdrawnAt: said.at, withdrawnBy: said.officerId })
		.where(
			and(
				eq(wrongNumbers.customerId, customerId),
				eq(wrongNumbers.e164, number),
				isNull(wrongNumbers.withdrawnAt)
			)
		)
		.returning({ id: wrongNumbers.id });
	if (withdrawn.length === 0) return { ok: false, because: 'not-reported' };
	await tx.execute(sql`
		insert into customer_phones (id, customer_id, e164, raw, from_on, source)
		select distinct on (p.source) gen_random_uuid(), p.customer_id, p.e164, p.raw, ${on}::date, p.source
		from customer_phones p where p.customer_id = ${customerId}::uuid and p.e164 = ${number}
			and p.source <> ${NOTED}
		order by p.source, p.to_on desc`);
	await tellTheirsAgain(tx, { customerId, number, on, said });
	const act = 'customers.number-theirs-again';
	await record(tx, { ...said, act, customerId });
	return { ok: true };
}
