/** Housing Benefit overpayment maxima and deductions from Universal Credit. */
import {
	overpaymentRates,
	roundedUpToFive,
	weeklyDeduction,
	weeklyMaximum,
	type OverpaymentKind,
	type OverpaymentRates
} from '../../../shared/law/deductions/housing-benefit.ts';
import {
	deductionFromUniversalCredit,
	type Claimant
} from '../../../shared/law/deductions/universal-credit.ts';
import type { Rule } from '../../../shared/law/rule.ts';
import { NO_PENCE } from '../../../shared/money/pence.ts';
import { day, type Day } from '../../../shared/time/day.ts';
import { hyphened, money, pounds, text, type Answer, type Case } from '../case.ts';

export function benefitRecovery(one: Case): Answer {
	if (one['type'] === 'minimum_hb_left_50p') return leastLeft(one);
	return one['type'] === 'uc_caps' ? universalCredit(one) : weekly(one);
}

/** A day well inside the year a case is for: `2025/26`. */
export function dayInYear(year: string): Day {
	return day(`${year.slice(0, 4)}-10-01`);
}

function weekly(one: Case): Answer {
	const rates = ratesOn(dayInYear(text(one, 'year')));
	const disregard = one['earned_income_disregard'];
	const got = weeklyMaximum(rates, {
		kind: KINDS[text(one, 'case')] ?? 'ordinary',
		earnedIncomeDisregard: disregard === undefined ? NO_PENCE : money(disregard)
	});
	const unit = one['five_percent_rounded_up_to_5p'];
	return {
		got: [pounds(got), unit && pounds(roundedUpToFive(rates.value.personalAllowance))],
		expected: [one['expected_max_weekly'], unit]
	};
}

const KINDS: Record<string, OverpaymentKind> = { fraud: 'fraud', non_fraud: 'ordinary' };

function leastLeft(one: Case): Answer {
	const got = weeklyDeduction(ratesOn(day('2026-10-01')), {
		benefit: money(one['weekly_hb']),
		asked: money(one['requested_deduction'])
	});
	return { got: pounds(got), expected: one['expected_deduction'] };
}

function universalCredit(one: Case): Answer {
	const claimant = hyphened(text(one, 'claimant')).replace('u25', 'under-25') as Claimant;
	const taken = deductionFromUniversalCredit(claimant, { on: dayInYear(text(one, 'year')) });
	if (!taken) throw new Error('No allowance is known for that year and claimant.');
	return {
		got: [taken.standardAllowance, taken.overallLimit, taken.councilTax].map(pounds),
		expected: [one['standard_allowance'], one['overall_cap_15pc'], one['council_tax_deduction_5pc']]
	};
}

function ratesOn(on: Day): Rule<OverpaymentRates> {
	const rates = overpaymentRates({ on });
	if (!rates) throw new Error('No rates are known for that year.');
	return rates;
}
