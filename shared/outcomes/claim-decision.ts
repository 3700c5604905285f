/**
 * What somebody decided of a claim: awarded with what it is worth and from when, refused, or not gone on with. It ends
 * the hold that stood meanwhile (policy H1) and has every plan of the customer looked at again (policy L7). What is owed
 * changes only when its source's extract says so.
 */
import { nameOfClaim } from '../law/entitlements.ts';
import { formatPounds, NO_PENCE, pence, type Pence } from '../money/pence.ts';
import { formatDay, type Day } from '../time/day.ts';

export const CLAIM_ANSWERS = ['awarded', 'refused', 'withdrawn'] as const;

export type ClaimAnswer = (typeof CLAIM_ANSWERS)[number];

export type ClaimDecision = {
	answer: ClaimAnswer;
	/** The day of the decision, as its letter has it. */
	on: Day;
	/** Of an award alone. */
	awarded: Pence | null;
	fromOn: Day | null;
};

export type OpenClaim = {
	id: string;
	entitlement: string;
	name: string;
	startedOn: Day;
	debts: readonly string[];
	/** The last protected day of what is held for it; null where nothing is. */
	heldUntil: Day | null;
	hasPlan: boolean;
};

export type DecisionRefusal =
	'decided-already' | 'not-yours' | 'in-the-future' | 'before-the-claim' | 'no-award' | 'too-much';

const MOST: Pence = pence(100_000_00);

/** Null where it may be recorded. */
export function decisionRefusal(
	{ answer, on, awarded }: ClaimDecision,
	{ startedOn, today }: { startedOn: Day; today: Day }
): DecisionRefusal | null {
	if (on > today) return 'in-the-future';
	if (on < startedOn) return 'before-the-claim';
	if (answer !== 'awarded') return null;
	if (awarded === null || awarded <= NO_PENCE) return 'no-award';
	return awarded > MOST ? 'too-much' : null;
}

export const DECISION_REFUSALS: Record<DecisionRefusal, string> = {
	'decided-already': 'Somebody has recorded its decision meanwhile.',
	'not-yours': 'You cannot record this. Its owner, a team leader or whoever has them in touch can.',
	'in-the-future': 'That day has not come yet.',
	'before-the-claim': 'That is before the claim was made.',
	'no-award': 'Write what was awarded, in pounds.',
	'too-much': 'That is more than one claim is ever worth. Look at the amount again.'
};

export const CLAIM_ANSWER_NAMES: Record<ClaimAnswer, string> = {
	awarded: 'Awarded',
	refused: 'Refused',
	withdrawn: 'Not gone on with'
};

/** `Council Tax Support awarded: £412.00, from 1 April 2026` */
export function sayDecision(
	entitlement: string,
	{ answer, awarded, fromOn }: Omit<ClaimDecision, 'on'>
): string {
	const what = `${nameOfClaim(entitlement)} ${CLAIM_ANSWER_NAMES[answer].toLowerCase()}`;
	if (answer !== 'awarded' || awarded === null) return what;
	return `${what}: ${formatPounds(awarded)}${fromOn ? `, from ${formatDay(fromOn)}` : ''}`;
}
