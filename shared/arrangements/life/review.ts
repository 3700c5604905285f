/**
 * On which days an arrangement is looked at again (policy L7): every six months where it runs over twelve, when a
 * decision on a benefit or a reduction comes, and on each bill, which comes with the first of April.
 */
import { isWithinMonths } from '../../affordability/forms.ts';
import type { ContactPolicy, PolicyValues } from '../../law/policy-values.ts';
import { addMonths, type Day } from '../../time/day.ts';

export type ReviewReason = 'months' | 'bill' | 'decision';

export type ReviewDue = { on: Day; why: ReviewReason };

export type Reviewed = {
	firstOn: Day;
	lastOn: Day;
	agreedOn: Day;
	/** The last that was done; null until the first. */
	reviewedOn: Day | null;
	/** The last decision on a claim of theirs; null where none came. */
	decidedOn: Day | null;
};

/** The oldest that waits; null where none does. */
export function reviewDue(
	plan: Reviewed,
	{ today, policy }: { today: Day; policy: ContactPolicy }
): ReviewDue | null {
	const since = plan.reviewedOn ?? plan.agreedOn;
	const all: ReviewDue[] = [
		...reviewDays(plan, policy.L7.value).map((on) => ({ on, why: 'months' as const })),
		...billsUntil(plan.lastOn, since).map((on) => ({ on, why: 'bill' as const })),
		...(plan.decidedOn ? [{ on: plan.decidedOn, why: 'decision' as const }] : [])
	];
	const waiting = all.filter(({ on }) => on > since && on <= today);
	return waiting.toSorted((a, b) => a.on.localeCompare(b.on))[0] ?? null;
}

export function reviewDays(
	plan: { firstOn: Day; lastOn: Day },
	{ everyMonths, overMonths }: PolicyValues['L7']
): Day[] {
	if (isWithinMonths(plan, overMonths)) return [];
	const days: Day[] = [];
	for (let on = addMonths(plan.firstOn, everyMonths); on <= plan.lastOn;)
		on = addMonths(plan.firstOn, everyMonths * (days.push(on) + 1));
	return days;
}

function billsUntil(lastOn: Day, since: Day): Day[] {
	const first = `${since.slice(0, 4)}-04-01` as Day;
	const bills: Day[] = [];
	for (let on = first; on <= lastOn; on = addMonths(on, 12)) bills.push(on);
	return bills;
}

export const REVIEW_REASONS: Record<ReviewReason, string> = {
	months: 'It runs over a year',
	bill: 'A new bill came',
	decision: 'A claim of theirs was decided'
};
