/** What came in, how fresh each source is, and what must be looked into. Nothing here names a customer. */
import type { RawSql } from '../db/client.ts';
import type { ImportSeen } from '../../shared/officers/imports.ts';
import { addDays, type Day, type Instant } from '../../shared/time/day.ts';
import { policyOn } from '../law/policy.ts';
import { WAITING } from './publishing/retire-ours.ts';

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
		where id = ${importId}::uuid and state = 'differs' and accepted_by is null`;
	return found ?? null;
}

/** Taken in writing and not yet published. */
export async function acceptedImports(sql: RawSql): Promise<readonly string[]> {
	const rows = await sql<{ id: string }[]>`
		select id from imports where state = 'differs' and accepted_by is not null order by started_at`;
	return rows.map(({ id }) => id);
}

export async function acceptedImport(
	sql: RawSql,
	importId: string
): Promise<{ mapping: string; source: string; on: Day; rowCount: number } | null> {
	const [found] = await sql<{ mapping: string; source: string; on: Day; rowCount: number }[]>`
		select mapping, source, extract_on as on, row_count as "rowCount" from imports
		where id = ${importId}::uuid and state = 'differs' and accepted_by is not null`;
	return found ?? null;
}

/** In, and their people not yet compared with everybody's. */
export async function unmatchedImports(sql: RawSql): Promise<readonly string[]> {
	const rows = await sql<{ id: string }[]>`
		select id from imports where state = 'published' and matched_at is null order by published_at`;
	return rows.map(({ id }) => id);
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

export type OursUnmatched = {
	setId: string;
	debtId: string;
	source: string;
	reference: string;
	title: string;
	kind: string;
	amount: number;
	on: Day;
};

/** Entries of ours that no extract has brought, once policy's days are over. The oldest first. */
export async function oursUnmatched(
	sql: RawSql,
	{ today, most = 200 }: { today: Day; most?: number }
): Promise<readonly OursUnmatched[]> {
	const { daysWaiting } = (await policyOn(sql, today)).E1.value;
	const before = addDays(today, -daysWaiting);
	return sql.unsafe<OursUnmatched[]>(
		`select e.set_id as "setId", d.id as "debtId", d.source, d.reference, d.title, e.kind,
			e.amount_pence as amount, e.entered_on as on
		from ${WAITING.replace(' where ', ' join debts d on d.id = e.debt_id where ')}
			and e.entered_on < $1::date
		order by e.entered_on, e.id limit $2`,
		[before, most]
	);
}

export type Discrepancy = {
	id: string;
	debtId: string;
	source: string;
	reference: string;
	title: string;
	on: Day;
	stated: number;
	books: number;
	waiting: number;
	/** What the source says more than we do. */
	difference: number;
};

const DISCREPANCIES = `select x.id, x.debt_id as "debtId", x.source, d.reference, d.title, x.extract_on as on,
	x.stated_pence as stated, x.books_pence as books, x.waiting_pence as waiting,
	x.stated_pence - (x.books_pence - x.waiting_pence) as difference
	from discrepancies x join debts d on d.id = x.debt_id where x.settled_at is null`;

/** The largest first. */
export async function openDiscrepancies(
	sql: RawSql,
	{ most = 200 }: { most?: number } = {}
): Promise<readonly Discrepancy[]> {
	return sql.unsafe<Discrepancy[]>(
		`${DISCREPANCIES} order by abs(x.stated_pence - x.books_pence + x.waiting_pence) desc, x.id limit $1`,
		[most]
	);
}

export type Fresh = { mapping: string; source: string; on: Day; at: Instant };

/** How fresh each mapping's figures are: the latest day that an extract in force speaks of, and when that came in. */
export async function freshness(sql: RawSql): Promise<readonly Fresh[]> {
	return sql<Fresh[]>`
		select distinct on (source, mapping) mapping, source, extract_on as on, published_at as at
		from imports where state = 'published'
		order by source, mapping, extract_on desc, published_at desc`;
}

/** Its mapping by name and its trailer in figures: `see-imports.ts` puts both into words. */
type ImportRow = Omit<ImportSeen, 'title' | 'stoppedAt' | 'says'> & {
	mapping: string;
	problem: string | null;
	totalPence: number;
	trailerCount: number | null;
	trailerPence: number | null;
};

/** The latest first. */
export async function recentImports(sql: RawSql, most: number): Promise<readonly ImportRow[]> {
	return sql<ImportRow[]>`
		select i.id, mapping, file_name as "fileName", state, step, extract_on as on,
			started_at as "startedAt", row_count as rows, rows_published as "rowsPublished",
			publishing_at as "publishingAt", expected_at as "expectedAt", rejected_count as rejected,
			(select count(*) from rejects r where r.import_id = i.id) as listed,
			bytes_read as "bytesRead", bytes_in_all as "bytesInAll", problem, total_pence as "totalPence",
			trailer_count as "trailerCount", trailer_pence as "trailerPence",
			accepted_by as "acceptedBy", accepted_because as "acceptedBecause",
			state <> 'published' or matched_at is not null as "isMatched"
		from imports i order by started_at desc, id limit ${most}`;
}
