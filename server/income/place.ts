/**
 * An officer places money that waited, in a contact whose customer has passed identity, on one of their debts or split
 * over several, and undoes it. Both are sets of entries, on the record and in the contact's log; nothing is deleted. The
 * same key again changes nothing, the same key for another thing is refused.
 */
import { moneyMoved } from '../arrangements/check.ts';
import type { ReceiptPart } from '../../shared/contacts/log/income-events.ts';
import { foldContact } from '../../shared/contacts/state/fold.ts';
import { isOfName } from '../../shared/income/waiting/homes.ts';
import { disclosedTo } from '../../shared/contacts/shown/disclosure.ts';
import { checkSplit, type SplitRefusal } from '../../shared/income/placing.ts';
import { minus, NO_PENCE, plus, type Pence } from '../../shared/money/pence.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import { appendDecided } from '../contacts/acts/append-decided.ts';
import { figuresChanged } from '../contacts/figures-changed.ts';
import type { Transaction } from '../db/transaction.ts';
import { holdStill, type Held } from '../outcomes/queries.ts';
import { actBy, livePlacements, payerOfSet, receiptInHand } from './queries.ts';
import { digestOf } from './receiving/receive.ts';
import { shift, type Receipt } from './shift.ts';
import { waitingOf } from './refunds/their-money.ts';

type Asked = {
	contactId: string;
	receiptId: string;
	/** The browser's own, once a press of the button. */
	key: string;
	officerId: string;
	at: Instant;
	today: Day;
};

export type PlaceAsked = Asked & { parts: readonly ReceiptPart[] };

export type MoneyRefusal =
	SplitRefusal | 'no-such-contact' | 'not-identified' | 'not-theirs' | 'not-placed' | 'key-used';

/** `changed`: the contacts that must be shown again. */
export type MoneyMoved =
	{ ok: true; changed: readonly string[] } | { ok: false; because: MoneyRefusal };

export async function placeReceipt(tx: Transaction, asked: PlaceAsked): Promise<MoneyMoved> {
	const ready = await readyToMove(tx, asked, ['placed', asked.parts]);
	if (!ready.ok || ready.isDone) return answerOf(ready);
	const { held, receipt } = ready;
	const waiting = receipt.suspensePence;
	const isTheirs = (await waitingOf(tx, held.person)).some(
		({ receiptId }) => receiptId === receipt.id
	);
	if (!isTheirs) return refused('not-theirs');
	const checked = checkSplit(asked.parts, { waiting, debts: held.person.debts ?? [] });
	if (!checked.ok) return checked;
	const payerId = payerOf(receipt, held);
	await move(tx, { ...ready, asked, parts: asked.parts, act: 'placed', payerId });
	return tell(tx, { asked, held, receipt, parts: asked.parts, act: 'placed' });
}

/** Takes it off this customer's debts, and it waits again. */
export async function undoReceipt(tx: Transaction, asked: Asked): Promise<MoneyMoved> {
	const ready = await readyToMove(tx, asked, ['undone']);
	if (!ready.ok || ready.isDone) return answerOf(ready);
	const { held, receipt } = ready;
	const theirs = new Set((held.person.debts ?? []).map(({ id }) => id));
	const live = (await livePlacements(tx, receipt.id)).filter(({ debtId }) => theirs.has(debtId));
	if (live.length === 0) return refused('not-placed');
	const parts = live.map(({ debtId, amountPence }) => ({ debtId, amount: amountPence }));
	const payerId = await payerOfSet(tx, live[0]?.setId ?? '');
	await move(tx, { ...ready, asked, parts, act: 'undone', payerId });
	return tell(tx, { asked, held, receipt, parts, act: 'undone' });
}

type Ready =
	| { ok: true; isDone: false; held: Held; receipt: Receipt; askedDigest: string }
	| { ok: true; isDone: true }
	| { ok: false; because: MoneyRefusal };

/** The debts first, then the contacts, then the receipt: as every command locks them. */
async function readyToMove(
	tx: Transaction,
	asked: Asked,
	body: readonly unknown[]
): Promise<Ready> {
	const still = await holdStill(tx, asked);
	if (!still.ok) return { ok: false, because: notHeld(still.because) };
	const told = disclosedTo(foldContact(still.held.events), still.held.person, asked.today);
	if (!told) return { ok: false, because: 'not-identified' };
	const held = { ...still.held, person: told.person };
	const receipt = await receiptInHand(tx, asked.receiptId);
	if (!receipt) return { ok: false, because: 'not-theirs' };
	const askedDigest = digestOf(JSON.stringify([asked.contactId, asked.officerId, ...body]));
	const before = await actBy(tx, asked);
	if (!before) return { ok: true, isDone: false, held, receipt, askedDigest };
	return before.asked === askedDigest
		? { ok: true, isDone: true }
		: { ok: false, because: 'key-used' };
}

function notHeld(because: 'no-such-contact' | 'nobody-chosen'): MoneyRefusal {
	return because === 'nobody-chosen' ? 'not-identified' : because;
}

function answerOf(ready: Exclude<Ready, { isDone: false }>): MoneyMoved {
	return ready.ok ? { ok: true, changed: [] } : ready;
}

function refused(because: MoneyRefusal): MoneyMoved {
	return { ok: false, because };
}

type Moving = {
	asked: Asked;
	held: Held;
	receipt: Receipt;
	parts: readonly ReceiptPart[];
	act: 'placed' | 'undone';
};

/** It counts from the day it was received, whenever its home is found. The set's id. */
async function move(
	tx: Transaction,
	moving: Moving & { askedDigest: string; payerId: string | null }
): Promise<string> {
	const { asked, receipt, parts, act, askedDigest, payerId } = moving;
	const amount = plus(...parts.map((part) => part.amount));
	const isPlaced = act === 'placed';
	const less = (sum: Pence) => minus(NO_PENCE, sum);
	return shift(tx, {
		...asked,
		receipt,
		change: {
			debts: isPlaced ? parts : parts.map((part) => ({ ...part, amount: less(part.amount) })),
			suspense: isPlaced ? less(amount) : amount,
			refunded: NO_PENCE,
			returned: NO_PENCE
		},
		act,
		kind: isPlaced ? 'payment' : 'reversal',
		on: receipt.receivedOn,
		payerId,
		asked: askedDigest
	});
}

/** The customer, unless the bank has another name: on a joint debt it is the other person's payment then. */
function payerOf({ payerName }: Receipt, { customerId, person }: Held): string | null {
	return payerName === null || isOfName(payerName, person) ? customerId : null;
}

/** The log of this contact, the record, and every other contact that shows these debts. */
async function tell(tx: Transaction, moving: Moving): Promise<MoneyMoved> {
	const { asked, held, receipt, parts, act } = moving;
	const { contactId, officerId, at } = asked;
	await appendDecided(tx, {
		contactId,
		by: officerId,
		at,
		body:
			act === 'placed'
				? { type: 'receiptPlaced', receiptId: receipt.id, on: receipt.receivedOn, parts }
				: { type: 'receiptUndone', receiptId: receipt.id }
	});
	const debtIds = parts.map(({ debtId }) => debtId);
	const plans = await moneyMoved(tx, { debtIds, at });
	const concerned = [...debtIds, ...plans.debtIds];
	const others = await figuresChanged(tx, { debtIds: concerned, at, but: contactId });
	await record(tx, {
		contactId,
		customerId: held.customerId,
		at,
		officerId,
		act: `income.${act}`,
		subjectId: receipt.id,
		detail: { amount: plus(...parts.map(({ amount }) => amount)), debts: debtIds }
	});
	return { ok: true, changed: [contactId, ...others] };
}
