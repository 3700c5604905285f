/**
 * Payments that move to other days and stay what they are: a break of whole months (policy L6) and another pay day. What
 * was due before is due still; nothing is added and nothing is let off.
 */
import { AGREEING_ROLES, type AgreeingRole } from '../../law/policy-rows.ts';
import type { Policy } from '../../law/policy-values.ts';
import { addDays, addMonths, daysBetween, type Day } from '../../time/day.ts';
import { addWorkingDays, directDebitDay } from '../../time/working-days.ts';
import type { Method } from '../schedule.ts';
import { mayGiveBreak } from './broken.ts';
import type { Fallen } from './judging.ts';
import { longestBreak, type LifeLimits } from './limits.ts';

export type Planned = Fallen & { method: Method };

export type MovedDay = { number: number; dueOn: Day; takenOn: Day };

export type MovingRefusal =
	| 'nothing-to-come'
	| 'break-too-long'
	| 'above-your-authority'
	| 'in-the-past'
	| 'too-late'
	| 'after-the-next'
	| 'too-little-notice'
	| 'same-day';

export type Moving =
	{ ok: true; days: readonly MovedDay[] } | { ok: false; because: MovingRefusal };

export type BreakAsked = {
	months: number;
	/** Given in the last twelve months. */
	monthsBefore: number;
	role: AgreeingRole;
	today: Day;
	policy: Policy;
};

export function breakFor(planned: readonly Planned[], asked: BreakAsked): Moving {
	const { months, monthsBefore, role, today, policy } = asked;
	const toCome = planned.filter(({ dueOn }) => dueOn >= today);
	if (toCome.length === 0) return { ok: false, because: 'nothing-to-come' };
	const needed = mayGiveBreak(months + monthsBefore, policy.L6.value);
	if (needed === null) return { ok: false, because: 'break-too-long' };
	if (AGREEING_ROLES.indexOf(role) < AGREEING_ROLES.indexOf(needed))
		return { ok: false, because: 'above-your-authority' };
	return { ok: true, days: toCome.map((one) => on(one, addMonths(one.dueOn, months))) };
}

/** The next payment on another day and the rest as far after it as before. */
export function variedFor(
	planned: readonly Planned[],
	{ nextOn, today, policy }: { nextOn: Day; today: Day; policy: Policy }
): Moving {
	const toCome = planned.filter(({ dueOn }) => dueOn >= today);
	const [next, after] = toCome;
	if (!next) return { ok: false, because: 'nothing-to-come' };
	const because = refusalOf(next, { nextOn, today, policy });
	if (because) return { ok: false, because };
	const days = daysBetween(next.dueOn, nextOn);
	if (after && nextOn >= addDays(after.dueOn, days))
		return { ok: false, because: 'after-the-next' };
	return { ok: true, days: toCome.map((one) => on(one, addDays(one.dueOn, days))) };
}

function refusalOf(
	next: Planned,
	{ nextOn, today, policy }: { nextOn: Day; today: Day; policy: Policy }
): MovingRefusal | null {
	const { daysAfterAgreement, directDebitWorkingDays } = policy.P8.value;
	if (nextOn < today) return 'in-the-past';
	if (nextOn === next.dueOn) return 'same-day';
	if (nextOn > addDays(next.dueOn, daysAfterAgreement)) return 'too-late';
	const needsNotice = next.method === 'direct-debit';
	if (needsNotice && nextOn < addWorkingDays(today, directDebitWorkingDays))
		return 'too-little-notice';
	return null;
}

function on({ number, method }: Planned, dueOn: Day): MovedDay {
	const takenOn = method === 'direct-debit' ? directDebitDay(dueOn).on : dueOn;
	return { number, dueOn, takenOn };
}

export function sayMovingRefusal(because: MovingRefusal, limits: LifeLimits): string {
	switch (because) {
		case 'break-too-long':
			return `Policy gives no more than ${sayMonths(longestBreak(limits))} of break in a year.`;
		case 'too-little-notice':
			return `A Direct Debit needs ${limits.directDebitWorkingDays} working days’ notice. Choose a later day.`;
		default:
			return PLAIN[because];
	}
}

export function sayMonths(months: number): string {
	return months === 1 ? '1 month' : `${months} months`;
}

const PLAIN: Record<Exclude<MovingRefusal, 'break-too-long' | 'too-little-notice'>, string> = {
	'nothing-to-come': 'No payment of it is still to come.',
	'above-your-authority': 'That is a team leader’s to give. Ask one.',
	'in-the-past': 'That day is in the past.',
	'too-late': 'That is too late for the next payment. A break may be what they need.',
	'after-the-next': 'That is after the payment that follows it.',
	'same-day': 'It is due on that day already.'
};

export function isMovingRefusal(because: string): because is MovingRefusal {
	return because in PLAIN || because === 'break-too-long' || because === 'too-little-notice';
}
