/**
 * Whether a payment can be afforded (policy P2 and P3): up to usable freely, up to what is left only if the customer
 * asks and a leader agrees, above that never; and no plan at all where too little is usable or the least payment at any
 * authority is more; but where only plans of theirs take it all, that is told instead, for nobody is poor by paying us.
 * While a whole year's tax is in the plan more is usable, if the plan ends by then.
 */
import type { Means, Sum } from '../../affordability/means.ts';
import { hasNoSurplus } from '../../affordability/means.ts';
import { TIMES_A_YEAR } from '../../affordability/frequency.ts';
import type { AgreeingRole } from '../../law/policy-rows.ts';
import { least, NO_PENCE, pence, plus, type Pence } from '../../money/pence.ts';
import { payDayAt, type PayDays } from '../../time/pay-days.ts';
import { payDaysNeeded } from './fill.ts';
import { fillingFor } from './ready.ts';
import { mostOnRhythm, weighsMonthly, type Offer } from '../said/offer.ts';
import type { PlanRefusal } from '../said/refusals.ts';
import type { PlanRequest } from '../request.ts';
import { leastPayment, shortageOf, type Shortage } from './shortage.ts';

export type Affordability = { ok: true; floor: AgreeingRole } | { ok: false; refusal: PlanRefusal };

export function affordability(offer: Offer, request: PlanRequest): Affordability {
	const { means, policy } = request;
	if (!means) return { ok: true, floor: 'officer' };
	const most = mostPayable(means, { request, payDays: offer });
	const nothing = noSurplus(most, { request, payDays: offer });
	if (nothing) return { ok: false, refusal: nothing };
	const sum = sumFor(means, { amount: offer.amount, request, payDays: offer });
	if (isAbove(offer, request, sum.left))
		return { ok: false, refusal: { because: 'above-left', left: sum.left, most: most.amount } };
	if (!isAbove(offer, request, sum.usable)) return { ok: true, floor: 'officer' };
	if (offer.aboveUsableBecause?.trim()) return { ok: true, floor: policy.P2.value.aboveUsable };
	const refusal = { because: 'above-usable', usable: sum.usable, most: most.amount } as const;
	return { ok: false, refusal };
}

export type Most = { amount: Pence; sum: Sum };

/** The top of the slider: the most that is usable on this rhythm. */
export function mostPayable(
	means: Means,
	{ request, payDays }: { request: PlanRequest; payDays: PayDays }
): Most {
	if (means.meanwhile) {
		const amount = mostOnRhythm(means.meanwhile.usable, payDays.rhythm);
		const sum = sumFor(means, { amount, request, payDays });
		if (sum === means.meanwhile) return { amount, sum };
	}
	return { amount: mostOnRhythm(means.usable, payDays.rhythm), sum: means };
}

/** The least payment that anybody asked may agree; null where no payment could be in time. */
export function leastAtAnyAuthority(
	request: PlanRequest,
	payDays: PayDays,
	role: AgreeingRole = request.upTo ?? 'manager'
): Pence | null {
	const ready = fillingFor(request.debts, { role, payDays });
	const payment = ready.isTheirs ? leastPayment(ready.filling) : null;
	return payment === null ? null : pence(payment);
}

function noSurplus(
	{ amount, sum }: Most,
	{ request, payDays }: { request: PlanRequest; payDays: PayDays }
): PlanRefusal | null {
	const policy = request.policy.P3.value;
	const atLeast = leastAtAnyAuthority(request, payDays);
	const isTooLittle = (most: Most) =>
		hasNoSurplus(most.sum.usable, policy) || (atLeast !== null && most.amount < atLeast);
	if (!isTooLittle({ amount, sum })) return null;
	const proof = proofThatTooLittle(amount, { request, payDays });
	const { besides } = request;
	if (besides && !isTooLittle(mostPayable(besides.means, { request, payDays }))) {
		const plans = besides.plans.map(({ id, number }) => ({ id, number }));
		const taken = plus(...besides.plans.map(weighsMonthly));
		return { because: 'in-a-plan', plans, taken, ...pickSum(sum), proof };
	}
	return { because: 'no-surplus', ...sum, least: atLeast, holdDays: policy.holdDays, proof };
}

function pickSum({ left, usable }: Sum): Sum {
	return { left, usable };
}

function proofThatTooLittle(
	amount: Pence,
	{ request, payDays }: { request: PlanRequest; payDays: PayDays }
): { amount: Pence; certificate: Shortage } | null {
	const ready = fillingFor(request.debts, { role: request.upTo ?? 'manager', payDays });
	const certificate = ready.isTheirs ? shortageOf(ready.filling, amount) : null;
	return certificate && { amount, certificate };
}

/** What may be spent in every month of a plan with this payment. */
function sumFor(
	means: Means,
	{ amount, request, payDays }: { amount: Pence; request: PlanRequest; payDays: PayDays }
): Sum {
	if (!means.meanwhile || amount <= 0) return means;
	const ready = fillingFor(request.debts, { role: 'manager', payDays });
	const count = ready.isTheirs ? payDaysNeeded(ready.filling, amount) : Infinity;
	const endsInTime = count < Infinity && payDayAt(payDays, count - 1) <= means.meanwhile.until;
	return endsInTime ? means.meanwhile : means;
}

/** Over a year, in whole pence: a week is not a quarter of a month. A last payment is no more than what is owed. */
function isAbove(offer: Offer, { debts }: PlanRequest, monthly: Pence): boolean {
	const total = plus(NO_PENCE, ...debts.map((debt) => debt.owed));
	const payment = least(offer.amount, total);
	return payment * TIMES_A_YEAR[offer.rhythm] > monthly * TIMES_A_YEAR.monthly;
}
