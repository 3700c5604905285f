/**
 * The most that may be taken each week from ongoing Housing Benefit for an overpayment: HB Regulations 2006
 * (SI 2006/213) regulation 102(2) to (4). Three times, or after a fraud finding five times, 5% of the personal
 * allowance of a single person of 25 or over, each 5% rounded up to 5p; half of any earned-income disregard on top.
 * 50p of benefit is left. The figures of 2025 and 2026 are computed and not yet seen in a circular.
 */
import {
	minus,
	most,
	least,
	NO_PENCE,
	pence,
	plus,
	timesRate,
	type Pence
} from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { ENGLAND_AND_WALES, ruleInForce, type Confidence, type Rule, type When } from '../rule.ts';

export type OverpaymentRates = {
	personalAllowance: Pence;
	times: { ordinary: number; fraud: number };
	leaves: Pence;
};

type Year = { from: string; to: string; allowance: number; confidence: Confidence };

function year(id: string, { from, to, allowance, confidence }: Year): Rule<OverpaymentRates> {
	return {
		id: `HB.maximum-${id}`,
		value: {
			personalAllowance: pence(allowance),
			times: { ordinary: 3, fraud: 5 },
			leaves: pence(50)
		},
		from: day(from),
		to: day(to),
		nations: ENGLAND_AND_WALES,
		instrument: 'HB Regulations 2006, SI 2006/213',
		provision: 'regulation 102(2) to (4)',
		address: 'https://www.legislation.gov.uk/uksi/2006/213/regulation/102',
		confidence,
		plain:
			'The most that is taken each week from Housing Benefit for an overpayment. Less can be agreed where it causes hardship.'
	};
}

export const OVERPAYMENT_RATES: readonly Rule<OverpaymentRates>[] = [
	year('2022', { from: '2022-04-04', to: '2023-04-02', allowance: 77_00, confidence: 'confirmed' }),
	year('2023', { from: '2023-04-03', to: '2024-03-31', allowance: 84_80, confidence: 'confirmed' }),
	year('2024', { from: '2024-04-01', to: '2025-04-06', allowance: 90_50, confidence: 'confirmed' }),
	year('2025', {
		from: '2025-04-07',
		to: '2026-04-05',
		allowance: 92_05,
		confidence: 'unconfirmed'
	}),
	year('2026', {
		from: '2026-04-06',
		to: '2027-04-04',
		allowance: 95_55,
		confidence: 'unconfirmed'
	})
];

export function overpaymentRates(when: When): Rule<OverpaymentRates> | null {
	return ruleInForce(OVERPAYMENT_RATES, when);
}

export type OverpaymentKind = 'ordinary' | 'fraud';

/** The weekly maximum. Fraud means a conviction, an admitted caution or an administrative penalty, never suspicion. */
export function weeklyMaximum(
	rates: Rule<OverpaymentRates>,
	claim: { kind: OverpaymentKind; earnedIncomeDisregard: Pence }
): Pence {
	const unit = roundedUpToFive(rates.value.personalAllowance);
	const half = timesRate(claim.earnedIncomeDisregard, { numerator: 1, denominator: 2 }, 'down');
	return plus(pence(unit * rates.value.times[claim.kind]), half);
}

/** 5% of the personal allowance, up to the next 5p. */
export function roundedUpToFive(personalAllowance: Pence): Pence {
	const fives = timesRate(personalAllowance, { numerator: 5, denominator: 500 }, 'up');
	return pence(fives * 5);
}

/** What can be taken from this week's benefit: what is asked, as far as the least that must be left allows. */
export function weeklyDeduction(
	rates: Rule<OverpaymentRates>,
	week: { benefit: Pence; asked: Pence }
): Pence {
	return least(week.asked, most(minus(week.benefit, rates.value.leaves), NO_PENCE));
}
