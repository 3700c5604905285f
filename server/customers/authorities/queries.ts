/**
 * A customer's authorities that stand on a day: not ended, begun, and not past their last day. One that does not stand
 * is in no answer of this room but the list of what was, so that nothing can be told on it.
 */
import { sql } from 'drizzle-orm';
import type { Authority } from '../../../shared/customers/authorities.ts';
import type { Day } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';

/** Placeholders or columns of the surrounding statement. */
export type AuthorityParameters = { customer: string; today: string };

/** A scalar of JSON: the `Authority` of each that stands, the oldest first. */
export function authoritiesJson({ customer, today }: AuthorityParameters): string {
	return `to_json(array(select json_build_object('id', y.id, 'kind', y.kind, 'name', y.name,
			'organisation', y.organisation, 'scope', y.scope, 'streams', y.streams,
			'debtIds', y.debt_ids, 'fromOn', y.from_on, 'untilOn', y.until_on)
		from authorities y where y.customer_id = ${customer} and y.ended_at is null
			and y.from_on <= ${today}::date and (y.until_on is null or y.until_on >= ${today}::date)
		order by y.from_on, y.id))`;
}

export async function currentAuthorities(
	tx: Pick<Transaction, 'execute'>,
	{ customerId, today }: { customerId: string; today: Day }
): Promise<readonly Authority[]> {
	const list = sql.raw(
		authoritiesJson({ customer: '(select id from asked)', today: '(select today from asked)' })
	);
	const [row] = await tx.execute<{ authorities: string }>(sql`
		with asked as (select ${customerId}::uuid as id, ${today}::date as today)
		select (${list})::text as authorities`);
	return JSON.parse(row?.authorities ?? '[]') as Authority[];
}
