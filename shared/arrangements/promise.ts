/**
 * A promise to pay by a day (policy L8): up to fourteen days, or twenty-eight with a team leader, one at a time on a
 * debt and never two running. It holds the next step until five working days after, but never a hearing, and is never
 * asked for in a moratorium.
 */
import { AGREEING_ROLES, type AgreeingRole } from '../law/policy-rows.ts';
import type { PolicyValues } from '../law/policy-values.ts';
import { addDays, type Day } from '../time/day.ts';
import { addWorkingDays } from '../time/working-days.ts';

export type PromiseAsked = {
	by: Day;
	today: Day;
	/** Another promise on the same debt: live, or the last one, if it was not kept. */
	other: 'live' | 'broken' | null;
	isInMoratorium: boolean;
};

export type PromiseRefusal =
	'in-moratorium' | 'one-is-live' | 'two-running' | 'in-the-past' | 'too-late';

export type Promised =
	{ ok: true; role: AgreeingRole; holdsUntil: Day } | { ok: false; because: PromiseRefusal };

export function promiseFor(asked: PromiseAsked, policy: PolicyValues['L8']): Promised {
	const because = refusalOf(asked);
	if (because) return { ok: false, because };
	const role = AGREEING_ROLES.find(
		(one) => asked.by <= addDays(asked.today, policy.days[one] ?? 0)
	);
	if (!role) return { ok: false, because: 'too-late' };
	return { ok: true, role, holdsUntil: addWorkingDays(asked.by, policy.workingDaysHeld) };
}

/** A promise cannot hold a hearing: the court sits whatever we have been promised. */
export function holdsStep(step: 'hearing' | 'other'): boolean {
	return step !== 'hearing';
}

function refusalOf({ by, today, other, isInMoratorium }: PromiseAsked): PromiseRefusal | null {
	if (isInMoratorium) return 'in-moratorium';
	if (other === 'live') return 'one-is-live';
	if (other === 'broken') return 'two-running';
	return by < today ? 'in-the-past' : null;
}
