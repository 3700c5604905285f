/** What came in, how fresh each source is, and what must be looked into. Nothing here names a customer. */
import type { RawSql } from '../db/client.ts';
import type { Day } from '../../shared/time/day.ts';

/** The latest day an extract by this mapping spoke of that everybody sees; null before the first. */
export async function latestOf(sql: RawSql, mapping: string): Promise<Day | null> {
	const [found] = await sql<[{ on: Day | null }]>`
		select max(extract_on) as on from imports where mapping = ${mapping} and state = 'published'`;
	return found.on;
}

/** The same bytes by the same mapping, if they are in. */
export async function publishedWith(
	sql: RawSql,
	{ digest, mapping }: { digest: string; mapping: string }
): Promise<{ on: Day } | null> {
	const [found] = await sql<{ on: Day }[]>`
		select (published_at at time zone 'Europe/London')::date as on from imports
		where digest = ${digest} and mapping = ${mapping} and state = 'published' limit 1`;
	return found ?? null;
}

/** One that waits for a person to take its difference or refuse it. */
export async function waitingImport(
	sql: RawSql,
	importId: string
): Promise<{ mapping: string; source: string; on: Day; rowCount: number } | null> {
	const [found] = await sql<{ mapping: string; source: string; on: Day; rowCount: number }[]>`
		select mapping, source, extract_on as on, row_count as "rowCount" from imports
		where id = ${importId}::uuid and state = 'differs'`;
	return found ?? null;
}

export type RejectedLine = { line: number; isTaken: boolean; because: string };

/** A page of them, in the order of the file. */
export async function rejectsOf(
	sql: RawSql,
	{ importId, after = 0, most }: { importId: string; after?: number; most: number }
): Promise<readonly RejectedLine[]> {
	return sql<RejectedLine[]>`
		select line_number as line, is_taken as "isTaken", reason as because from rejects
		where import_id = ${importId}::uuid order by line_number, id offset ${after} limit ${most}`;
}
