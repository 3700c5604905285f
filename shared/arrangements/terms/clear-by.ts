/**
 * By when a debt in a plan must be clear, for the authority that is asked. "n months": every payment falls before the
 * day of the first payment plus n months. A year's end is 31 March of the debt's year, or of this one where that has
 * gone by. What a court has fixed has no date of ours.
 */
import type { AgreeingRole, ClearBy, ClearByRole } from '../../law/policy-rows.ts';
import { addDays, addMonths, type Day } from '../../time/day.ts';

export type Dated = { clearBy: ClearByRole; yearEndsOn: Day; countedFrom?: Day };

/** `until` is null where there is no date. Null where it is not that role's to agree. */
export function clearByFor(
	debt: Dated,
	{ role, firstOn }: { role: AgreeingRole; firstOn: Day }
): { until: Day | null } | null {
	const limit = debt.clearBy[role];
	return (
		limit && {
			until: lastDay(limit, { firstOn: debt.countedFrom ?? firstOn, yearEndsOn: debt.yearEndsOn })
		}
	);
}

function lastDay(limit: ClearBy, from: { firstOn: Day; yearEndsOn: Day }): Day | null {
	switch (limit.kind) {
		case 'months':
			return addDays(addMonths(from.firstOn, limit.months), -1);
		case 'year-end':
			return addMonths(from.yearEndsOn, limit.plusMonths);
		case 'as-ordered':
			return null;
	}
}
