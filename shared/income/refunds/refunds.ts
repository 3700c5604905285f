/**
 * Giving money back: of a receipt that waits, or of an account in credit. Policy RF says who approves how much, and who
 * asks never approves. It goes back the way it came; new bank details are a change to a record and not typed here. What
 * is owed on another account of the same person is never taken out of it: that needs their word (`policy`, set-off).
 */
import { holdsCardNumber } from '../../customers/card-number.ts';
import type { PolicyValues } from '../../law/policy-values.ts';
import { NO_PENCE, type Pence } from '../../money/pence.ts';
import { mayDecide, type Decision } from '../../officers/ceilings.ts';
import type { Role } from '../../officers/roles.ts';
import type { Day, Instant } from '../../time/day.ts';
import type { Channel } from '../received.ts';

/** `came-back`: it was told and rejected, and the money is where it was. */
export type RefundState = 'asked' | 'approved' | 'refused' | 'withdrawn' | 'came-back';

/** How it goes back. */
export type WayBack = 'to-the-card' | 'to-their-account' | 'by-the-paying-system';

/** Cash and cheques leave nothing to send back to. */
const WAYS: Record<Channel, WayBack> = {
	card: 'to-the-card',
	'bank-transfer': 'to-their-account',
	'direct-debit': 'to-their-account',
	cash: 'by-the-paying-system',
	cheque: 'by-the-paying-system'
};

/** Null where nobody knows how it came. */
export function wayBack(channel: Channel | null): WayBack {
	return channel === null ? 'by-the-paying-system' : WAYS[channel];
}

export type RefundRefusal =
	| 'nothing-to-refund'
	| 'more-than-there-is'
	| 'no-reason'
	| 'card-number'
	| 'asked-already'
	| 'no-such-account'
	| 'key-used'
	| 'held';

export const LEAST_BECAUSE = 10;
export const MOST_BECAUSE = 500;

/** `there`: what waits, or is in credit. */
export function checkRefund(
	amount: Pence,
	{ there, because }: { there: Pence; because: string }
): { ok: true } | { ok: false; because: RefundRefusal } {
	if (there <= NO_PENCE) return { ok: false, because: 'nothing-to-refund' };
	if (amount > there) return { ok: false, because: 'more-than-there-is' };
	if (because.trim().length < LEAST_BECAUSE) return { ok: false, because: 'no-reason' };
	if (holdsCardNumber(because)) return { ok: false, because: 'card-number' };
	return { ok: true };
}

export type Approving = Decision | { ok: false; because: 'own-request' };

/** Whether this person may approve it. */
export function mayApprove(
	by: { officerId: string; role: Role },
	{ askedBy, ...sum }: { askedBy: string; amount: Pence } & PolicyValues['RF']
): Approving {
	if (by.officerId === askedBy) return { ok: false, because: 'own-request' };
	return mayDecide(by.role, sum);
}

/** One as a list has it. */
export type RefundSeen = {
	id: string;
	amount: Pence;
	because: string;
	way: WayBack;
	state: RefundState;
	/** What it is of: a debt's title and reference, or what came in and when. */
	of:
		| { kind: 'account'; title: string; reference: string }
		| { kind: 'receipt'; on: Day; channel: Channel; reference: string; payerName: string | null };
	askedBy: string;
	askedAt: Instant;
	decidedBy: string | null;
	decidedAt: Instant | null;
	/** As the paying system and the bank call it. */
	number: number;
	/** When it was written to the paying system. */
	toldAt: Instant | null;
	/** Null while nobody and no statement has confirmed it. */
	paid: { on: Day; /** Who said so; null where a statement shows it. */ by: string | null } | null;
	/** Whoever looks at the list may approve it; else why not. */
	mayApprove: Approving;
	isOwn: boolean;
};

/** An account in credit. */
export type CreditSeen = { debtId: string; title: string; reference: string; credit: Pence };

export type DecideRefusal =
	| 'gone'
	| 'own-request'
	| 'above-limit'
	/** It was placed or taken back meanwhile. */
	| 'less-there'
	| 'held';
