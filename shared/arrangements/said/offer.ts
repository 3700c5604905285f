/**
 * What the customer proposes to pay: one amount on one rhythm, from a first day, by one means. ContactPolicy P8 says how soon
 * the first payment must be; a Direct Debit needs its notice, so a payment before that goes by card.
 */
import type { ContactPolicy, PolicyValues } from '../../law/policy-values.ts';
import { convert, TIMES_A_YEAR } from '../../affordability/frequency.ts';
import { timesRate, type Pence } from '../../money/pence.ts';
import { addDays, type Day } from '../../time/day.ts';
import type { PayDays, Rhythm } from '../../time/pay-days.ts';
import { addWorkingDays } from '../../time/working-days.ts';
import { takenOn, type Method, type TakenOn } from '../schedule.ts';

export type Offer = PayDays & {
	amount: Pence;
	method: Method;
	/** When they are next paid; null where it is not known. */
	nextPayDay: Day | null;
	/** Why they ask to pay more than is usable; null where they do not. */
	aboveUsableBecause: string | null;
	/** Why it is to last longer than policy lets anybody agree, where an officer set its term; empty until it is written. */
	outsidePolicyBecause?: string;
};

export type OfferRefusal =
	| { because: 'no-amount' }
	| { because: 'pay-day-past' }
	| { because: 'first-payment-past' }
	| { because: 'first-payment-late'; latest: Day };

export function offerRefusal(
	offer: Offer,
	{ today, policy }: { today: Day; policy: ContactPolicy }
): OfferRefusal | null {
	if (offer.amount <= 0) return { because: 'no-amount' };
	if (offer.nextPayDay && offer.nextPayDay < today) return { because: 'pay-day-past' };
	if (offer.firstOn < today) return { because: 'first-payment-past' };
	const latest = latestFirstPayment(offer.nextPayDay, { today, policy: policy.P8.value });
	return offer.firstOn > latest ? { because: 'first-payment-late', latest } : null;
}

/** Within so many days of the next pay day, and of today. */
export function latestFirstPayment(
	nextPayDay: Day | null,
	{ today, policy }: { today: Day; policy: PolicyValues['P8'] }
): Day {
	const byAgreement = addDays(today, policy.daysAfterAgreement);
	if (!nextPayDay) return byAgreement;
	const byPayDay = addDays(nextPayDay, policy.daysAfterPayDay);
	return byPayDay < byAgreement ? byPayDay : byAgreement;
}

/** The first day on which a Direct Debit agreed today can be taken. */
export function firstDirectDebit(today: Day, policy: PolicyValues['P8']): Day {
	return addWorkingDays(today, policy.directDebitWorkingDays);
}

/** How one payment is made: by the means offered, or by card while the Direct Debit is not yet set up. */
export function paidBy(
	on: Day,
	{ method, directDebitFrom }: { method: Method; directDebitFrom: Day }
): TakenOn & { method: Method } {
	const taken = takenOn(on, method);
	const isTooSoon = method === 'direct-debit' && taken.takenOn < directDebitFrom;
	return isTooSoon ? { ...takenOn(on, 'card'), method: 'card' } : { ...taken, method };
}

/** A payment on a rhythm as it weighs on a month. */
export function weighsMonthly({ amount, rhythm }: Pick<Offer, 'amount' | 'rhythm'>): Pence {
	return convert(amount, { from: rhythm, to: 'monthly' });
}

/** The most that can be paid on a rhythm out of a monthly sum: never a penny more than it over a year. */
export function mostOnRhythm(monthly: Pence, rhythm: Rhythm): Pence {
	const rate = { numerator: TIMES_A_YEAR.monthly, denominator: TIMES_A_YEAR[rhythm] };
	return timesRate(monthly, rate, 'down');
}
