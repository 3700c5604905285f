/**
 * The one way to move money of a receipt after it came in: between debts, suspense, refunds and the bank. Entries, what
 * was done, the parts on debts and the receipt's own sums are written together, so that they say the same.
 */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { EntryKind } from '../../shared/debts/entries.ts';
import type { Ground } from '../../shared/income/appropriation.ts';
import { APPROPRIATION } from '../../shared/law/charges/appropriation.ts';
import { least, minus, NO_PENCE, plus, type Pence } from '../../shared/money/pence.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { enter, type EntryLine } from '../debts/enter.ts';
import { tellPayments } from '../letters/tell-payments.ts';
import { livePlacements, type receiptInHand } from './queries.ts';
import { placements, receiptActs, receipts, type ReceiptAct, type ReceiptState } from './tables.ts';

export type Receipt = NonNullable<Awaited<ReturnType<typeof receiptInHand>>>;

export type Parts = readonly { debtId: string; amount: Pence }[];

/** What each place gains of the receipt, and loses where it is less than nothing. Together nothing. */
export type Change = { debts: Parts; suspense: Pence; refunded: Pence; returned: Pence };

export type Shift = {
	receipt: Receipt;
	change: Change;
	act: ReceiptAct;
	kind: EntryKind;
	on: Day;
	at: Instant;
	method?: string;
	/** Who paid it, where that is known. */
	payerId?: string | null;
	officerId: string | null;
	contactId?: string;
	/** The browser's own, once a press, and what it was used for. */
	key?: string;
	asked?: string;
	ground?: Ground | 'officer';
};

/** The set's id. The receipt and its debts are locked. */
export async function shift(tx: Transaction, given: Shift): Promise<string> {
	const { receipt, change, act, kind, on, at, officerId, method, payerId } = given;
	const setId = await enter(tx, {
		kind,
		on,
		at,
		method: method ?? receipt.channel,
		...(payerId ? { payerId } : {}),
		...(officerId === null ? {} : { officerId }),
		lines: linesOf(change)
	});
	await tx.insert(receiptActs).values({
		setId,
		receiptId: receipt.id,
		act,
		amountPence: plus(...movedIn(change)),
		key: given.key ?? null,
		asked: given.asked ?? null,
		contactId: given.contactId ?? null,
		officerId,
		at
	});
	for (const { debtId, amount } of change.debts) {
		if (amount > NO_PENCE) await putOn(tx, { ...given, debtId, amount, setId });
		else await takeOff(tx, { receipt, debtId, amount: minus(NO_PENCE, amount), setId });
	}
	await tx.update(receipts).set(after(receipt, change)).where(eq(receipts.id, receipt.id));
	const { arrangementId } = receipt;
	if (arrangementId !== null) {
		const payments = change.debts.map((part) => ({ arrangementId, ...part, on, setId }));
		await tellPayments(tx, { payments, at });
	}
	return setId;
}

/** The bank has what was received and not returned; what is in a fund is owed to somebody. */
function linesOf({ debts, suspense, refunded, returned }: Change): EntryLine[] {
	const onFunds = { suspense, refunds: refunded, bank: returned } as const;
	const funds = (Object.keys(onFunds) as (keyof typeof onFunds)[]).map((fund) => ({
		fund,
		amount: minus(NO_PENCE, onFunds[fund])
	}));
	const lines = debts.map(({ debtId, amount }) => ({ debtId, amount: minus(NO_PENCE, amount) }));
	return [...lines, ...funds].filter(({ amount }) => amount !== NO_PENCE);
}

function movedIn({ debts, suspense, refunded, returned }: Change): Pence[] {
	const gains = [...debts.map(({ amount }) => amount), suspense, refunded, returned];
	return gains.filter((gain) => gain > NO_PENCE);
}

function after(receipt: Receipt, { debts, suspense, refunded, returned }: Change) {
	const sums = {
		placedPence: plus(receipt.placedPence, ...debts.map(({ amount }) => amount)),
		suspensePence: plus(receipt.suspensePence, suspense),
		refundedPence: plus(receipt.refundedPence, refunded),
		returnedPence: plus(receipt.returnedPence, returned)
	};
	return { ...sums, state: stateOf(sums) };
}

function stateOf(
	sums: Pick<Receipt, 'suspensePence' | 'placedPence' | 'returnedPence'>
): ReceiptState {
	if (sums.suspensePence > NO_PENCE) return 'suspense';
	if (sums.placedPence > NO_PENCE) return 'placed';
	return sums.returnedPence > NO_PENCE ? 'returned' : 'refunded';
}

async function putOn(
	tx: Transaction,
	{ receipt, debtId, amount, setId, ground = 'officer' }: Shift & Placing
): Promise<void> {
	await tx.insert(placements).values({
		id: randomUUID(),
		receiptId: receipt.id,
		debtId,
		amountPence: amount,
		setId,
		ground,
		rules: [APPROPRIATION.id]
	});
}

type Placing = { debtId: string; amount: Pence; setId: string };

/** Of a part that comes off in part the rest stands on as it was placed. */
async function takeOff(
	tx: Transaction,
	{ receipt, debtId, amount, setId }: Placing & { receipt: Receipt }
): Promise<void> {
	const there = (await livePlacements(tx, receipt.id)).filter((one) => one.debtId === debtId);
	const exact = there.find(({ amountPence }) => amountPence === amount);
	const live = exact ? [exact] : there;
	let left = amount;
	for (const part of live) {
		if (left === NO_PENCE) break;
		const taken = least(left, part.amountPence);
		left = minus(left, taken);
		await tx.update(placements).set({ undoneBySetId: setId }).where(eq(placements.id, part.id));
		if (taken === part.amountPence) continue;
		const rest = minus(part.amountPence, taken);
		await tx.insert(placements).values({ ...part, id: randomUUID(), amountPence: rest });
	}
	if (left !== NO_PENCE) throw new Error('A receipt has less on a debt than is taken off it.');
}
