/** Of the history of one person: what was claimed and decided, and what a decision did to what was held for it. */
import { nameOfClaim } from '../../law/entitlements.ts';
import type { Pence } from '../../money/pence.ts';
import { sayDecision, type ClaimAnswer } from '../../outcomes/claim-decision.ts';
import type { Day } from '../../time/day.ts';

export type ClaimRecord = {
	entitlement: string;
	startedOn: Day;
	/** Null while it is open; the rest is of a decision. */
	answer: ClaimAnswer | null;
	on: Day;
	awarded: Pence | null;
	fromOn: Day | null;
	debts: readonly string[];
};

export const HOLD_ENDS: Readonly<Record<string, string>> = {
	'claim-awarded': 'The claim was awarded.',
	'claim-refused': 'The claim was refused.',
	'claim-withdrawn': 'The claim was not gone on with.'
};

/** That it was decided has each plan of theirs looked at again. */
export function linesOfClaim(claim: ClaimRecord) {
	const { entitlement, startedOn, answer, on, awarded, fromOn, debts } = claim;
	const debt = debts.length > 0 ? debts.join(', ') : null;
	const line = { kind: 'agreement' as const, debt, amount: null };
	const begun = {
		...line,
		on: startedOn,
		what: `Claimed: ${nameOfClaim(entitlement)}`,
		more: null
	};
	if (answer === null) return [begun];
	const what = sayDecision(entitlement, { answer, awarded, fromOn });
	return [begun, { ...line, on, what, more: 'By council policy L7.' }];
}
