/**
 * What may be taken from Pension Credit each week for council tax under a liability order: 5% of the personal allowance
 * of a single person of 25 or over, up to the next 5p (SI 1993/494). The year's figure is computed from that allowance.
 */
import type { Pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { ENGLAND_AND_WALES, ruleInForce, type Rule, type When } from '../rule.ts';
import { overpaymentRates, roundedUpToFive } from './housing-benefit.ts';

export const COUNCIL_TAX_FROM_PENSION_CREDIT: readonly Rule<{ percent: number }>[] = [
	{
		id: 'PC.council-tax-deduction',
		value: { percent: 5 },
		from: day('2003-10-06'),
		to: null,
		nations: ENGLAND_AND_WALES,
		instrument: 'SI 1993/494',
		provision: 'deductions for council tax from income-related benefits',
		address: 'https://www.legislation.gov.uk/uksi/1993/494',
		confidence: 'partly',
		plain:
			'For Council Tax under an order, 5% of a single person’s weekly allowance, to the next 5p, is taken from Pension Credit.'
	}
];

/** Null where that year's allowance is not known. */
export function deductionFromPensionCredit(
	when: When
): { amount: Pence; allowance: Pence; rules: readonly string[] } | null {
	const rule = ruleInForce(COUNCIL_TAX_FROM_PENSION_CREDIT, when);
	const rates = overpaymentRates(when);
	if (!rule || !rates) return null;
	const { personalAllowance: allowance } = rates.value;
	return { amount: roundedUpToFive(allowance), allowance, rules: [rule.id, rates.id] };
}
