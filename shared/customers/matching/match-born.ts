/**
 * Two dates of birth beside each other. A day and month the wrong way round, or one digit of them wrong, is a slip;
 * another year never is, because that is a father and a son.
 */
import type { Day } from '../../time/day.ts';
import { editsBetween } from '../plain-words.ts';

export type BirthsCompared = 'same' | 'slip' | 'other' | 'unknown';

export function compareBirths(one: Day | null, other: Day | null): BirthsCompared {
	if (one === null || other === null) return 'unknown';
	if (one === other) return 'same';
	const [year, month, day] = one.split('-');
	const [otherYear, otherMonth, otherDay] = other.split('-');
	if (year !== otherYear) return 'other';
	const isSwapped = month === otherDay && day === otherMonth;
	return isSwapped || editsBetween(one, other) === 1 ? 'slip' : 'other';
}
