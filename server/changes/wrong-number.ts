/**
 * A number reported not to be a customer's is told to every system that has it of them, so that none of them rings it or
 * writes to it again: a change of the record like a move, which can be undone while none has been told. That it is theirs
 * after all takes it back; where a system has been told already it is told the number again.
 */
import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ChangeKind, ChangeValues } from '../../shared/customers/changes/kinds.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { withdrawChange } from '../letters/change-told.ts';
import { instructChange } from '../letters/instruct.ts';
import { changeInHand } from './queries.ts';
import { recordChangeDetails, recordChanges } from './tables.ts';

export type NumberOf = {
	customerId: string;
	number: string;
	on: Day;
	said: { contactId: string; at: Instant; officerId: string };
};

export async function tellNotTheirs(tx: Transaction, of: NumberOf): Promise<void> {
	const to = await systemsWith(tx, of);
	const [before, after] = [{ phone: of.number }, { phone: '' }];
	await tell(tx, { of, kind: 'wrong-number', before, after, to });
}

export async function tellTheirsAgain(tx: Transaction, of: NumberOf): Promise<void> {
	const { customerId, number, said } = of;
	const [reported] = await tx
		.select({ id: recordChanges.id })
		.from(recordChanges)
		.innerJoin(recordChangeDetails, eq(recordChangeDetails.changeId, recordChanges.id))
		.where(
			and(
				eq(recordChanges.customerId, customerId),
				eq(recordChanges.kind, 'wrong-number'),
				isNull(recordChanges.undoneAt),
				sql`${recordChangeDetails.before} ->> 'phone' = ${number}`
			)
		)
		.orderBy(desc(recordChanges.at))
		.limit(1);
	const inHand = reported && (await changeInHand(tx, reported.id));
	if (!inHand) return;
	const { id } = inHand.change;
	const isSent = inHand.told.some(({ fileId }) => fileId !== null);
	if (isSent) {
		const to = await systemsTold(tx, id);
		await tell(tx, { of, kind: 'phone', before: { phone: '' }, after: { phone: number }, to });
		if (inHand.change.confirmedAt !== null) return;
	}
	await withdrawChange(tx, id);
	await tx
		.update(recordChanges)
		.set({ undoneAt: said.at, undoneBy: said.officerId })
		.where(eq(recordChanges.id, id));
}

/** Which number it was; null where the change was of something else. */
export async function numberOfChange(tx: Transaction, changeId: string): Promise<string | null> {
	const [row] = await tx
		.select({ before: recordChangeDetails.before })
		.from(recordChangeDetails)
		.where(eq(recordChangeDetails.changeId, changeId));
	return row?.before['phone'] ?? null;
}

type System = { source: string; recordId: string | null };

/** Those whose own record has it, and those that we told it. */
async function systemsWith(
	tx: Transaction,
	{ customerId, number }: NumberOf
): Promise<readonly System[]> {
	return tx.execute<System>(sql`
		select r.source, r.id as "recordId" from links l join records r on r.id = l.record_id
		where l.customer_id = ${customerId}::uuid and r.e164 = ${number}
		union
		select i.source, i.record_id from instructions i
			join record_changes c on c.id = i.change_id and c.kind = 'phone'
			join record_change_details x on x.change_id = c.id
		where c.customer_id = ${customerId}::uuid and x.after ->> 'phone' = ${number}
			and i.state <> 'withdrawn'
		order by 1, 2`);
}

async function systemsTold(tx: Transaction, changeId: string): Promise<readonly System[]> {
	return tx.execute<System>(sql`
		select source, record_id as "recordId" from instructions
		where change_id = ${changeId}::uuid and file_id is not null order by id`);
}

async function tell(
	tx: Transaction,
	told: {
		of: NumberOf;
		kind: ChangeKind;
		before: ChangeValues;
		after: ChangeValues;
		to: readonly System[];
	}
): Promise<void> {
	const { of, kind, before, after, to } = told;
	if (to.length === 0) return;
	const { customerId, on, said } = of;
	const changeId = randomUUID();
	await tx.insert(recordChanges).values({
		id: changeId,
		key: changeId,
		customerId,
		...said,
		kind,
		effectiveOn: on,
		evidence: 'none'
	});
	await tx.insert(recordChangeDetails).values({ changeId, before, after, saidBy: '', seen: '' });
	const { contactId, at } = said;
	await instructChange(tx, { customerId, contactId, changeId, because: kind, to, at });
}
