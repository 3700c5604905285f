/** The versions of each switch's mapping, the newest in force, and the last messages it was to be made for. */
import { randomUUID } from 'node:crypto';
import type { Instant } from '#shared/time/day.ts';
import type { RawSql } from '../../../db/client.ts';

const MOST_FAILURES = 3;
const MOST_CAPTURED = 20;
const LARGEST_CAPTURED = 16_000;

export type MappingInForce = {
	id: string;
	expression: string;
	failures: number;
	isOff: boolean;
	savedAt: Instant;
};

export async function inForce(sql: RawSql, source: string): Promise<MappingInForce | null> {
	const [row] = await sql<MappingInForce[]>`
		select id, expression, failures, off_at is not null as "isOff", saved_at as "savedAt"
		from webhook_mappings where source = ${source} order by number desc limit 1`;
	return row ?? null;
}

export async function save(
	sql: RawSql,
	given: { source: string; expression: string; officerId: string; at: Instant }
): Promise<void> {
	const { source, expression, officerId, at } = given;
	await sql`
		insert into webhook_mappings (id, source, expression, saved_by, saved_at)
		values (${randomUUID()}, ${source}, ${expression}, ${officerId}, ${at})`;
}

/** Whether that was one too many. */
export async function failed(
	sql: RawSql,
	{ id, at }: { id: string; at: Instant }
): Promise<boolean> {
	const [row] = await sql<{ isOff: boolean }[]>`
		update webhook_mappings set failures = failures + 1,
			off_at = case when failures + 1 >= ${MOST_FAILURES} then ${at}::timestamptz else off_at end
		where id = ${id} returning off_at is not null as "isOff"`;
	return row?.isOff ?? false;
}

export async function recovered(sql: RawSql, id: string): Promise<void> {
	await sql`update webhook_mappings set failures = 0 where id = ${id}`;
}

/** What a message says of somebody lies here for a quarter of an hour, for an administrator alone. */
export async function capture(
	sql: RawSql,
	{ source, content, at }: { source: string; content: unknown; at: Instant }
): Promise<void> {
	const text = JSON.stringify(content);
	if (text.length > LARGEST_CAPTURED) return;
	await sql`insert into webhook_captures (source, content, received_at) values (${source}, ${text}, ${at})`;
	await sql`
		delete from webhook_captures where source = ${source} and number not in (
			select number from webhook_captures where source = ${source}
			order by number desc limit ${MOST_CAPTURED})`;
}

export type Captured = { number: number; content: string; receivedAt: Instant };

export async function captured(
	sql: RawSql,
	{ source, at }: { source: string; at: Instant }
): Promise<Captured[]> {
	return sql<Captured[]>`
		select number, content, received_at as "receivedAt" from webhook_captures
		where source = ${source} and received_at > ${at}::timestamptz - interval '15 minutes'
		order by number desc limit ${MOST_CAPTURED}`;
}

export async function forgetCaptured(sql: RawSql, at: Instant): Promise<void> {
	await sql`
		delete from webhook_captures where received_at < ${at}::timestamptz - interval '15 minutes'`;
}
