/**
 * What the product suggests (policy P4): the customer's own figure is tried first; the first suggestion is the least
 * whole-pound payment that meets an officer's dates, never the largest. Beside it stand up to three plans by name, each
 * better than the others at something, and the ends of the slider: from the least that works to what is usable.
 */
import { hasNoSurplus } from '../../affordability/means.ts';
import { AGREEING_ROLES, type AgreeingRole } from '../../law/policy-rows.ts';
import { pence, timesRate, type Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import { payDaysUntil } from '../../time/pay-days.ts';
import { leastAtAnyAuthority, mostPayable } from '../filling/afford.ts';
import { payDaysNeeded } from '../filling/fill.ts';
import { fillingFor } from '../filling/ready.ts';
import { mostOnRhythm, type Offer } from '../said/offer.ts';
import { planFor, type Plan, type Planned } from '../plan.ts';
import type { PlanRequest } from '../request.ts';

/** An offer without its amount. */
export type When = Omit<Offer, 'amount' | 'aboveUsableBecause'>;

export function firstSuggestion(when: When, request: PlanRequest): Planned {
	const most = request.means && mostPayable(request.means, { request, payDays: when }).amount;
	const forOfficer = leastUsable(when, { request, role: 'officer', unit: unitOf(request) });
	if (forOfficer !== null && (most === null || forOfficer <= most))
		return planFor(offerOf(when, forOfficer), request);
	// Where nothing is usable, or no pay-day is in time, the plan of a penny says so.
	const instead = most ?? wholeUnits(leastAtAnyAuthority(request, when), unitOf(request));
	return planFor(offerOf(when, instead || pence(1)), request);
}

export type SliderEnds = { least: Pence; most: Pence };

/** Null where there is nothing to plan, nothing can be afforded, or no statement says what can. */
export function sliderEnds(when: When, request: PlanRequest): SliderEnds | null {
	if (!request.means || request.debts.length === 0) return null;
	const { amount: most, sum } = mostPayable(request.means, { request, payDays: when });
	if (hasNoSurplus(sum.usable, request.policy.P3.value)) return null;
	const role = request.upTo ?? 'manager';
	const least = leastUsable(when, { request, role, unit: 1 });
	return least === null || least > most ? null : { least, most };
}

/** The least payment that is over by a day, and works; null where none is. */
export function paymentToEndBy(
	by: Day,
	{ when, request }: { when: When; request: PlanRequest }
): Pence | null {
	const role = request.upTo ?? 'manager';
	const ready = fillingFor(request.debts, { role, payDays: when });
	const most = request.debts.reduce((total: number, debt) => total + debt.owed, 0);
	const payDays = payDaysUntil(when, by);
	if (!ready.isTheirs || payDaysNeeded(ready.filling, most) > payDays) return null;
	let [tooLittle, enough] = [0, most];
	while (enough - tooLittle > 1) {
		const middle = Math.floor((tooLittle + enough) / 2);
		if (payDaysNeeded(ready.filling, middle) <= payDays) enough = middle;
		else tooLittle = middle;
	}
	const least = leastAtAnyAuthority(request, when);
	return least === null ? null : pence(Math.max(enough, least));
}

export type AlternativeName = 'suggested' | 'soonest' | 'smallest';

export type Alternative = { name: AlternativeName; plan: Plan };

/** The first suggestion, the one that ends soonest and the smallest a leader may agree, without those that lose all round. */
export function alternatives(when: When, request: PlanRequest): Alternative[] {
	const ends = sliderEnds(when, request);
	const byLeader = leastUsable(when, { request, role: 'leader', unit: unitOf(request) });
	const tried: [AlternativeName, Planned | null][] = [
		['suggested', firstSuggestion(when, request)],
		['soonest', ends && planFor(offerOf(when, ends.most), request)],
		['smallest', byLeader === null ? null : planFor(offerOf(when, byLeader), request)]
	];
	const found = tried.flatMap(([name, planned]) =>
		planned?.ok ? [{ name, plan: planned.plan }] : []
	);
	return found.filter(
		(one, index) =>
			!found.some((other, at) => at !== index && beats(other.plan, one.plan, at < index))
	);
}

/** Where only its length needs a leader and the payment is near all that is usable, the request says so. */
export function shouldBeApproved({ role, reasons, offer }: Plan, most: Pence | null): boolean {
	const onlyLonger = reasons.every((reason) => reason.kind === 'longer');
	return role !== 'officer' && onlyLonger && most !== null && offer.amount * 20 >= most * 19;
}

/** At least as good in payment, end and authority, and better in one; of two alike the first stands. */
function beats(one: Plan, other: Plan, isFirst: boolean): boolean {
	const differences = [
		one.offer.amount - other.offer.amount,
		one.payments.length - other.payments.length,
		levelOf(one.role) - levelOf(other.role)
	];
	if (differences.some((difference) => difference > 0)) return false;
	return isFirst || differences.some((difference) => difference < 0);
}

function levelOf(role: AgreeingRole): number {
	return AGREEING_ROLES.indexOf(role);
}

/**
 * The least for this authority in whole units. Where that is more than is usable once this year's tax is paid off, the
 * plan must be over by then, which takes more on each pay-day.
 */
function leastUsable(
	when: When,
	{ request, role, unit }: { request: PlanRequest; role: AgreeingRole; unit: number }
): Pence | null {
	const { means } = request;
	const least = wholeUnits(leastAtAnyAuthority(request, when, role), unit);
	if (least === null || !means?.meanwhile || least <= mostOnRhythm(means.usable, when.rhythm))
		return least;
	const asked = { when, request: { ...request, upTo: role } };
	return wholeUnits(paymentToEndBy(means.meanwhile.until, asked), unit) ?? least;
}

function unitOf({ policy }: PlanRequest): number {
	return policy.P4.value.wholeUnit;
}

function wholeUnits(amount: Pence | null, unit: number): Pence | null {
	if (amount === null) return null;
	return pence(timesRate(amount, { numerator: 1, denominator: unit }, 'up') * unit);
}

function offerOf(when: When, amount: Pence): Offer {
	return { ...when, amount, aboveUsableBecause: null };
}
