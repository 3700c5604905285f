/**
 * What a customer told us of themselves, among their contact facts in our own name, so that they are found by it and a
 * call from the new number is theirs. The record's own stay as the source has them; when its extract shows the new one,
 * ours is the source's from then on.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { ChangeKind, ChangeValues } from '../../shared/customers/changes/kinds.ts';
import { addDays, instantInLondon, type Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { customerAddresses, customerEmails, customerNames, customerPhones } from './tables.ts';

const TABLES: Readonly<Partial<Record<ChangeKind, string>>> = {
	address: 'customer_addresses',
	name: 'customer_names',
	phone: 'customer_phones',
	email: 'customer_emails'
};

export type ToldFact = {
	customerId: string;
	kind: ChangeKind;
	values: ChangeValues;
	on: Day;
};

/** Its id; null where no fact of ours comes of it. */
export async function addToldFact(tx: Transaction, fact: ToldFact): Promise<string | null> {
	const { customerId, kind, values, on } = fact;
	if (!(kind in TABLES)) return null;
	const id = randomUUID();
	const value = (field: string) => values[field] ?? '';
	const row = { id, customerId, fromOn: on, source: 'fairline' };
	if (kind === 'phone') {
		await notWrongAnyMore(tx, { customerId, number: value('phone'), on });
		await tx.insert(customerPhones).values({ ...row, e164: value('phone'), raw: value('phone') });
	}
	if (kind === 'email') await tx.insert(customerEmails).values({ ...row, email: value('email') });
	if (kind === 'name')
		await tx.insert(customerNames).values({
			...row,
			kind: 'alias',
			name: `${value('givenNames')} ${value('familyName')}`.trim()
		});
	if (kind === 'address')
		await tx.insert(customerAddresses).values({
			...row,
			kind: 'home',
			line1: value('line1'),
			line2: value('line2') || null,
			town: value('town'),
			postcode: value('postcode')
		});
	return id;
}

/** They say that it is theirs themselves. */
async function notWrongAnyMore(
	tx: Transaction,
	{ customerId, number, on }: { customerId: string; number: string; on: Day }
): Promise<void> {
	await tx.execute(sql`
		update wrong_numbers set withdrawn_at = ${instantInLondon(on, '00:00')}::timestamptz
		where customer_id = ${customerId}::uuid and e164 = ${number} and withdrawn_at is null`);
}

/** As if it had never been told: its last day is before its first. */
export async function endToldFact(
	tx: Transaction,
	{ kind, factId, today }: { kind: ChangeKind; factId: string | null; today: Day }
): Promise<void> {
	const table = TABLES[kind];
	if (factId === null || table === undefined) return;
	await tx.execute(sql`update ${sql.raw(table)}
		set to_on = least(from_on, ${today}::date) - 1 where id = ${factId}::uuid`);
}

/** What a source shows now is that source's. Where its own extract brought the same already, ours ends. */
export async function factsAreOf(
	tx: Transaction,
	{ source, on, factIds }: { source: string; on: Day; factIds: readonly string[] }
): Promise<void> {
	if (factIds.length === 0) return;
	const ids = sql`${`{${factIds.join(',')}}`}::uuid[]`;
	for (const [table, same] of Object.entries(SAME)) {
		const name = sql.raw(table);
		await tx.execute(sql`
			update ${name} f set source = ${source},
				to_on = case when exists (select from ${name} o where o.customer_id = f.customer_id
					and o.id <> f.id and o.source = ${source} and o.to_on is null and ${sql.raw(same)})
					then ${addDays(on, -1)}::date else f.to_on end
			where f.id = any(${ids}) and f.source = 'fairline'`);
	}
}

/** Written alike or not. A name that a source shows is the customer's own: ours was another for it. */
const SAME: Readonly<Record<string, string>> = {
	customer_phones: 'o.e164 = f.e164',
	customer_emails: 'lower(o.email) = lower(f.email)',
	customer_addresses: `plain_text(o.line1) = plain_text(f.line1)
		and replace(upper(o.postcode), ' ', '') = replace(upper(f.postcode), ' ', '')`,
	customer_names: 'o.name = f.name'
};
