/**
 * What a bank's word on a payment means and what is done about it. ARUDD: a Direct Debit came back. ADDACS: an
 * instruction was changed or ended. The meanings are Bacs's; what follows is the product's rule, and the retry is
 * policy L2. A charge-back is a card payment that the payer's bank took back by the payment provider: its reasons are
 * the council's mapping's, and nobody asks the card again.
 */
import type { PolicyValues } from '../law/policy-values.ts';

export type AdviceKind = 'arudd' | 'addacs' | 'charge-back';

export const CHARGE_BACK_CODES = ['not-made', 'paid-twice', 'disputed', 'other'] as const;

export type ChargeBackCode = (typeof CHARGE_BACK_CODES)[number];

export type AdviceAct =
	/** Once again, on the next pay day, and they are told first. */
	| 'retry'
	/** Every debt of theirs is held for a bereavement. */
	| 'bereavement'
	/** No more can be taken: what was agreed by Direct Debit is at risk. */
	| 'direct-debit-lost'
	/** The bank details are to be changed. */
	| 'update-details'
	/** Another way to pay, or the provider is told that it was rightly paid. */
	| 'charged-back'
	/** Somebody looks at it. */
	| 'look'
	| 'nothing';

/** What an advice leaves for somebody to do. */
export type ToDo =
	| Exclude<AdviceAct, 'nothing'>
	| 'arrangement-at-risk'
	| 'no-such-payment'
	| 'no-such-account'
	/** A death, and it is not plain whose. */
	| 'whose';

type Code = { means: string; act: AdviceAct };

const code = (means: string, act: AdviceAct): Code => ({ means, act });

export const ARUDD: Readonly<Record<string, Code>> = {
	'0': code('Refer to payer', 'retry'),
	'1': code('Instruction cancelled', 'direct-debit-lost'),
	'2': code('Payer has died', 'bereavement'),
	'3': code('Account moved to another bank', 'update-details'),
	'4': code('Payer disputes the advance notice', 'look'),
	'5': code('No such account', 'look'),
	'6': code('No instruction', 'direct-debit-lost'),
	'7': code('The amount differs from the notice', 'look'),
	'8': code('Not yet due', 'look'),
	'9': code('Presented too late', 'look'),
	A: code('The collecting organisation differs', 'look'),
	B: code('Account closed', 'direct-debit-lost')
};

export const ADDACS: Readonly<Record<string, Code>> = {
	'0': code('Instruction cancelled, refer to payer', 'direct-debit-lost'),
	'1': code('Instruction cancelled by payer', 'direct-debit-lost'),
	'2': code('Payer has died', 'bereavement'),
	'3': code('Account moved to another bank', 'update-details'),
	B: code('Account closed', 'direct-debit-lost'),
	C: code('Account moved to another branch', 'update-details'),
	D: code('Payer disputes the advance notice', 'look'),
	E: code('Instruction changed', 'update-details'),
	R: code('Instruction in force again', 'nothing')
};

const CHARGE_BACKS: Readonly<Record<ChargeBackCode, Code>> = {
	'not-made': code('Charged back: the payer says they did not make it', 'charged-back'),
	'paid-twice': code('Charged back: paid twice', 'charged-back'),
	disputed: code('Charged back: the payer disputes it', 'charged-back'),
	other: code('Charged back', 'charged-back')
};

const CODES: Readonly<Record<AdviceKind, Readonly<Record<string, Code>>>> = {
	arudd: ARUDD,
	addacs: ADDACS,
	'charge-back': CHARGE_BACKS
};

/** A payment came back; else an instruction changed. */
export function isReturn(kind: AdviceKind): boolean {
	return kind !== 'addacs';
}

/**
 * What is done about a code. Refer to payer is asked for again only where policy says so, and only once; a code that
 * Bacs has not published is for somebody to look at.
 */
export function actOn(
	advice: { kind: AdviceKind; code: string; timesReturned: number },
	policy: PolicyValues['L2']
): AdviceAct {
	const act = CODES[advice.kind][advice.code]?.act ?? 'look';
	if (act !== 'retry') return act;
	return policy.retryOnce.includes(advice.code) && advice.timesReturned <= 1 ? 'retry' : 'look';
}

/** `Refer to payer`; the code itself where Bacs has not published it. */
export function meaningOf(advice: { kind: AdviceKind; code: string }): string {
	return CODES[advice.kind][advice.code]?.means ?? `Code ${advice.code}`;
}
