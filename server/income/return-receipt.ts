/**
 * The bank took a payment back that was a receipt of ours: it comes off wherever it is by now. What of it was given back
 * to somebody meanwhile is owed again on the debt it had been paid on, in a set of its own: the receipt has none of it.
 */
import { minus, NO_PENCE, plus, type Pence } from '../../shared/money/pence.ts';
import { byDebt, takenFrom } from '../../shared/income/returning/returning.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { enter, opposite } from '../debts/enter.ts';
import { livePlacements, lockDebts, receiptInHand } from './queries.ts';
import { shift } from './shift.ts';

export type Returning = {
	receiptId: string;
	/** The debt it was paid on; null of one that waits and was on none. */
	debtId: string | null;
	amount: Pence;
	on: Day;
	at: Instant;
	method: string;
	payerId: string | null;
	officerId: string | null;
};

export type Returned = { setId: string; debtIds: readonly string[] };

export async function returnReceipt(tx: Transaction, returning: Returning): Promise<Returned> {
	const { receiptId, debtId, amount, ...rest } = returning;
	await lockDebts(
		tx,
		(await livePlacements(tx, receiptId)).map((part) => part.debtId)
	);
	const receipt = await receiptInHand(tx, receiptId);
	if (!receipt) throw new Error('There is no such receipt.');
	const live = await livePlacements(tx, receiptId);
	const placed = byDebt(live.map((part) => ({ debtId: part.debtId, amount: part.amountPence })));
	const where = { placed, suspense: receipt.suspensePence, refunded: receipt.refundedPence };
	const from = takenFrom(amount, { first: debtId ?? '', where });
	if (from.missing > NO_PENCE) throw new Error('More came back than was received.');
	const less = (sum: Pence) => minus(NO_PENCE, sum);
	const setId = await shift(tx, {
		...rest,
		receipt,
		change: {
			debts: from.placed.map((part) => ({ ...part, amount: less(part.amount) })),
			suspense: less(from.suspense),
			refunded: less(from.refunded),
			returned: plus(...from.placed.map((part) => part.amount), from.suspense, from.refunded)
		},
		act: 'returned',
		kind: 'reversal'
	});
	const debtIds = from.placed.map((part) => part.debtId);
	if (from.refunded === NO_PENCE) return { setId, debtIds };
	if (debtId === null) throw new Error('What was given back was on no debt.');
	await owedAgain(tx, { ...returning, debtId, amount: from.refunded });
	return { setId, debtIds: [...debtIds, debtId] };
}

async function owedAgain(tx: Transaction, given: Returning & { debtId: string }): Promise<void> {
	const { debtId, amount, on, at, method, payerId, officerId } = given;
	await enter(tx, {
		kind: 'reversal',
		on,
		at,
		method,
		...(payerId ? { payerId } : {}),
		...(officerId ? { officerId } : {}),
		lines: opposite({ debtId, fund: 'refunds', amount })
	});
}
