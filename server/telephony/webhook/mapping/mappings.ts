/** The versions of each switch's mapping, the newest in force, and the last messages it was to be made for. */
import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import type { Instant } from '#shared/time/day.ts';
import { record } from '../../../audit/record.ts';
import type { RawSql } from '../../../db/client.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { webhookMappings } from '../tables.ts';

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
	tx: Transaction,
	given: { source: string; expression: string; officerId: string; at: Instant }
): Promise<void> {
	const { source, expression, officerId, at } = given;
	const id = randomUUID();
	await tx
		.insert(webhookMappings)
		.values({ id, source, expression, savedBy: officerId, savedAt: at });
	const act = 'webhook.mappingSaved';
	await record(tx, { at, officerId, act, subjectId: id, detail: { source } });
}

/** False where none is off. */
export async function switchOn(
	tx: Transaction,
	{ source, officerId, at }: { source: string; officerId: string; at: Instant }
): Promise<boolean> {
	const [newest] = await tx
		.select({ id: webhookMappings.id, offAt: webhookMappings.offAt })
		.from(webhookMappings)
		.where(eq(webhookMappings.source, source))
		.orderBy(desc(webhookMappings.number))
		.limit(1);
	if (!newest?.offAt) return false;
	const { id } = newest;
	await tx
		.update(webhookMappings)
		.set({ failures: 0, offAt: null })
		.where(eq(webhookMappings.id, id));
	const act = 'webhook.mappingSwitchedOn';
	await record(tx, { at, officerId, act, subjectId: id, detail: { source } });
	return true;
}

/** The third, one after another, switches it off. */
export async function failed(sql: RawSql, { id, at }: { id: string; at: Instant }): Promise<void> {
	await sql`
		update webhook_mappings set failures = failures + 1,
			off_at = case when failures + 1 >= ${MOST_FAILURES} then ${at}::timestamptz else off_at end
		where id = ${id}`;
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
