/**
 * A leader looks at what one customer is made of, found by a whole reference and nothing less, and takes a record out
 * with the reason, or takes that back. A restricted customer's records are nobody's to look at here: the attempt is kept.
 */
import { sql } from 'drizzle-orm';
import type { MatchReason } from '../../shared/customers/matching/match.ts';
import type { RecordSeen } from '../../shared/customers/matching/review.ts';
import {
	SPLIT_REASON_WORDS,
	type JoinedRecords,
	type LinkedRecord,
	type SplitMade,
	type SplitReason,
	type SplitRefusal
} from '../../shared/customers/matching/taking-apart.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import type { CustomerChanged } from './customer-changed.ts';
import { splitRecord } from './links/join.ts';
import type { By } from './links/keep-apart.ts';
import { undoChange } from './links/undo-change.ts';
import { noteAttempts } from './restricted.ts';
import { parsed, seenSql } from './reviews.ts';

const MOST_SPLITS = 10;

/** Two people may owe the debt it is of: each customer with their own records. */
export async function joinedRecords(
	tx: Transaction,
	{ reference, officerId, at }: By & { reference: string }
): Promise<readonly JoinedRecords[]> {
	const typed = reference.replace(/\s/g, '').toUpperCase();
	const customers = await tx.execute<{ id: string; isRestricted: boolean }>(sql`
		select distinct c.id, c.is_restricted as "isRestricted" from customers c
		where c.id in (
			select l.customer_id from debts d join liabilities l on l.debt_id = d.id
				where d.reference in (${reference}, ${typed})
			union
			select k.customer_id from records r join links k on k.record_id = r.id
				where r.key in (${reference}, ${typed}))
		order by c.id limit 10`);
	const hidden = customers.filter(({ isRestricted }) => isRestricted).map(({ id }) => id);
	await noteAttempts(tx, hidden, { officerId, at, way: 'records', isAllowed: false });
	const open = customers.filter(({ isRestricted }) => !isRestricted);
	for (const { id } of open)
		await record(tx, { at, officerId, act: 'customers.records-seen', customerId: id });
	return Promise.all(open.map(async ({ id }) => ({ reference, records: await recordsOf(tx, id) })));
}

async function recordsOf(tx: Transaction, customerId: string): Promise<LinkedRecord[]> {
	const rows = await tx.execute<{
		record: string;
		recordId: string;
		score: number;
		reasons: string;
	}>(
		sql`select k.record_id as "recordId", k.score, k.reasons::text as reasons,
				${sql.raw(seenSql('k.record_id', 'c'))}::text as record
			from links k join customers c on c.id = k.customer_id
			where k.customer_id = ${customerId}::uuid order by k.linked_at, k.record_id`
	);
	return rows.map(({ record, recordId, score, reasons }) => ({
		...parsed<RecordSeen>(record),
		recordId,
		score,
		reasons: parsed<readonly MatchReason[]>(reasons)
	}));
}

export type TakenApart =
	{ ok: true; changed: CustomerChanged } | { ok: false; because: SplitRefusal };

export async function takeApart(
	tx: Transaction,
	{ recordId, because, officerId, at }: By & { recordId: string; because: SplitReason }
): Promise<TakenApart> {
	const [held] = await tx.execute<{ id: string; isRestricted: boolean }>(sql`
		select c.id, c.is_restricted as "isRestricted" from links l join customers c on c.id = l.customer_id
		where l.record_id = ${recordId}::uuid`);
	if (held?.isRestricted) {
		await noteAttempts(tx, [held.id], { officerId, at, way: 'records', isAllowed: false });
		return { ok: false, because: 'restricted' };
	}
	const said = {
		compared: 'decided-by-person',
		weight: 0,
		words: SPLIT_REASON_WORDS[because]
	} as const;
	const split = await splitRecord(tx, { recordId, reasons: [said], officerId, at });
	if (!split.ok) return split;
	const customerIds = [held?.id ?? '', split.customerId].filter(Boolean);
	return { ok: true, changed: { because: 'split', customerIds } };
}

export async function undoTakingApart(
	tx: Transaction,
	{ changeId, officerId, at }: By & { changeId: string }
): Promise<TakenApart> {
	const [change] = await tx.execute<{ from: string; to: string; isRestricted: boolean }>(sql`
		select h.from_customer_id as from, h.to_customer_id as to,
			a.is_restricted or b.is_restricted as "isRestricted"
		from link_changes h join customers a on a.id = h.from_customer_id
			join customers b on b.id = h.to_customer_id
		where h.id = ${changeId}::uuid and h.kind = 'split'`);
	if (!change) return { ok: false, because: 'no-such-change' };
	const customerIds = [change.from, change.to];
	if (change.isRestricted) {
		await noteAttempts(tx, customerIds, { officerId, at, way: 'records', isAllowed: false });
		return { ok: false, because: 'restricted' };
	}
	const undone = await undoChange(tx, { changeId, officerId, at });
	return undone.ok ? { ok: true, changed: { because: 'undone', customerIds } } : undone;
}

/** The latest that stand: each may be taken back. */
export async function splitsMade(tx: Pick<Transaction, 'execute'>): Promise<SplitMade[]> {
	const rows = await tx.execute<
		Omit<SplitMade, 'record' | 'reasons'> & { record: string; reasons: string }
	>(sql`
		select h.id as "changeId", h.reasons::text as reasons, u.name as "decidedBy",
			${sql.raw(seenSql(`(h.links_before -> 0 ->> 'recordId')::uuid`, 'c'))}::text as record
		from link_changes h join customers c on c.id = h.to_customer_id
			left join auth_user u on u.id = h.officer_id
		where h.kind = 'split' and not c.is_restricted
			and not exists (select from link_changes o where o.undoes = h.id)
		order by h.number desc limit ${MOST_SPLITS}`);
	return rows.map(({ record, reasons, changeId, decidedBy }) => ({
		changeId,
		decidedBy,
		record: parsed<RecordSeen>(record),
		reasons: parsed<readonly MatchReason[]>(reasons)
	}));
}
