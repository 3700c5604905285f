/**
 * Whether a refund was paid, as a bank's statement says it or somebody who looked. It is told to the paying system and
 * not confirmed until money of its amount goes out quoting its reference; the same money back in is a refund that was
 * rejected. What does not fit is named and settles nothing.
 */
import { formatPounds, type Pence } from '../../money/pence.ts';
import { formatDay, type Day } from '../../time/day.ts';
import type { RefundState } from './refunds.ts';

/** As the paying system's file and the bank's statement call it: `RF00000012`. */
export function refundReference(number: number): string {
	return `RF${String(number).padStart(8, '0')}`;
}

/** The only refund that a payment quotes; null where it quotes none, or more than one. */
export function refundIn(reference: string): number | null {
	const quoted = reference.toUpperCase().matchAll(/(?<![A-Z0-9])RF ?(\d{4}) ?(\d{4})(?![0-9])/g);
	const numbers = new Set([...quoted].map(([, one = '', two = '']) => Number(one + two)));
	const [only] = numbers;
	return only !== undefined && numbers.size === 1 ? only : null;
}

/** A refund as it stands. Lines are digests of what the statement says. */
export type RefundNow = {
	amount: Pence;
	state: RefundState;
	/** The day it was told to the paying system. */
	toldOn: Day | null;
	paidOn: Day | null;
	/** The statement's line that confirmed it; null where a person did. */
	paidLine: string | null;
	backLine: string | null;
};

/** Money that quotes it. */
export type Moved = { amount: Pence; on: Day; line: string };

export type PaidFault =
	'no-such-refund' | 'not-told' | 'another-amount' | 'before-told' | 'paid-already' | 'came-back';

export type PaidMatch = 'pays' | 'known' | PaidFault;

/** Money out. */
export function isPaidBy(refund: RefundNow | null, { amount, on, line }: Moved): PaidMatch {
	if (refund === null) return 'no-such-refund';
	if (refund.paidLine === line) return 'known';
	if (refund.toldOn === null) return 'not-told';
	if (refund.amount !== amount) return 'another-amount';
	if (on < refund.toldOn) return 'before-told';
	if (refund.state === 'came-back') return 'came-back';
	// A person who saw it there first is borne out by the statement.
	return refund.paidLine === null ? 'pays' : 'paid-already';
}

/** Money in. What fits no refund is money like any other, and waits for its home. */
export function isBackBy(
	refund: RefundNow | null,
	{ amount, on, line }: Moved
): 'back' | 'known' | 'no' {
	if (refund?.backLine === line) return 'known';
	if (refund?.state !== 'approved' || refund.toldOn === null) return 'no';
	return refund.amount === amount && on >= refund.toldOn ? 'back' : 'no';
}

/** `moved-on`: the receipt it was of is not ours any more. */
export type SeenPaidRefusal =
	'moved-on' | 'gone' | 'not-told' | 'before-told' | 'in-the-future' | 'paid-already';

/** A person saw that it was paid. */
export function maySayPaid(
	{ state, toldOn, paidOn }: RefundNow,
	{ on, today }: { on: Day; today: Day }
): { ok: true } | { ok: false; because: SeenPaidRefusal } {
	if (state !== 'approved') return { ok: false, because: 'gone' };
	if (toldOn === null) return { ok: false, because: 'not-told' };
	if (paidOn !== null) return { ok: false, because: 'paid-already' };
	if (on > today) return { ok: false, because: 'in-the-future' };
	return on < toldOn ? { ok: false, because: 'before-told' } : { ok: true };
}

/** `RF00000012: £19.00 went out and the refund is £20.00`. */
export function sayPaidFault(
	fault: PaidFault,
	{ number, moved, refund }: { number: number; moved: Moved; refund: RefundNow | null }
): string {
	const sum = formatPounds(moved.amount);
	return `${refundReference(number)}: ${FAULTS[fault](sum, refund)}`;
}

const FAULTS: Record<PaidFault, (sum: string, refund: RefundNow | null) => string> = {
	'no-such-refund': (sum) => `${sum} went out and there is no such refund`,
	'not-told': (sum) => `${sum} went out and the paying system was not told of it`,
	'another-amount': (sum, refund) =>
		`${sum} went out and the refund is ${refund ? formatPounds(refund.amount) : ''}`,
	'before-told': (sum, refund) =>
		`${sum} went out before the paying system was told${refund?.toldOn ? `, on ${formatDay(refund.toldOn)}` : ''}`,
	'paid-already': (sum) => `${sum} went out once more: it was paid already`,
	'came-back': (sum) => `${sum} went out though it had come back: ask for it again first`
};
