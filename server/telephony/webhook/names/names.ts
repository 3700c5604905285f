/**
 * What each switch calls the council's officers. A name that nobody owns is noted when it is heard, so that an
 * administrator can say whose it is: the hundred heard last of each switch, for a week.
 */
import { randomUUID } from 'node:crypto';
import { eq, sql as statement } from 'drizzle-orm';
import type { NameRefusal, NameSeen } from '#shared/calls/naming.ts';
import type { Instant } from '#shared/time/day.ts';
import { record } from '../../../audit/record.ts';
import type { RawSql } from '../../../db/client.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { staffIn } from '../../../officers/queries.ts';
import { webhookNames } from '../tables.ts';
import { answersCalls } from './candidates.ts';

const MOST_OF_NOBODY = 100;

/** As whom the rest of the product knows an officer: by extension, or where they have none by their own id. */
export type Owned = { name: string; agent: string; called: string };

export async function namesOwned(sql: RawSql, source: string): Promise<Owned[]> {
	return sql<Owned[]>`
		select n.name, coalesce(u.extension, u.id) as agent, coalesce(u.extension, u.name) as called
		from webhook_names n join auth_user u on u.id = n.officer_id
		where n.source = ${source}`;
}

export async function extensionsGiven(sql: RawSql): Promise<string[]> {
	const rows = await sql<{ extension: string }[]>`
		select extension from auth_user where extension is not null`;
	return rows.map(({ extension }) => extension);
}

export async function noteNames(
	sql: RawSql,
	{ source, names, at }: { source: string; names: readonly string[]; at: Instant }
): Promise<void> {
	const rows = names.map((name) => ({ id: randomUUID(), source, name, seen_at: at }));
	await sql`
		insert into webhook_names ${sql(rows)}
		on conflict (source, name) do update set seen_at = excluded.seen_at`;
	await sql`
		delete from webhook_names where source = ${source} and officer_id is null and id not in (
			select id from webhook_names where source = ${source} and officer_id is null
			order by seen_at desc, name limit ${MOST_OF_NOBODY})`;
}

export async function forgetNames(sql: RawSql, at: Instant): Promise<void> {
	await sql`
		delete from webhook_names
		where officer_id is null and seen_at < ${at}::timestamptz - interval '7 days'`;
}

/** Those of nobody first. One that is somebody's extension needs no word of an administrator. */
export async function namesSeen(sql: RawSql, source: string): Promise<NameSeen[]> {
	return sql<NameSeen[]>`
		select n.id, n.name, n.seen_at as "seenAt", n.officer_id as "officerId"
		from webhook_names n
		where n.source = ${source} and (n.officer_id is not null
			or not exists (select from auth_user u where u.extension = n.name))
		order by n.officer_id is not null, n.seen_at desc, n.name limit 500`;
}

export type NameGiven = { ok: true } | { ok: false; because: NameRefusal };

/** A null officer takes it back. Every listener is told when it is committed. */
export async function giveName(
	tx: Transaction,
	{
		nameId,
		officerId,
		by,
		at
	}: { nameId: string; officerId: string | null; by: string; at: Instant }
): Promise<NameGiven> {
	const staff = officerId === null ? [] : await staffIn(tx);
	if (officerId !== null && !staff.some((each) => each.id === officerId && answersCalls(each)))
		return { ok: false, because: 'no-such-officer' };
	const [named] = await tx
		.update(webhookNames)
		.set({ officerId })
		.where(eq(webhookNames.id, nameId))
		.returning({ source: webhookNames.source });
	if (!named) return { ok: false, because: 'no-such-name' };
	const { source } = named;
	const act = officerId === null ? 'webhook.nameTakenBack' : 'webhook.nameGiven';
	await record(tx, { at, officerId: by, act, subjectId: nameId, detail: { source, officerId } });
	await tx.execute(statement`select pg_notify('webhook_named', ${source})`);
	return { ok: true };
}
