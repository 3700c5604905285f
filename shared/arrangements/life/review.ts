/**
 * On which days an arrangement is looked at again (policy L7): every six months where it runs over twelve, when a
 * decision on a benefit or a reduction comes, and on each bill, which comes with the first of April.
 */
import { isWithinMonths } from '../../affordability/forms.ts';
import type { ContactPolicy, PolicyValues } from '../../law/policy-values.ts';
import { nameOfClaim } from '../../law/entitlements.ts';
import { formatPounds, type Pence } from '../../money/pence.ts';
import { addMonths, formatDay, type Day } from '../../time/day.ts';

export type ReviewReason = 'months' | 'bill' | 'decision';

export type ReviewDue = { on: Day; why: ReviewReason };

export type Reviewed = {
	firstOn: Day;
	lastOn: Day;
	agreedOn: Day;
	/** The last that was done; null until the first. */
	reviewedOn: Day | null;
	/** The first decision on a claim of theirs that nobody has looked at it for; null where none came. */
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
		...billsUntil(plan.lastOn, since).map((on) => ({ on, why: 'bill' as const }))
	];
	const decision = plan.decidedOn ? [{ on: plan.decidedOn, why: 'decision' as const }] : [];
	const waiting = [...all.filter(({ on }) => on > since), ...decision].filter(
		({ on }) => on <= today
	);
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

/** A decision on a claim of theirs, and which debts it is about. */
export type Decided = {
	entitlement: string;
	answer: 'awarded' | 'refused';
	on: Day;
	/** What comes off, or in; null of a refusal. */
	awarded: Pence | null;
	fromOn: Day | null;
	debts: readonly string[];
	/** One of them is in this plan. */
	isInPlan: boolean;
};

/** What it means for the plan: nothing comes off before its source says so. */
export function sayDecided({ entitlement, answer, ...decided }: Decided): string {
	const { awarded, fromOn, debts, isInPlan } = decided;
	const name = nameOfClaim(entitlement);
	const titles = debts.join(' and ');
	if (answer === 'refused' || awarded === null)
		return titles === ''
			? `${name} was refused.`
			: `${name} was refused: ${titles} is due as it was.`;
	const since = fromOn ? ` from ${formatDay(fromOn)}` : '';
	const sum = `${name} was awarded, ${formatPounds(awarded)}${since}.`;
	if (isInPlan)
		return `${sum} Once its source takes it off ${titles}, the last payments of this plan fall away.`;
	const bill = titles === '' ? '' : ` The bill of ${titles} is less once its source says so.`;
	return `${sum}${bill} Look at what is left each month.`;
}
