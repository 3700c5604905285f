/**
 * A refund that was told is confirmed by the bank's statement or by a person; one that was rejected comes back, and its
 * money is again where it was taken from. The bank's own money in is then no receipt: it never left.
 */
import { and, eq, inArray } from 'drizzle-orm';
import { contentOf, type ReceivedLine } from '../../../shared/income/received.ts';
import {
	isBackBy,
	isPaidBy,
	maySayPaid,
	refundIn,
	sayPaidFault,
	type Moved,
	type RefundNow,
	type SeenPaidRefusal
} from '../../../shared/income/refunds/refund-paid.ts';
import { plus, sumOf, type Pence } from '../../../shared/money/pence.ts';
import { dayInLondon, type Day, type Instant } from '../../../shared/time/day.ts';
import { record } from '../../audit/record.ts';
import { figuresChanged } from '../../contacts/figures-changed.ts';
import type { Transaction } from '../../db/transaction.ts';
import { putBackRefund } from './give-back.ts';
import { lockDebts } from '../queries.ts';
import { digestOf } from '../receiving/receive.ts';
import { refunds } from '../tables.ts';

type Line = { line: ReceivedLine; account: string };
type By = { officerId: string | null; at: Instant; today: Day };
type Refund = typeof refunds.$inferSelect;

export type RefundsSeenIn = {
	paid: { count: number; total: Pence };
	back: { count: number; total: Pence };
	/** Money out that quotes a refund and is not it. */
	faults: readonly string[];
	/** What is no receipt: it came back of a refund, now or in a file before. */
	notReceipts: ReadonlySet<ReceivedLine>;
	/** Money out that quotes a refund. */
	settled: { count: number; total: Pence };
	/** Open contacts that must be shown again. */
	changed: readonly string[];
};

/** Before the receipts of the same statement are taken in. */
export async function refundsIn(
	tx: Transaction,
	{ lines, debits, ...by }: { lines: readonly Line[]; debits: readonly Line[] } & By
): Promise<RefundsSeenIn> {
	const quoted = (one: Line) => ({ ...one, number: refundIn(one.line.reference) });
	const [ins, outs] = [lines.map(quoted), debits.map(quoted)];
	const found = await refundsNumbered(
		tx,
		[...ins, ...outs].flatMap(({ number }) => number ?? [])
	);
	const faults: string[] = [];
	const paid: Pence[] = [];
	const back: Pence[] = [];
	const notReceipts = new Set<ReceivedLine>();
	const debtIds: string[] = [];
	for (const { number, ...one } of outs) {
		if (number === null) continue;
		const refund = found.get(number) ?? null;
		const moved = movedBy(one);
		const match = isPaidBy(refund && nowOf(refund), moved);
		if (match === 'pays' && refund) {
			found.set(number, await markPaid(tx, { refund, moved, by }));
			paid.push(moved.amount);
		} else if (match !== 'known' && match !== 'pays') {
			const now = refund && nowOf(refund);
			faults.push(sayPaidFault(match, { number, moved, refund: now }));
		}
	}
	for (const { number, ...one } of ins) {
		const refund = number === null ? null : (found.get(number) ?? null);
		const match = isBackBy(refund && nowOf(refund), movedBy(one));
		if (match === 'known') notReceipts.add(one.line);
		if (match !== 'back' || !refund || number === null) continue;
		const came = await takeBack(tx, { refund, line: movedBy(one).line, by });
		// Its receipt is the bank's again: this is money like any other.
		if (!came) continue;
		notReceipts.add(one.line);
		found.set(number, came.refund);
		debtIds.push(...came.debtIds);
		back.push(one.line.amount);
	}
	const quoting = outs.filter(({ number }) => number !== null).map(({ line }) => line.amount);
	return {
		paid: { count: paid.length, total: sumOf(paid) },
		back: { count: back.length, total: sumOf(back) },
		faults,
		notReceipts,
		settled: { count: quoting.length, total: plus(...quoting) },
		changed: await figuresChanged(tx, { debtIds, at: by.at })
	};
}

function movedBy({ line, account }: Line): Moved {
	return { amount: line.amount, on: line.on, line: digestOf(contentOf(line, account)) };
}

/** Held still, with the debts first as whoever approves one locks them. */
async function refundsNumbered(
	tx: Transaction,
	numbers: readonly number[]
): Promise<Map<number, Refund>> {
	if (numbers.length === 0) return new Map();
	const which = inArray(refunds.number, [...new Set(numbers)]);
	const about = await tx.select({ debtId: refunds.debtId }).from(refunds).where(which);
	await lockDebts(
		tx,
		about.flatMap(({ debtId }) => debtId ?? [])
	);
	const rows = await tx.select().from(refunds).where(which).orderBy(refunds.id).for('update');
	return new Map(rows.map((row) => [row.number, row]));
}

function nowOf({ amountPence, state, toldAt, paidOn, paidLine, backLine }: Refund): RefundNow {
	const toldOn = toldAt && dayInLondon(toldAt);
	return { amount: amountPence, state, toldOn, paidOn, paidLine, backLine };
}

async function markPaid(
	tx: Transaction,
	{
		refund,
		moved,
		by
	}: { refund: Refund; moved: Omit<Moved, 'line'> & { line: string | null }; by: By }
): Promise<Refund> {
	const set = {
		paidOn: moved.on,
		paidLine: moved.line,
		paidSaidBy: by.officerId,
		paidSaidAt: by.at
	};
	await tx.update(refunds).set(set).where(eq(refunds.id, refund.id));
	const detail = { amount: moved.amount, on: moved.on, byStatement: moved.line !== null };
	const { officerId, at } = by;
	const act = 'income.refund-paid';
	await record(tx, { at, officerId, act, subjectId: refund.id, detail });
	return { ...refund, ...set };
}

async function takeBack(
	tx: Transaction,
	{ refund, line, by }: { refund: Refund; line: string | null; by: By }
): Promise<{ refund: Refund; debtIds: readonly string[] } | null> {
	const { officerId, at, today } = by;
	const debtIds = await putBackRefund(tx, { refund, officerId, at, today });
	if (debtIds === null) return null;
	const set = { state: 'came-back', backLine: line } as const;
	await tx.update(refunds).set(set).where(eq(refunds.id, refund.id));
	await record(tx, {
		at,
		officerId,
		act: 'income.refund-came-back',
		subjectId: refund.id,
		detail: { amount: refund.amountPence, byStatement: line !== null }
	});
	return { refund: { ...refund, ...set }, debtIds };
}

type Saying = { refundId: string; officerId: string; at: Instant; today: Day };

export type SaidAnswer =
	{ ok: true; changed: readonly string[] } | { ok: false; because: SeenPaidRefusal };

/** A person looked it up in the paying system or at the bank. */
export async function sayPaid(
	tx: Transaction,
	{ refundId, on, ...by }: Saying & { on: Day }
): Promise<SaidAnswer> {
	const refund = await refundInHand(tx, refundId);
	if (!refund) return { ok: false, because: 'gone' };
	const may = maySayPaid(nowOf(refund), { on, today: by.today });
	if (!may.ok) return may;
	await markPaid(tx, { refund, moved: { amount: refund.amountPence, on, line: null }, by });
	return { ok: true, changed: [] };
}

/** The paying system rejected it, or it was returned. */
export async function sayCameBack(
	tx: Transaction,
	{ refundId, ...by }: Saying
): Promise<SaidAnswer> {
	const refund = await refundInHand(tx, refundId);
	if (refund?.state !== 'approved') return { ok: false, because: 'gone' };
	if (refund.toldAt === null) return { ok: false, because: 'not-told' };
	const came = await takeBack(tx, { refund, line: null, by });
	if (!came) return { ok: false, because: 'moved-on' };
	return { ok: true, changed: await figuresChanged(tx, { debtIds: came.debtIds, at: by.at }) };
}

async function refundInHand(tx: Transaction, refundId: string): Promise<Refund | undefined> {
	const [about] = await tx
		.select({ number: refunds.number })
		.from(refunds)
		.where(and(eq(refunds.id, refundId)));
	return about && (await refundsNumbered(tx, [about.number])).get(about.number);
}
