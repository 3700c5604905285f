/**
 * The nearest offer that works, for whatever a customer counters with: the amount, the first day or the rhythm that
 * has to give way, in that order, and each by as little as will do. The day is first put within policy P8; then the
 * amount within what can be afforded and agreed; then an earlier first day is tried, and last another rhythm.
 */
import { convert } from '../../affordability/frequency.ts';
import { pence, plus, type Pence } from '../../money/pence.ts';
import { addDays, type Day } from '../../time/day.ts';
import { RHYTHMS } from '../../time/pay-days.ts';
import { leastAtAnyAuthority } from '../filling/afford.ts';
import { latestFirstPayment, mostOnRhythm, type Offer } from './offer.ts';
import { planFor } from '../plan.ts';
import type { PlanRequest } from '../request.ts';
import { paymentToEndBy, sliderEnds, type SliderEnds } from '../suggesting/suggestion.ts';

/** The offer itself where it is a plan; null where nothing near it is. */
export function nearestThatWorks(offer: Offer, request: PlanRequest): Offer | null {
	if (request.notReliable || request.debts.length === 0) return null;
	const isPaid = offer.nextPayDay !== null && offer.nextPayDay < request.today;
	for (const asked of nearby(isPaid ? { ...offer, nextPayDay: null } : offer, request)) {
		const found = nearestAmount(asked, request);
		if (found) return found;
	}
	return null;
}

/** What may be paid: on the slider, or all that is owed where no statement says what can be afforded. */
export function boundsOf(
	when: Omit<Offer, 'amount' | 'aboveUsableBecause'>,
	request: PlanRequest
): SliderEnds | null {
	if (request.means) return sliderEnds(when, request);
	const [first, ...others] = request.debts.map((debt) => debt.owed);
	const least = leastAtAnyAuthority(request, when);
	return least === null || first === undefined ? null : { least, most: plus(first, ...others) };
}

function* nearby(offer: Offer, request: PlanRequest): Generator<Offer> {
	const { today } = request;
	const firstOn = firstDayFor(offer, request);
	yield { ...offer, firstOn };
	for (let sooner = firstOn; sooner > today;) {
		sooner = addDays(sooner, -1);
		yield { ...offer, firstOn: sooner };
	}
	for (const rhythm of RHYTHMS.toReversed()) {
		const amount = convert(offer.amount, { from: offer.rhythm, to: rhythm });
		if (rhythm !== offer.rhythm) yield { ...offer, firstOn, rhythm, amount };
	}
}

function firstDayFor({ firstOn, nextPayDay }: Offer, { today, policy }: PlanRequest): Day {
	const latest = latestFirstPayment(nextPayDay, { today, policy: policy.P8.value });
	if (firstOn > latest) return latest < today ? today : latest;
	return firstOn < today ? today : firstOn;
}

/** While this year's tax is in the plan two amounts may work and none between them: whichever is nearer. */
function nearestAmount(offer: Offer, request: PlanRequest): Offer | null {
	const ends = boundsOf(offer, request);
	if (!ends) return null;
	const within = pence(Math.min(Math.max(offer.amount, ends.least), ends.most));
	const amounts = [offer.amount, within, ...otherBounds(offer, request), ends.most, ends.least];
	const distance = (amount: Pence) => Math.abs(amount - offer.amount);
	const amount = amounts
		.toSorted((one, other) => distance(one) - distance(other))
		.find((one) => one > 0 && planFor({ ...offer, amount: one }, request).ok);
	return amount === undefined ? null : { ...offer, amount };
}

function otherBounds(offer: Offer, request: PlanRequest): Pence[] {
	const { means } = request;
	if (!means?.meanwhile) return [];
	const inTime = paymentToEndBy(means.meanwhile.until, { when: offer, request });
	return [mostOnRhythm(means.usable, offer.rhythm), ...(inTime === null ? [] : [inTime])];
}
