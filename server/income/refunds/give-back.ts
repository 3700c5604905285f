/**
 * The entries of a refund that was approved: out of what waits, or off an account in credit. An account's credit is first
 * of the receipts that were last placed on it; what no receipt of ours brought is the source's own, and stands alone.
 */
import { sql } from 'drizzle-orm';
import { least, minus, NO_PENCE, pence, type Pence } from '../../../shared/money/pence.ts';
import type { Day, Instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { enter, opposite } from '../../debts/enter.ts';
import { placedOn, receiptInHand } from '../queries.ts';
import { shift } from '../shift.ts';
import { refundSets, type refunds } from '../tables.ts';

type Refund = typeof refunds.$inferSelect;

type Giving = {
	refundId: string;
	amount: Pence;
	officerId: string;
	at: Instant;
	today: Day;
};

const METHOD = 'refund';

export async function giveBackWaiting(
	tx: Transaction,
	{ refundId, amount, officerId, at, today, receiptId }: Giving & { receiptId: string }
): Promise<void> {
	const receipt = await receiptInHand(tx, receiptId);
	if (!receipt) throw new Error('There is no such receipt.');
	const setId = await shift(tx, {
		receipt,
		change: {
			debts: [],
			suspense: minus(NO_PENCE, amount),
			refunded: amount,
			returned: NO_PENCE
		},
		act: 'refunded',
		kind: 'reversal',
		on: today,
		at,
		method: METHOD,
		officerId
	});
	await tx.insert(refundSets).values({ setId, refundId });
}

export async function giveBackCredit(
	tx: Transaction,
	{ refundId, amount, officerId, at, today, debtId }: Giving & { debtId: string }
): Promise<void> {
	let left = amount;
	for (const { receiptId, placed } of await placedOn(tx, debtId)) {
		const part = least(left, placed);
		if (part === NO_PENCE) break;
		const receipt = await receiptInHand(tx, receiptId);
		if (!receipt) throw new Error('There is no such receipt.');
		const setId = await shift(tx, {
			receipt,
			change: {
				debts: [{ debtId, amount: minus(NO_PENCE, part) }],
				suspense: NO_PENCE,
				refunded: part,
				returned: NO_PENCE
			},
			act: 'refunded',
			kind: 'reversal',
			on: today,
			at,
			method: METHOD,
			officerId
		});
		await tx.insert(refundSets).values({ setId, refundId });
		left = minus(left, part);
	}
	if (left === NO_PENCE) return;
	const setId = await enter(tx, {
		kind: 'reversal',
		on: today,
		at,
		method: METHOD,
		officerId,
		lines: opposite({ debtId, fund: 'refunds', amount: left })
	});
	await tx.insert(refundSets).values({ setId, refundId });
}

type Part = { setId: string; receiptId: string | null; amount: Pence };

/**
 * What was given back did not go: each part is again where it was taken from. A receipt of which the bank has taken
 * back as much meanwhile has none of it: then it is on the account it was to be paid out of. The debts it is on; null,
 * with nothing done, where there is no such account.
 */
export async function putBackRefund(
	tx: Transaction,
	{
		refund,
		officerId,
		at,
		today
	}: Pick<Giving, 'at' | 'today'> & { refund: Refund; officerId: string | null }
): Promise<readonly string[] | null> {
	const { id: refundId, debtId } = refund;
	const about = { kind: 'reversal', on: today, at, method: METHOD } as const;
	for (const { receiptId, amount } of await partsOf(tx, refundId)) {
		const receipt = receiptId === null ? undefined : await receiptInHand(tx, receiptId);
		const there = receipt ? least(amount, receipt.refundedPence) : NO_PENCE;
		// A refund of what waits is one part of one receipt.
		if (debtId === null && there < amount) return null;
		const sets: string[] = [];
		if (receipt && there > NO_PENCE) {
			const change = {
				debts: debtId === null ? [] : [{ debtId, amount: there }],
				suspense: debtId === null ? there : NO_PENCE,
				refunded: minus(NO_PENCE, there),
				returned: NO_PENCE
			};
			sets.push(await shift(tx, { ...about, receipt, change, act: 'came-back', officerId }));
		}
		const rest = minus(amount, there);
		if (debtId !== null && rest > NO_PENCE) {
			const lines = opposite({ debtId, fund: 'refunds', amount: minus(NO_PENCE, rest) });
			const by = officerId === null ? {} : { officerId };
			sets.push(await enter(tx, { ...about, ...by, lines }));
		}
		for (const setId of sets) await tx.insert(refundSets).values({ setId, refundId });
	}
	return debtId === null ? [] : [debtId];
}

/** Each set by which it was made. */
async function partsOf(tx: Transaction, refundId: string): Promise<readonly Part[]> {
	const rows = await tx.execute<Omit<Part, 'amount'> & { amount: string }>(sql`
		select s.set_id as "setId", a.receipt_id as "receiptId", -e.amount_pence as amount
		from refund_sets s join entries e on e.set_id = s.set_id and e.fund = 'refunds'
			left join receipt_acts a on a.set_id = s.set_id
		where s.refund_id = ${refundId}::uuid order by s.set_id`);
	return rows.map((row) => ({ ...row, amount: pence(Number(row.amount)) }));
}
