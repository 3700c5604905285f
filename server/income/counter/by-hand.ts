/**
 * Cash, a cheque or a card that a person took and typed: what it would do is decided by the same rule as a bank's file,
 * shown, and kept only if it would still do the same. Taken back it is on nothing any more, and stays on record.
 */
import { eq, sql } from 'drizzle-orm';
import { quotedPlans } from '../../arrangements/by-reference.ts';
import { moneyMoved } from '../../arrangements/check.ts';
import { lawOf } from '../../../shared/debts/detail/law.ts';
import {
	isAsShown,
	mayCancel,
	readTyped,
	type CancelRefusal,
	type Look,
	type Shown,
	type Taken,
	type TakeRefusal,
	type Typed
} from '../../../shared/income/by-hand.ts';
import { isPlanReference } from '../../../shared/income/references/plan-reference.ts';
import { readReference, referencesIn } from '../../../shared/income/references/reference.ts';
import { ruleById } from '../../../shared/law/register.ts';
import { minus, NO_PENCE, type Pence } from '../../../shared/money/pence.ts';
import { dayInLondon, type Day, type Instant } from '../../../shared/time/day.ts';
import { record } from '../../audit/record.ts';
import { figuresChanged } from '../../contacts/figures-changed.ts';
import type { Transaction } from '../../db/transaction.ts';
import { confirmed } from '../../law/queries.ts';
import { actBy, livePlacements, lockDebts, receiptInHand, titlesOf } from '../queries.ts';
import { decide, digestOf, write, type Decided } from '../receiving/receive.ts';
import { noteMoneyAttempt, restrictedOn, type Asking } from '../restricted-accounts.ts';
import { shift } from '../shift.ts';
import { receiptsByHand } from '../tables.ts';

type Looking = Asking & { amount: Pence; reference: string; today: Day };

/** Keeps nothing. */
export async function lookByHand(tx: Transaction, asked: Looking): Promise<Look> {
	return lookOf(tx, await decidedFor(tx, { ...asked, on: asked.today, method: 'cash', key: '' }));
}

type One = Looking & Pick<Taken, 'on' | 'method'> & { payer?: string; key: string };

type DecidedHere = Decided & { isHidden: boolean };

async function decidedFor(tx: Transaction, one: One): Promise<DecidedHere> {
	const line = {
		lineNumber: 1,
		amount: one.amount,
		on: one.on,
		channel: one.method,
		reference: one.reference,
		payerName: one.payer ? one.payer : null,
		payerAccount: null,
		ids: []
	};
	const identity = digestOf(`by hand ${one.key}`);
	const [decided] = await decide(tx, { fresh: [{ line, identity }], today: one.today });
	if (!decided) throw new Error('One line is decided as one.');
	const restricted = await restrictedOn(tx, { references: referencesIn(decided.quotes) });
	await noteMoneyAttempt(tx, restricted, one);
	if (restricted.length === 0 || one.mayOpenRestricted) return { ...decided, isHidden: false };
	// To this officer there is no such account: a leader finds its home.
	const placed = { ground: null, parts: [], waiting: one.amount, rules: [] };
	return { ...decided, placed, plan: null, isHidden: true };
}

async function lookOf(tx: Transaction, decided: DecidedHere): Promise<Look> {
	const { ground, parts, waiting, rules } = decided.placed;
	const read = readReference(decided.quotes);
	const titles = await titlesOf(
		tx,
		parts.map(({ debtId }) => debtId)
	);
	const cited = rules.flatMap((id) => ruleById(id) ?? []);
	return {
		account: read.is === 'ours' ? read.name : null,
		isKnown: read.is === 'ours' && !decided.isHidden && (await isAccount(tx, read.reference)),
		ground,
		parts: parts.map((part) => ({ ...part, title: titles.get(part.debtId) ?? '' })),
		waiting,
		law: cited.length > 0 ? lawOf(cited, await confirmed(tx)) : null
	};
}

async function isAccount(tx: Transaction, reference: string): Promise<boolean> {
	if (isPlanReference(reference)) return (await quotedPlans(tx, [reference])).length > 0;
	const rows = await tx.execute(sql`select from debts where reference = ${reference} limit 1`);
	return rows.length > 0;
}

export type TakeAsked = {
	/** The browser's own, once a press of the button. */
	key: string;
	typed: Typed;
	shown: Shown;
	/** It is another payment just like one that was typed before. */
	isAnother: boolean;
	today: Day;
} & Asking;

export type TakeAnswer =
	| { ok: true; receiptId: string; changed: readonly string[] }
	| { ok: false; because: Exclude<TakeRefusal, 'changed'> }
	| { ok: false; because: 'changed'; look: Look };

export async function takeTyped(tx: Transaction, asked: TakeAsked): Promise<TakeAnswer> {
	const { key, typed, shown, isAnother, officerId, mayOpenRestricted, at, today } = asked;
	const read = readTyped(typed, today);
	if (!read.ok) return { ok: false, because: 'not-right' };
	const body = digestOf(JSON.stringify([read.taken, officerId]));
	// Pressed twice: the second waits here, and finds the first.
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`by hand ${key}`}))`);
	const before = await keptAs(tx, key);
	if (before && before.asked !== body) return { ok: false, because: 'key-used' };
	if (before) return { ok: true, receiptId: before.receiptId, changed: [] };
	const { taken } = read;
	if (!isAnother && (await isTypedBefore(tx, taken))) return { ok: false, because: 'typed-before' };
	const decided = await decidedFor(tx, { ...taken, key, officerId, mayOpenRestricted, at, today });
	const look = await lookOf(tx, decided);
	if (!isAsShown(look, shown)) return { ok: false, because: 'changed', look };
	await write(tx, { receipts: [decided], incoming: { fileId: null, officerId, at } });
	const note = taken.note === '' ? null : taken.note;
	await tx.insert(receiptsByHand).values({ receiptId: decided.id, key, asked: body, note });
	const debtIds = look.parts.map(({ debtId }) => debtId);
	await record(tx, {
		at,
		officerId,
		act: 'income.by-hand',
		subjectId: decided.id,
		detail: { amount: taken.amount, method: taken.method, waiting: look.waiting, debts: debtIds }
	});
	const changed = await tellOfMoney(tx, { debtIds, at });
	return { ok: true, receiptId: decided.id, changed };
}

async function keptAs(tx: Transaction, key: string) {
	const [row] = await tx.select().from(receiptsByHand).where(eq(receiptsByHand.key, key));
	return row;
}

async function isTypedBefore(tx: Transaction, taken: Taken): Promise<boolean> {
	const rows = await tx.execute(sql`
		select from receipts r join receipts_by_hand h on h.receipt_id = r.id
		where r.amount_pence = ${taken.amount} and r.received_on = ${taken.on}::date
			and r.channel = ${taken.method} and r.reference_given = ${taken.reference}
			and not exists (select from receipt_acts a where a.receipt_id = r.id and a.act = 'cancelled')
		limit 1`);
	return rows.length > 0;
}

export type CancelAsked = {
	receiptId: string;
	key: string;
	officerId: string;
	isLeader: boolean;
	at: Instant;
	today: Day;
};

export type CancelAnswer =
	{ ok: true; changed: readonly string[] } | { ok: false; because: CancelRefusal };

/** What was typed by mistake: the money was not there, so that the bank has nothing of it and every debt is as before. */
export async function cancelTyped(tx: Transaction, asked: CancelAsked): Promise<CancelAnswer> {
	const { receiptId, key, officerId, at, today } = asked;
	const on = (await livePlacements(tx, receiptId)).map(({ debtId }) => debtId);
	await lockDebts(tx, on);
	const receipt = await receiptInHand(tx, receiptId);
	const typed = receipt && (await keptOf(tx, receiptId));
	if (!typed) return { ok: false, because: 'no-such-receipt' };
	if (await actBy(tx, { receiptId, key })) return { ok: true, changed: [] };
	const takenOn = dayInLondon(receipt.at);
	if (!mayCancel(asked, { takenBy: receipt.officerId, takenOn, today }))
		return { ok: false, because: 'not-yours' };
	if (receipt.returnedPence === receipt.amountPence)
		return { ok: false, because: 'cancelled-already' };
	if (receipt.refundedPence > NO_PENCE || receipt.returnedPence > NO_PENCE)
		return { ok: false, because: 'moved-on' };
	const live = await livePlacements(tx, receiptId);
	const debts = live.map(({ debtId, amountPence }) => ({
		debtId,
		amount: minus(NO_PENCE, amountPence)
	}));
	await shift(tx, {
		receipt,
		change: {
			debts,
			suspense: minus(NO_PENCE, receipt.suspensePence),
			refunded: NO_PENCE,
			returned: receipt.amountPence
		},
		act: 'cancelled',
		kind: 'reversal',
		on: receipt.receivedOn,
		at,
		officerId,
		key,
		asked: 'cancel'
	});
	const debtIds = debts.map(({ debtId }) => debtId);
	const detail = { amount: receipt.amountPence, debts: debtIds };
	await record(tx, { at, officerId, act: 'income.cancelled', subjectId: receiptId, detail });
	return { ok: true, changed: await tellOfMoney(tx, { debtIds, at }) };
}

/** Plans of it are looked at, and whoever has any of it on a screen is told. */
async function tellOfMoney(
	tx: Transaction,
	{ debtIds, at }: { debtIds: readonly string[]; at: Instant }
): Promise<readonly string[]> {
	const plans = await moneyMoved(tx, { debtIds, at });
	return figuresChanged(tx, { debtIds: [...debtIds, ...plans.debtIds], at });
}

async function keptOf(tx: Transaction, receiptId: string) {
	const [row] = await tx
		.select()
		.from(receiptsByHand)
		.where(eq(receiptsByHand.receiptId, receiptId));
	return row;
}
