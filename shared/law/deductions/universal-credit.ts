/**
 * What may be taken from Universal Credit and Pension Credit for council tax under a liability order: 5% of the
 * standard allowance (SI 1993/494 and the Claims and Payments Regulations), inside the overall limit on deductions,
 * 15% since 30 April 2025. How DWP rounds is not confirmed: half a penny up.
 */
import { pence, timesRate, type Pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { ENGLAND_AND_WALES, ruleInForce, type Rule, type When } from '../rule.ts';

export type Claimant = 'single-under-25' | 'single-25' | 'couple-under-25' | 'couple-25';

/** Monthly standard allowances. Null where no published figure was seen. */
export type StandardAllowances = Record<Claimant, Pence | null>;

const ALLOWANCE = {
	nations: ENGLAND_AND_WALES,
	instrument: 'Universal Credit Regulations 2013, SI 2013/376',
	provision: 'regulation 36, as uprated each April',
	address: 'https://www.legislation.gov.uk/uksi/2013/376/regulation/36',
	confidence: 'confirmed',
	plain: 'The standard allowance of Universal Credit for a month.'
} as const;

export const STANDARD_ALLOWANCES: readonly Rule<StandardAllowances>[] = [
	{
		...ALLOWANCE,
		id: 'UC.allowance-2025',
		value: {
			'single-under-25': pence(316_98),
			'single-25': pence(400_14),
			'couple-under-25': pence(497_55),
			'couple-25': pence(628_10)
		},
		from: day('2025-04-07'),
		to: day('2026-04-05')
	},
	{
		...ALLOWANCE,
		id: 'UC.allowance-2026',
		value: {
			'single-under-25': pence(338_58),
			'single-25': pence(424_90),
			'couple-under-25': null,
			'couple-25': pence(666_97)
		},
		from: day('2026-04-06'),
		to: day('2027-04-11')
	}
];

export const OVERALL_LIMITS: readonly Rule<{ percent: number }>[] = [
	{
		id: 'UC.overall-limit-2021',
		value: { percent: 25 },
		from: day('2021-04-12'),
		to: day('2025-04-29'),
		nations: ENGLAND_AND_WALES,
		instrument: 'Claims and Payments Regulations 2013, SI 2013/380',
		provision: 'Schedules 6 and 7',
		address: 'https://www.legislation.gov.uk/uksi/2013/380',
		confidence: 'partly',
		plain: 'No more than 25% of the standard allowance was taken for debts altogether.'
	},
	{
		id: 'UC.overall-limit-2025',
		value: { percent: 15 },
		from: day('2025-04-30'),
		to: null,
		nations: ENGLAND_AND_WALES,
		instrument: 'Fair Repayment Rate',
		provision: 'DWP, LA Welfare Direct 5/2025',
		address: 'https://www.gov.uk/government/collections/local-authority-welfare-direct-bulletins',
		confidence: 'confirmed',
		plain:
			'No more than 15% of the standard allowance is taken for debts altogether, rent and fuel apart.'
	}
];

export const COUNCIL_TAX_FROM_BENEFIT: readonly Rule<{ percent: number }>[] = [
	{
		id: 'UC.council-tax-deduction',
		value: { percent: 5 },
		from: day('2013-04-29'),
		to: null,
		nations: ENGLAND_AND_WALES,
		instrument: 'SI 1993/494',
		provision: 'deductions for council tax from benefit, as applied to Universal Credit',
		address: 'https://www.legislation.gov.uk/uksi/1993/494',
		confidence: 'confirmed',
		plain:
			'For Council Tax under an order, 5% of the standard allowance is taken from Universal Credit each month.'
	}
];

export type BenefitDeduction = {
	standardAllowance: Pence;
	overallLimit: Pence;
	councilTax: Pence;
	rules: readonly string[];
};

/** Null where a figure for that day or claimant is not known. */
export function deductionFromUniversalCredit(
	claimant: Claimant,
	when: When
): BenefitDeduction | null {
	const allowance = ruleInForce(STANDARD_ALLOWANCES, when);
	const limit = ruleInForce(OVERALL_LIMITS, when);
	const rate = ruleInForce(COUNCIL_TAX_FROM_BENEFIT, when);
	const standardAllowance = allowance?.value[claimant];
	if (!allowance || !limit || !rate || standardAllowance == null) return null;
	return {
		standardAllowance,
		overallLimit: percentOf(standardAllowance, limit.value.percent),
		councilTax: percentOf(standardAllowance, rate.value.percent),
		rules: [allowance.id, limit.id, rate.id]
	};
}

function percentOf(amount: Pence, percent: number): Pence {
	return timesRate(amount, { numerator: percent, denominator: 100 }, 'half-up');
}
