/** How long recovery may be held for a reason, and by whom (policy H1). Breathing space and insolvency are law's. */
import { addDays, type Day } from '../time/day.ts';
import { AGREEING_ROLES, type AgreeingRole } from './policy-rows.ts';
import type { PolicyValues } from './policy-values.ts';

export type HeldFor = keyof PolicyValues['H1']['lengths'];

export type HoldAsked = { kind: HeldFor; days: number; fromOn: Day; isMore: boolean };

export type HoldAllowed =
	{ ok: true; role: AgreeingRole; lastDay: Day } | { ok: false; because: 'too-long'; most: number };

/** The lowest role that may hold it so long; `isMore` where one hold of the kind has already run. */
export function holdFor(asked: HoldAsked, policy: PolicyValues['H1']): HoldAllowed {
	const { days, moreDays } = policy.lengths[asked.kind];
	const allowed = asked.isMore ? moreDays : days;
	const role = AGREEING_ROLES.find((one) => asked.days <= mostBy(one, allowed));
	if (!role) return { ok: false, because: 'too-long', most: mostBy('manager', allowed) };
	return { ok: true, role, lastDay: lastDayOf(asked) };
}

/** Its last protected day. */
export function lastDayOf({ fromOn, days }: Pick<HoldAsked, 'fromOn' | 'days'>): Day {
	return addDays(fromOn, days);
}

/** What a role may allow, with all that those below it may. */
function mostBy(role: AgreeingRole, allowed: Partial<Record<AgreeingRole, number>>): number {
	const upTo = AGREEING_ROLES.slice(0, AGREEING_ROLES.indexOf(role) + 1);
	return Math.max(0, ...upTo.map((one) => allowed[one] ?? 0));
}
