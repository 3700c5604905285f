/** What was told of a customer and is not confirmed, whom it must be told to, and one change held to be undone. */
import { and, eq, sql } from 'drizzle-orm';
import type { ChangeKind } from '../../shared/customers/changes/kinds.ts';
import { TOLD_TO } from '../../shared/customers/changes/told.ts';
import type { Transaction } from '../db/transaction.ts';
import { instructions } from '../letters/tables.ts';
import { recordChanges } from './tables.ts';

/**
 * A scalar of JSON: the `ToldRecord` of each, the newest first. What was told of a customer who was joined to this one
 * is of this one.
 */
export function toldJson(customer: string): string {
	return `to_json(array(select json_build_object('changeId', r.id, 'kind', r.kind,
			'on', r.effective_on, 'at', r.at, 'before', x.before, 'after', x.after,
			'saidBy', x.said_by, 'evidence', r.evidence, 'seen', x.seen, 'by', coalesce(u.name, ''),
			'systems', to_json(array(select json_build_object('source', i.source, 'state', i.state,
					'isInFile', i.file_id is not null, 'toldAt', i.told_at)
				from instructions i where i.change_id = r.id and i.state <> 'withdrawn' order by i.id)))
		from record_changes r join record_change_details x on x.change_id = r.id
			left join auth_user u on u.id = r.officer_id
		where r.customer_id = any(array(select j.id from customers j where j.joined_to = ${customer})
				|| ${customer})
			and r.undone_at is null and r.confirmed_at is null
		order by r.at desc, r.id))`;
}

/** Each record that one of these systems has of the customer; where none has any, the systems of their debts. */
export async function systemsToTell(
	tx: Transaction,
	{ customerId, kind }: { customerId: string; kind: ChangeKind }
): Promise<readonly { source: string; recordId: string | null }[]> {
	const only = TOLD_TO[kind];
	const found = await tx.execute<{ source: string; recordId: string | null }>(sql`
		with linked as (
			select r.source, r.id as record_id from links l join records r on r.id = l.record_id
			where l.customer_id = ${customerId}::uuid
		)
		select source, record_id as "recordId" from linked
		union
		select d.source, null from liabilities l join debts d on d.id = l.debt_id
		where l.customer_id = ${customerId}::uuid
			and not exists (select from linked k where k.source = d.source)
		order by 1, 2`);
	return found.filter(({ source }) => only === null || only.includes(source));
}

/** Sent with the same key before. */
export async function changeBy(
	tx: Transaction,
	{ contactId, key }: { contactId: string; key: string }
): Promise<string | null> {
	const [row] = await tx
		.select({ id: recordChanges.id })
		.from(recordChanges)
		.where(and(eq(recordChanges.contactId, contactId), eq(recordChanges.key, key)));
	return row?.id ?? null;
}

/** Whose it is and where it was told, so that they are locked before it. */
export async function aboutChange(
	tx: Transaction,
	changeId: string
): Promise<{ contactId: string; customerId: string } | undefined> {
	const { contactId, customerId } = recordChanges;
	const [row] = await tx
		.select({ contactId, customerId })
		.from(recordChanges)
		.where(eq(recordChanges.id, changeId));
	return row;
}

/** Locked, with what its systems were told of it; undefined where there is none. */
export async function changeInHand(tx: Transaction, changeId: string) {
	const [change] = await tx
		.select()
		.from(recordChanges)
		.where(eq(recordChanges.id, changeId))
		.for('update');
	if (!change) return undefined;
	const told = await tx
		.select({ id: instructions.id, state: instructions.state, fileId: instructions.fileId })
		.from(instructions)
		.where(eq(instructions.changeId, changeId))
		.for('update');
	return { change, told };
}
