/**
 * What a bank's word on a Direct Debit means and what is done about it. ARUDD: a payment came back. ADDACS: an
 * instruction was changed or ended. The meanings are Bacs's; what follows is the product's rule, and the retry is
 * policy L2.
 */
import type { PolicyValues } from '../law/policy-values.ts';

export type AdviceKind = 'arudd' | 'addacs';

export type AdviceAct =
	/** Once again, on the next pay day, and they are told first. */
	| 'retry'
	/** Every debt of theirs is held for a bereavement. */
	| 'bereavement'
	/** No more can be taken: what was agreed by Direct Debit is at risk. */
	| 'direct-debit-lost'
	/** The bank details are to be changed. */
	| 'update-details'
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

/**
 * What is done about a code. Refer to payer is asked for again only where policy says so, and only once; a code that
 * Bacs has not published is for somebody to look at.
 */
export function actOn(
	advice: { kind: AdviceKind; code: string; timesReturned: number },
	policy: PolicyValues['L2']
): AdviceAct {
	const act = (advice.kind === 'arudd' ? ARUDD : ADDACS)[advice.code]?.act ?? 'look';
	if (act !== 'retry') return act;
	return policy.retryOnce.includes(advice.code) && advice.timesReturned <= 1 ? 'retry' : 'look';
}

/** `Refer to payer`; the code itself where Bacs has not published it. */
export function meaningOf(advice: { kind: AdviceKind; code: string }): string {
	const known = (advice.kind === 'arudd' ? ARUDD : ADDACS)[advice.code];
	return known?.means ?? `Code ${advice.code}`;
}
