/**
 * A person joins two customers, keeps them apart, or takes a record out of a customer. One whom we have spoken with, or
 * agreed anything with, keeps their own id: the other goes to them. Two such are not joined, because what was said to
 * each is theirs; nor are two who owe one debt together, because the source says that they are two.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { MatchReason } from '../../../shared/customers/matching/match.ts';
import { record } from '../../audit/record.ts';
import type { Transaction } from '../../db/transaction.ts';
import { DECIDED, keepApart, type By } from './keep-apart.ts';
import { standingOf, HAS_HISTORY } from './standing.ts';
import { moveLinks } from './move-links.ts';
import { lockCustomers } from './undo-change.ts';

export type JoinRefusal = 'one-already' | 'both-known' | 'owe-together' | 'two-kinds';
export type Joined =
	| { ok: true; changeId: string; customerIds: readonly string[] }
	| { ok: false; because: JoinRefusal };

export async function joinCustomers(
	tx: Transaction,
	{
		customerIds,
		reasons,
		officerId,
		at
	}: By & { customerIds: readonly [string, string]; reasons: readonly MatchReason[] }
): Promise<Joined> {
	const [one, other] = customerIds;
	if (one === other) return { ok: false, because: 'one-already' };
	await lockCustomers(tx, customerIds);
	const because = await refusalOf(tx, customerIds);
	if (because) return { ok: false, because };
	const [stays = one] = await standingOf(tx, customerIds);
	const goes = stays === one ? other : one;
	const changeId = randomUUID();
	await change(tx, {
		change: {
			id: changeId,
			kind: 'join',
			from: goes,
			to: stays,
			reasons: [...DECIDED, ...reasons]
		},
		records: sql`select ${changeId}::uuid as change_id, record_id from links
			where customer_id = ${goes}::uuid`,
		by: { officerId, at }
	});
	const act = 'customers.join';
	await record(tx, { at, officerId, act, customerId: stays, subjectId: changeId });
	return { ok: true, changeId, customerIds };
}

export type SplitRefusal = 'no-such-record' | 'only-record';
export type Split =
	{ ok: true; changeId: string; customerId: string } | { ok: false; because: SplitRefusal };

/** The record becomes a customer of its own, with as much care as the one it leaves. */
export async function splitRecord(
	tx: Transaction,
	{
		recordId,
		reasons = [],
		officerId,
		at
	}: By & { recordId: string; reasons?: readonly MatchReason[] }
): Promise<Split> {
	const [held] = await tx.execute<{ from: string; others: number }>(sql`
		select l.customer_id as from, (select count(*)::int from links o
			where o.customer_id = l.customer_id and o.record_id <> l.record_id) as others
		from links l where l.record_id = ${recordId}::uuid`);
	if (!held) return { ok: false, because: 'no-such-record' };
	await lockCustomers(tx, [held.from]);
	if (held.others === 0) return { ok: false, because: 'only-record' };
	const [changeId, customerId] = [randomUUID(), randomUUID()];
	await tx.execute(sql`
		insert into customers (id, kind, given_names, family_name, born_on, nino, is_restricted,
			needs_extra_check, is_safe_contact, source)
		select ${customerId}::uuid, r.kind, r.given_names, r.family_name, r.born_on, r.nino,
			c.is_restricted, c.needs_extra_check, c.is_safe_contact, r.source
		from records r, customers c where r.id = ${recordId}::uuid and c.id = ${held.from}::uuid`);
	await change(tx, {
		change: {
			id: changeId,
			kind: 'split',
			from: held.from,
			to: customerId,
			reasons: [...DECIDED, ...reasons]
		},
		records: sql`select ${changeId}::uuid as change_id, ${recordId}::uuid as record_id`,
		by: { officerId, at }
	});
	await keepApart(tx, {
		recordIds: [recordId],
		customerId: held.from,
		changeId,
		by: { officerId, at }
	});
	const act = 'customers.split';
	await record(tx, { at, officerId, act, customerId: held.from, subjectId: changeId });
	return { ok: true, changeId, customerId };
}

async function refusalOf(
	tx: Transaction,
	[one, other]: readonly [string, string]
): Promise<JoinRefusal | null> {
	const [row] = await tx.execute<{ kinds: number; known: number; together: boolean }>(sql`
		select count(distinct c.kind)::int as kinds,
			count(*) filter (where ${sql.raw(HAS_HISTORY)})::int as known,
			exists (select from liabilities a join liabilities b on b.debt_id = a.debt_id
				where a.customer_id = ${one}::uuid and b.customer_id = ${other}::uuid) as together
		from customers c where c.id in (${one}::uuid, ${other}::uuid) and c.joined_to is null
		having count(*) = 2`);
	if (!row) return 'one-already';
	if (row.kinds > 1) return 'two-kinds';
	if (row.together) return 'owe-together';
	return row.known > 1 ? 'both-known' : null;
}

type Change = {
	id: string;
	kind: 'join' | 'split';
	from: string;
	to: string;
	reasons: readonly MatchReason[];
};

async function change(
	tx: Transaction,
	asked: { change: Change; records: ReturnType<typeof sql>; by: By }
): Promise<void> {
	const { id, kind, from, to, reasons } = asked.change;
	await tx.execute(sql`
		create temporary table link_moves on commit drop as
		select ${id}::uuid as change_id, ${kind} as kind, ${from}::uuid as from_id, ${to}::uuid as to_id,
			1000 as score, ${JSON.stringify(reasons)}::jsonb as reasons`);
	await tx.execute(sql`create temporary table record_moves on commit drop as ${asked.records}`);
	await moveLinks(tx, { changes: 'link_moves', records: 'record_moves', ...asked.by });
	await tx.execute(sql`drop table link_moves, record_moves`);
}
