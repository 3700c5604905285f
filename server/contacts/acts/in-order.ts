/**
 * The one order in which rows are locked by whatever touches more than one: debts in the order of their ids, then open
 * contacts in the order of theirs, then customers and what is theirs. Two who keep to it wait for each other, and never
 * in a circle. A death that was told reaches further than its contact: whoever owes with them may be the one who died.
 */
import { sql } from 'drizzle-orm';
import type { ContactEventBody } from '../../../shared/contacts/log/events.ts';
import type { Transaction } from '../../db/transaction.ts';

const listOf = (ids: readonly string[]) =>
	sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;

/** Everything these customers owe, and the open contacts about anybody who owes any of it: their ids. */
export async function lockAround(
	tx: Transaction,
	{ customerIds, contactId }: { customerIds: readonly string[]; contactId: string | null }
): Promise<readonly string[]> {
	await tx.execute(sql`select from debts where id in (
			select debt_id from liabilities where customer_id in ${listOf(customerIds)})
		order by id for no key update`);
	const open = await tx.execute<{ id: string }>(sql`
		select id from contacts where id = ${contactId}::uuid or (closed_at is null and (
			customer_id in ${listOf(customerIds)} or customer_id in (
				select other.customer_id from liabilities mine join liabilities other using (debt_id)
				where mine.customer_id in ${listOf(customerIds)})))
		order by id for update`);
	return open.map(({ id }) => id);
}

/** Before anything of these customers themselves is changed, where they are on somebody's screen. */
export async function lockContactsAbout(
	tx: Transaction,
	customerIds: readonly string[]
): Promise<void> {
	await tx.execute(sql`select from contacts where closed_at is null
		and customer_id in ${listOf(customerIds)} order by id for update`);
}

/** This customer; and where a death was told in the contact, everybody it may be of. */
export async function reachOf(
	tx: Transaction,
	{ contactId, customerIds }: { contactId: string; customerIds: readonly string[] }
): Promise<readonly string[]> {
	const rows = await tx.execute<{ id: string }>(sql`
		select other.customer_id as id from liabilities mine join liabilities other using (debt_id)
		where mine.customer_id in ${listOf(customerIds)} and exists (select from contact_events e
			where e.contact_id = ${contactId}::uuid and e.type = 'requestTaken'
				and e.body ->> 'request' = 'death')`);
	return [...new Set([...customerIds, ...rows.map(({ id }) => id)])];
}

/**
 * Before a contact is finished, which keeps what was heard in it. Nothing is locked where no death was told: then it is
 * this contact's row alone.
 */
export async function lockForEnding(
	tx: Transaction,
	{ contactId, bodies }: { contactId: string; bodies: readonly ContactEventBody[] }
): Promise<void> {
	if (!bodies.some(({ type }) => type === 'wrappedUp')) return;
	const isTold = bodies.some((body) => body.type === 'requestTaken' && body.request === 'death');
	const chosen = bodies.flatMap((body) =>
		body.type === 'customerChosen' ? [body.customerId] : []
	);
	const meant = await tx.execute<{ id: string }>(sql`
		with said as (select k.customer_id, k.caller_number from contacts k
			where k.id = ${contactId}::uuid and (${isTold} or exists (select from contact_events e
				where e.contact_id = k.id and e.type = 'requestTaken' and e.body ->> 'request' = 'death'))),
		about as (
			select customer_id as id from said where customer_id is not null
			union select p.customer_id from customer_phones p join said on p.e164 = said.caller_number
			union select c.id from customers c where c.id in ${listOf(chosen)} and exists (select from said)
		)
		select id from about union
		select other.customer_id from about join liabilities mine on mine.customer_id = about.id
			join liabilities other using (debt_id)`);
	if (meant.length === 0) return;
	await lockAround(tx, { contactId, customerIds: meant.map(({ id }) => id) });
}
