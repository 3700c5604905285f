/**
 * The entries of a refund that was approved: out of what waits, or off an account in credit. An account's credit is first
 * of the receipts that were last placed on it; what no receipt of ours brought is the source's own, and stands alone.
 */
import { least, minus, NO_PENCE, type Pence } from '../../shared/money/pence.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { enter, opposite } from '../debts/enter.ts';
import { placedOn, receiptInHand } from './queries.ts';
import { shift } from './shift.ts';
import { refundSets } from './tables.ts';

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
