/** The days and months of council policy (rows L4, L6 and P8) that a plan's page says in words. */
import type { AgreeingRole } from '../../law/policy-rows.ts';
import type { Policy } from '../../law/policy-values.ts';

export type LifeLimits = {
	/** The notice of a broken plan. */
	daysOfLetter: number;
	/** Months of break in a year that each may give; a role that is not there may give none. */
	breakMonths: Partial<Record<AgreeingRole, number>>;
	directDebitWorkingDays: number;
};

export function limitsOf({ L4, L6, P8 }: Pick<Policy, 'L4' | 'L6' | 'P8'>): LifeLimits {
	return {
		daysOfLetter: L4.value.daysOfLetter,
		breakMonths: L6.value.breakMonthsAYear,
		directDebitWorkingDays: P8.value.directDebitWorkingDays
	};
}

/** The longest that anybody may give. */
export function longestBreak({ breakMonths }: LifeLimits): number {
	return Math.max(0, ...Object.values(breakMonths));
}
