/** Whether this officer has the customer in front of them with identity passed: a part of SQL. */
import { sql, type SQL } from 'drizzle-orm';

export function isInTouch({ customer, officerId }: { customer: SQL; officerId: string }): SQL {
	return sql`exists (select from contacts k where k.customer_id = ${customer}
		and k.closed_at is null and k.officer_ids @> array[${officerId}]::text[]
		and exists (select from contact_events e where e.contact_id = k.id
			and e.type = 'identityPassed'))`;
}
