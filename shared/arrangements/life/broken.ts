/**
 * When an arrangement may be called broken, and who may agree another (policy L3 to L6). It is never automatic: a leader
 * looks at support, income and benefits first. Then each debt goes on from the stage it had and nothing is added
 * backwards.
 */
import type { Evidence } from '../../affordability/forms.ts';
import { AGREEING_ROLES, type AgreeingRole } from '../../law/policy-rows.ts';
import type { ContactPolicy, PolicyValues } from '../../law/policy-values.ts';
import { addDays, addMonths, type Day } from '../../time/day.ts';

export type Miss = {
	putRightBy: Day;
	today: Day;
	/** The role of whoever looked at it; null while nobody has. */
	lookedAtBy: AgreeingRole | null;
	hasHold: boolean;
	/** A support need that nobody has looked at since the miss. */
	supportNeedUnreviewed: boolean;
};

export type NotBroken = 'still-time' | 'not-looked-at' | 'held' | 'support-need-unreviewed';

/** Null where it may be called broken; the letter then gives its days. */
export function notBroken(miss: Miss, policy: PolicyValues['L3']): NotBroken | null {
	if (miss.today <= miss.putRightBy) return 'still-time';
	if (miss.hasHold) return 'held';
	if (miss.supportNeedUnreviewed) return 'support-need-unreviewed';
	if (miss.lookedAtBy === null || isBelow(miss.lookedAtBy, policy.looks)) return 'not-looked-at';
	return null;
}

/** The last day of the letter's notice; recovery goes on the day after. */
export function noticeEndsOn(letterOn: Day, policy: PolicyValues['L4']): Day {
	return addDays(letterOn, policy.daysOfLetter);
}

/** `times` is how many plans of theirs ended unpaid lately: broken, or replaced by this one or another. */
export type Again = {
	times: number;
	role: AgreeingRole;
	newStatement: boolean;
	offerDebtAdvice: boolean;
};

/** Who may agree another after so many that ended unpaid, and whether debt advice is offered with it. */
export function mayAgreeAgain(
	endedOn: readonly Day[],
	{ today, policy }: { today: Day; policy: ContactPolicy }
): Again {
	const { officerOncePerMonths, second, third } = policy.L5.value;
	const times = endedOn.filter((on) => addMonths(on, officerOncePerMonths) > today).length;
	const role = times >= 3 ? third : times === 2 ? second : 'officer';
	return { times, role, newStatement: times > 0, offerDebtAdvice: times >= 3 };
}

/** What another plan needs beside what it would: three questions are no new statement. */
export function evidenceAgain(evidence: Evidence, again: Again | undefined): Evidence {
	if (!again) return evidence;
	const asksMore = again.newStatement && evidence.form === 'three-questions';
	return {
		...evidence,
		form: asksMore ? 'five-totals' : evidence.form,
		offerDebtAdvice: evidence.offerDebtAdvice || again.offerDebtAdvice
	};
}

/** The lowest role that may give so many months of break in a year; null where nobody may. */
export function mayGiveBreak(months: number, policy: PolicyValues['L6']): AgreeingRole | null {
	const { breakMonthsAYear } = policy;
	return AGREEING_ROLES.find((role) => months <= (breakMonthsAYear[role] ?? 0)) ?? null;
}

function isBelow(role: AgreeingRole, floor: AgreeingRole): boolean {
	return AGREEING_ROLES.indexOf(role) < AGREEING_ROLES.indexOf(floor);
}
