/**
 * The further check before a change that could be used to take somebody's money or letters: policy R1. A move asks one
 * answer more, of what was not asked yet; bank details ask the questions once more, and one of policy's stronger ones
 * among them. Wrong answers count with all others of the day, and two stop it.
 */
import type { LifeRows } from '../../law/policy-values.ts';
import { isSpent, type Answer, type CheckedRecord, type PassedBy } from '../check/identity.ts';
import { QUESTION_WORDS, type Question } from '../check/questions.ts';
import type { ChangeKind, TypedKind } from './kinds.ts';

export type AgainPolicy = LifeRows['R1'];

export type AgainNeed = AgainPolicy['asks'][TypedKind];

/** Null where identity is enough. */
export function needOf(kind: ChangeKind, policy: AgainPolicy): AgainNeed | null {
	const isReported = kind === 'death' || kind === 'wrong-number';
	const need = isReported ? null : policy.asks[kind];
	return need && need.answers > 0 ? need : null;
}

export type AgainStanding =
	| { is: 'open'; matched: number; needed: number; says: string; canPass: boolean }
	| { is: 'passed' }
	| { is: 'stopped' };

export type AgainKnown = {
	/** The answers of the check that passed, and who passed how. */
	first: readonly Answer[];
	passedBy: PassedBy;
	/** Those given for this change. */
	answers: readonly Answer[];
	record: Pick<CheckedRecord, 'offered' | 'wrongToday'>;
	wrongStops: number;
};

/** The questions it may be answered with, in the order they are asked. */
export function askedAgain(need: AgainNeed, { first, record }: AgainKnown): readonly Question[] {
	return need.isFresh
		? record.offered.filter((question) => !isSpent({ answers: first }, question))
		: record.offered;
}

export function againStanding(need: AgainNeed, known: AgainKnown): AgainStanding {
	if (known.record.wrongToday >= known.wrongStops) return { is: 'stopped' };
	// A photograph seen at the desk is more than one answer more would be.
	if (need.isFresh && known.passedBy === 'documents') return { is: 'passed' };
	const asked = askedAgain(need, known);
	const { answers } = known;
	const right = asked.filter((question) =>
		answers.some((one) => one.question === question && one.result === 'matches')
	);
	const stronger: ReadonlySet<Question> = new Set(need.stronger);
	const isStrong = (question: Question) => stronger.has(question);
	const wantsStrong = need.stronger.length > 0 && !right.some(isStrong);
	const missing = Math.max(need.answers - right.length, wantsStrong ? 1 : 0);
	if (missing === 0) return { is: 'passed' };
	const left = asked.filter((question) => !isSpent({ answers }, question));
	return {
		is: 'open',
		matched: right.length,
		needed: need.answers,
		says: sayMissing(missing, wantsStrong ? need.stronger : []),
		canPass: left.length >= missing && (!wantsStrong || left.some(isStrong))
	};
}

function sayMissing(missing: number, stronger: readonly Question[]): string {
	const more = missing === 1 ? 'One more answer' : `${missing} more answers`;
	if (stronger.length === 0) return `${more} needed.`;
	const names = stronger.map((question) => QUESTION_WORDS[question].label.toLowerCase());
	const among = missing === 1 ? 'needed' : 'needed, one of them';
	return `${more} ${among}: ${names.join(' or ')}.`;
}
