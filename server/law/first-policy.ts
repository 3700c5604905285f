/**
 * A council begins with the sample policy, and a build that knows a row which no council has drafted yet brings that
 * row's. What is there already is never touched: an upgrade changes no policy in force.
 */
import type { Sql } from 'postgres';
import { NORTHMERE } from '../../shared/law/northmere/policy.ts';

export async function bringFirstPolicy(sql: Pick<Sql, 'unsafe'>): Promise<void> {
	const rows = Object.entries(NORTHMERE).flatMap(([rowId, [first]]) =>
		first ? [{ row_id: rowId, value: first.value, plain: first.plain, from_on: first.from }] : []
	);
	await sql.unsafe(
		`insert into policy_versions (row_id, number, value, plain, why, from_on, approved_at)
		select row.row_id, 1, row.value, row.plain, 'What the council began with.', row.from_on,
			row.from_on::timestamp at time zone 'Europe/London'
		from jsonb_to_recordset($1::text::jsonb) as row(row_id text, value jsonb, plain text, from_on date)
		on conflict (row_id, number) do nothing`,
		[JSON.stringify(rows)]
	);
}
