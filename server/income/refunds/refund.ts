/**
 * Giving money back. One person asks, and nothing moves; another approves by policy RF, and it moves from where it is
 * into what the council owes, and goes to the paying system's next file. What is owed to an estate or a trustee is
 * theirs: an account held for a death or an insolvency is not refunded here.
 */
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import {
	checkRefund,
	mayApprove,
	wayBack,
	type DecideRefusal,
	type RefundRefusal,
	type RefundState
} from '../../../shared/income/refunds/refunds.ts';
import type { Pence } from '../../../shared/money/pence.ts';
import type { Role } from '../../../shared/officers/roles.ts';
import type { Day, Instant } from '../../../shared/time/day.ts';
import { record } from '../../audit/record.ts';
import { figuresChanged } from '../../contacts/figures-changed.ts';
import type { Transaction } from '../../db/transaction.ts';
import { policyOn } from '../../law/policy.ts';
import { creditOn, lockDebts, receiptInHand, type Credit } from '../queries.ts';
import { digestOf } from '../receiving/receive.ts';
import { giveBackCredit, giveBackWaiting } from './give-back.ts';
import { refunds } from '../tables.ts';

export type RefundOf = { receiptId: string } | { debtId: string };

export type AskRefund = {
	of: RefundOf;
	amount: Pence;
	because: string;
	key: string;
	officerId: string;
	mayOpenRestricted: boolean;
	at: Instant;
	today: Day;
};

export type AskAnswer = { ok: true; refundId: string } | { ok: false; because: RefundRefusal };

export async function askRefund(tx: Transaction, asked: AskRefund): Promise<AskAnswer> {
	const { of, amount, because, key, officerId, at } = asked;
	const refused = (why: RefundRefusal): AskAnswer => ({ ok: false, because: why });
	const there = await whatIsThere(tx, asked);
	const body = digestOf(JSON.stringify([of, amount, because, officerId]));
	const [before] = await tx.select().from(refunds).where(eq(refunds.key, key));
	if (before)
		return before.asked === body ? { ok: true, refundId: before.id } : refused('key-used');
	if (there === null) return refused('no-such-account');
	const checked = checkRefund(amount, { there: there.amount, because });
	if (!checked.ok) return checked;
	if (there.isHeld) return refused('held');
	const about =
		'debtId' in of ? eq(refunds.debtId, of.debtId) : eq(refunds.receiptId, of.receiptId);
	const open = await tx
		.select()
		.from(refunds)
		.where(and(about, eq(refunds.state, 'asked')));
	if (open.length > 0) return refused('asked-already');
	const id = randomUUID();
	const row = { id, key, asked: body, ...of, amountPence: amount, because: because.trim() };
	await tx.insert(refunds).values({
		...row,
		way: wayBack(there.channel),
		state: 'asked',
		askedBy: officerId,
		askedAt: at
	});
	await record(tx, {
		at,
		officerId,
		act: 'income.refund-asked',
		subjectId: id,
		detail: { amount }
	});
	return { ok: true, refundId: id };
}

/** Locked until the transaction ends. Null where there is none, or none that this officer may know of. */
async function whatIsThere(
	tx: Transaction,
	{ of, mayOpenRestricted, today }: Pick<AskRefund, 'of' | 'mayOpenRestricted' | 'today'>
): Promise<Credit | null> {
	if ('receiptId' in of) {
		const receipt = await receiptInHand(tx, of.receiptId);
		if (!receipt) return null;
		return { amount: receipt.suspensePence, channel: receipt.channel, isHeld: false };
	}
	await lockDebts(tx, [of.debtId]);
	return creditOn(tx, { debtId: of.debtId, mayOpenRestricted, today });
}

export type Deciding = {
	refundId: string;
	officerId: string;
	role: Role;
	at: Instant;
	today: Day;
};

export type DecideAnswer =
	{ ok: true; changed: readonly string[] } | { ok: false; because: DecideRefusal };

export async function approveRefund(tx: Transaction, asked: Deciding): Promise<DecideAnswer> {
	const { refundId, officerId, at, today } = asked;
	const refused = (because: DecideRefusal): DecideAnswer => ({ ok: false, because });
	const refund = await openRefund(tx, refundId);
	if (!refund) return refused('gone');
	const { amountPence: amount, receiptId, debtId, askedBy } = refund;
	const { RF } = await policyOn(tx, today);
	const may = mayApprove(asked, { askedBy, amount, ...RF.value });
	if (!may.ok) return refused(may.because);
	const of = receiptId !== null ? { receiptId } : { debtId: debtId ?? '' };
	const there = await whatIsThere(tx, { of, mayOpenRestricted: true, today });
	if (there === null || there.amount < amount) return refused('less-there');
	if (there.isHeld) return refused('held');
	const giving = { refundId, amount, officerId, at, today };
	if (receiptId !== null) await giveBackWaiting(tx, { ...giving, receiptId });
	else if (debtId !== null) await giveBackCredit(tx, { ...giving, debtId });
	await decide(tx, { ...asked, state: 'approved', rules: [RF.id], amount });
	const debtIds = debtId === null ? [] : [debtId];
	return { ok: true, changed: await figuresChanged(tx, { debtIds, at }) };
}

/** Anybody who may approve says no; whoever asked takes it back. */
export async function refuseRefund(tx: Transaction, asked: Deciding): Promise<DecideAnswer> {
	const refund = await openRefund(tx, asked.refundId);
	if (!refund) return { ok: false, because: 'gone' };
	const isOwn = refund.askedBy === asked.officerId;
	const amount = refund.amountPence;
	const most = (await policyOn(tx, asked.today)).RF.value.most;
	if (!isOwn && !mayApprove(asked, { askedBy: refund.askedBy, amount, most }).ok)
		return { ok: false, because: 'above-limit' };
	await decide(tx, { ...asked, state: isOwn ? 'withdrawn' : 'refused', rules: [], amount });
	return { ok: true, changed: [] };
}

async function openRefund(tx: Transaction, refundId: string) {
	const [row] = await tx
		.select()
		.from(refunds)
		.where(and(eq(refunds.id, refundId), eq(refunds.state, 'asked')))
		.for('update');
	return row;
}

async function decide(
	tx: Transaction,
	given: Deciding & {
		state: Exclude<RefundState, 'asked'>;
		rules: readonly string[];
		amount: Pence;
	}
): Promise<void> {
	const { refundId, officerId, at, state, rules, amount } = given;
	await tx
		.update(refunds)
		.set({ state, rules, decidedBy: officerId, decidedAt: at })
		.where(eq(refunds.id, refundId));
	await record(tx, {
		at,
		officerId,
		act: `income.refund-${state}`,
		subjectId: refundId,
		detail: { amount, rules }
	});
}
