/** Where each import stands, in its row: begun, how far, kept back for a person, ended; and clearing away what died. */
import type { Day, Instant } from '../../shared/time/day.ts';
import type { RawSql } from '../db/client.ts';
import type { Mapping } from './mapping/mapping.ts';
import type { Pace } from './publishing/pace.ts';
import type { Trailer } from './reconcile.ts';
import { dropStaging } from './staging.ts';
import type { ImportStep } from './tables.ts';

export async function beginImport(
	sql: RawSql,
	{
		importId,
		mapping,
		file,
		at
	}: {
		importId: string;
		mapping: Mapping;
		file: { name: string; length: number | null };
		at: Instant;
	}
): Promise<void> {
	await sql`
		insert into imports (id, source, mapping, file_name, digest, bytes_in_all, started_at)
		values (${importId}, ${mapping.source}, ${mapping.name}, ${file.name}, '', ${file.length}, ${at})`;
}

export async function noteStep(
	sql: RawSql,
	{
		importId,
		step,
		on,
		rows,
		bytes
	}: { importId: string; step?: ImportStep; on?: Day; rows?: number; bytes?: number }
): Promise<void> {
	await sql`
		update imports set step = coalesce(${step ?? null}, step),
			extract_on = coalesce(${on ?? null}::date, extract_on),
			row_count = coalesce(${rows ?? null}::int, row_count),
			bytes_read = coalesce(${bytes ?? null}::bigint, bytes_read)
		where id = ${importId}`;
}

/** How far its publishing is, when that began and when it is thought to end. */
export async function notePace(
	sql: RawSql,
	{ importId, at, pace }: { importId: string; at: Instant; pace: Pace }
): Promise<void> {
	const { step, rows, ms, msLeft } = pace;
	await sql`
		update imports set step = ${step}, rows_published = ${rows},
			publishing_at = ${at}::timestamptz - ${ms} * interval '1 ms',
			expected_at = ${at}::timestamptz + ${msLeft} * interval '1 ms'
		where id = ${importId}`;
}

/**
 * All of it is staged and nothing of it shows. An earlier one of the same mapping that still waits for a person is
 * overtaken by this. How many lines were left out.
 */
export async function keepBack(
	sql: RawSql,
	{
		importId,
		mapping,
		on,
		digest,
		taken,
		trailer
	}: {
		importId: string;
		mapping: Mapping;
		on: Day;
		digest: string;
		taken: Trailer;
		trailer: Trailer | null;
	}
): Promise<number> {
	const overtaken = await sql<{ id: string }[]>`
		update imports set state = 'abandoned', problem = 'A later extract took its place.'
		where mapping = ${mapping.name} and state = 'differs' returning id`;
	for (const { id } of overtaken) await dropStaging((text) => sql.unsafe(text), id);
	const [kept] = await sql<[{ rejected: number }]>`
		update imports set state = 'differs', extract_on = ${on}, digest = ${digest},
			row_count = ${taken.count}, total_pence = ${taken.total},
			trailer_count = ${trailer?.count ?? null}, trailer_pence = ${trailer?.total ?? null},
			rejected_count = (select count(*) from rejects where import_id = ${importId} and not is_taken)
		where id = ${importId} returning rejected_count as rejected`;
	return kept.rejected;
}

export async function endImport(
	sql: RawSql,
	{
		importId,
		state,
		problem
	}: { importId: string; state: 'refused' | 'abandoned'; problem: string | null }
): Promise<void> {
	await sql`
		update imports set state = ${state}, problem = ${problem} where id = ${importId} and state <> 'published'`;
}

/** Whoever holds the lock of a source knows that nobody reads one: what still says so was killed. */
export async function clearAway(sql: RawSql, source: string): Promise<void> {
	const dead = await sql<{ id: string }[]>`
		update imports set state = 'abandoned', problem = 'It was stopped before its end. Nothing of it was taken.'
		where source = ${source} and accepted_by is null
			and (state = 'reading' or (state = 'differs' and step <> 'checking'))
		returning id`;
	for (const { id } of dead) await dropStaging((text) => sql.unsafe(text), id);
}

export async function noteMatched(
	sql: RawSql,
	{ importIds, at }: { importIds: readonly string[]; at: Instant }
): Promise<void> {
	await sql`update imports set matched_at = ${at} where id = any(${[...importIds]}::uuid[])`;
}
