/**
 * A term that an officer sets by its months, and not the customer by a figure. It has a written reason, kept with what
 * is agreed, wherever it is another than the first suggestion's.
 */
import type { Plan, Planned } from '../plan.ts';
import { monthsOf } from '../months.ts';

/** `why` is empty until it is written. */
export type SetTerm = { months: number; why: string };

/** The term of this plan was set, is not what would be suggested, and nobody has said why. */
export function isUnexplained(plan: Plan, term: SetTerm | null, suggested: Planned): boolean {
	return isOther(plan, term, suggested) && term?.why.trim() === '';
}

/** The term of this plan was set, and is not what would be suggested. */
export function isOther(plan: Plan, term: SetTerm | null, suggested: Planned): boolean {
	if (term === null || monthsOf(plan) !== term.months) return false;
	return !suggested.ok || monthsOf(suggested.plan) !== term.months;
}
