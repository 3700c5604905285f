/**
 * How long a plan lasts, where an officer is told that and not an amount: the least payment that is over in so many
 * months, in whole pounds where that is no shorter. "n months" is policy's: every payment falls before the day of the
 * first plus n months. Beyond what anybody may agree, or what can be afforded, it is refused with the nearest that works.
 */
import { formatPounds, pence, timesRate, type Pence } from '../money/pence.ts';
import { addDays, addMonths } from '../time/day.ts';
import { RHYTHM_NAMES, type Rhythm } from '../time/pay-days.ts';
import { monthsOf } from './months.ts';
import { boundsOf } from './said/nearest.ts';
import { planFor, type Plan } from './plan.ts';
import type { PlanRequest } from './request.ts';
import { paymentToEndBy, type When } from './suggesting/suggestion.ts';
import { outsidePolicy } from './terms/outside-policy.ts';

/** So many months, and the payment that takes them. */
export type Term = { months: number; amount: Pence };

export type TermRefusal =
	| { because: 'not-months' | 'no-months' | 'part-of-a-month' | 'no-plan' }
	| {
			because: 'too-long';
			asked: number;
			rhythm: Rhythm;
			nearest: Term;
			/** What a manager may be asked for outside policy; null where minimums or courts' sums leave no such plan. */
			outside: Term | null;
	  }
	| {
			because: 'too-short';
			asked: number;
			rhythm: Rhythm;
			/** Null where no payment would be over by then. */
			takes: Pence | null;
			nearest: Term;
	  };

export type MonthsRead = { ok: true; months: number } | { ok: false; refusal: TermRefusal };

export type TermFound = { ok: true; amount: Pence } | { ok: false; refusal: TermRefusal };

const TYPED = /^(-?\d+(?:\.\d+)?)(?:months?|m|(years?|y))?$/;
const MONTHS_A_YEAR = 12;

/** `24`, `24 months`, `2 years`. */
export function readMonths(text: string): MonthsRead {
	const [, figure, years] = TYPED.exec(text.replace(/\s/g, '').toLowerCase()) ?? [];
	if (figure === undefined) return { ok: false, refusal: { because: 'not-months' } };
	const months = Number(figure) * (years ? MONTHS_A_YEAR : 1);
	if (months <= 0) return { ok: false, refusal: { because: 'no-months' } };
	if (!Number.isSafeInteger(months)) return { ok: false, refusal: { because: 'part-of-a-month' } };
	return { ok: true, months };
}

export function paymentOver(
	asked: number,
	{ when, request }: { when: When; request: PlanRequest }
): TermFound {
	const ends = boundsOf(when, request);
	const planAt = (amount: Pence): Plan | null => {
		const planned = planFor({ ...when, amount, aboveUsableBecause: null }, request);
		return planned.ok ? planned.plan : null;
	};
	const longest = ends && planAt(ends.least);
	const shortest = ends && planAt(ends.most);
	if (!longest || !shortest) return { ok: false, refusal: { because: 'no-plan' } };
	const { rhythm } = when;
	if (asked > monthsOf(longest)) {
		const outside = termOutside(asked, { when, request });
		const nearest = termOf(longest);
		return { ok: false, refusal: { because: 'too-long', asked, rhythm, nearest, outside } };
	}
	const by = addDays(addMonths(when.firstOn, asked), -1);
	const takes = paymentToEndBy(by, { when, request });
	if (takes === null || takes > ends.most) {
		const nearest = termOf(shortest);
		return { ok: false, refusal: { because: 'too-short', asked, rhythm, takes, nearest } };
	}
	const unit = request.policy.P4.value.wholeUnit;
	const whole = pence(timesRate(takes, { numerator: 1, denominator: unit }, 'up') * unit);
	const rounded = whole <= ends.most ? planAt(whole) : null;
	const isAsLong = rounded !== null && monthsOf(rounded) === asked;
	return { ok: true, amount: isAsLong ? whole : takes };
}

/** Policy's dates are a manager's to set aside, once; where they are set aside already there is nothing more. */
function termOutside(
	months: number,
	{ when, request }: { when: When; request: PlanRequest }
): Term | null {
	const mayBe = request.debts.some(({ clearBy }) => clearBy.manager?.kind !== 'as-ordered');
	if (!mayBe || (request.upTo ?? 'manager') !== 'manager') return null;
	const found = paymentOver(months, { when, request: outsidePolicy(request) });
	return found.ok ? { months, amount: found.amount } : null;
}

export function sayTermRefusal(refusal: TermRefusal): string {
	switch (refusal.because) {
		case 'not-months':
			return 'Enter how many months, for example 24.';
		case 'no-months':
			return 'A plan lasts at least a month. Enter how many, for example 24.';
		case 'part-of-a-month':
			return 'Enter whole months, for example 24.';
		case 'no-plan':
			return 'There is no plan on these days, however long it lasts.';
		case 'too-long': {
			const { asked, nearest, rhythm, outside } = refusal;
			const who = outside === null ? 'than anybody may agree' : 'than policy lets anybody agree';
			const above = outside === null ? '' : ' Outside policy a manager decides, if you write why.';
			return `${sayMonths(asked)} is longer ${who}. ${sayMonths(nearest.months)} is the longest, at ${sayEach(nearest.amount, rhythm)}.${above}`;
		}
		case 'too-short': {
			const { asked, takes, nearest, rhythm } = refusal;
			const why =
				takes === null
					? `It cannot be over in ${sayMonths(asked)}.`
					: `Over ${sayMonths(asked)} it takes ${sayEach(takes, rhythm)}, more than can be agreed.`;
			return `${why} ${sayMonths(nearest.months)} is the shortest, at ${sayEach(nearest.amount, rhythm)}.`;
		}
	}
}

function termOf(plan: Plan): Term {
	return { months: monthsOf(plan), amount: plan.offer.amount };
}

export function sayMonths(months: number): string {
	return months === 1 ? '1 month' : `${months} months`;
}

function sayEach(amount: Pence, rhythm: Rhythm): string {
	return `${formatPounds(amount)} ${RHYTHM_NAMES[rhythm]}`;
}
