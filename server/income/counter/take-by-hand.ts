/**
 * Money taken there and then, whose receipt an officer typed: on the debt the customer named, and a receipt like any
 * that a file brings. What it is about makes it the same money again, so that nothing is taken twice.
 */
import { randomUUID } from 'node:crypto';
import { moneyMoved } from '../../arrangements/check.ts';
import type { Channel } from '../../../shared/income/received.ts';
import { APPROPRIATION } from '../../../shared/law/charges/appropriation.ts';
import { minus, NO_PENCE, type Pence } from '../../../shared/money/pence.ts';
import type { Day, Instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { enter, opposite } from '../../debts/enter.ts';
import { digestOf } from '../receiving/receive.ts';
import { placements, receipts } from '../tables.ts';

export type ByHand = {
	/** The outcome or form it was typed in. */
	id: string;
	debtId: string;
	amount: Pence;
	channel: Channel;
	method: string;
	/** What the terminal or the book printed. */
	receipt: string;
	customerId: string;
	officerId: string;
	contactId: string;
	on: Day;
	at: Instant;
};

export async function takeByHand(tx: Transaction, given: ByHand): Promise<void> {
	const { id, debtId, amount, channel, method, receipt, on, at } = given;
	const { customerId, officerId, contactId } = given;
	const setId = await enter(tx, {
		kind: 'payment',
		on,
		at,
		method,
		sourceReference: receipt,
		payerId: customerId,
		officerId,
		contactId,
		lines: opposite({ debtId, fund: 'bank', amount: minus(NO_PENCE, amount) })
	});
	const receiptId = randomUUID();
	await tx.insert(receipts).values({
		id: receiptId,
		identity: digestOf(`by hand ${id}`),
		channel,
		amountPence: amount,
		receivedOn: on,
		state: 'placed',
		placedPence: amount,
		suspensePence: NO_PENCE,
		setId,
		at,
		officerId
	});
	await tx.insert(placements).values({
		id: randomUUID(),
		receiptId,
		debtId,
		amountPence: amount,
		setId,
		ground: 'payer-said',
		rules: [APPROPRIATION.id]
	});
	await moneyMoved(tx, { debtIds: [debtId], at });
}
