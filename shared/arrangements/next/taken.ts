/**
 * What would be taken from wages or a benefit, estimated from the statement by the tables in force on the day: an
 * earnings order for council tax (SI 1992/613 Schedule 4), a direct earnings attachment for an overpayment
 * (SI 2013/384), a deduction from benefit. The higher rate of the second is never chosen here.
 */
import type { NetPay } from '../../affordability/net-pay.ts';
import type { Confirmed } from '../../debts/ladder/next-step.ts';
import {
	directEarningsDeduction,
	directEarningsTable
} from '../../law/deductions/direct-earnings.ts';
import { earningsDeduction, earningsOrderTable } from '../../law/deductions/earnings-order.ts';
import { overpaymentRates, weeklyMaximum } from '../../law/deductions/housing-benefit.ts';
import { deductionFromPensionCredit } from '../../law/deductions/pension-credit.ts';
import {
	deductionFromUniversalCredit,
	type Claimant
} from '../../law/deductions/universal-credit.ts';
import { formatPounds, NO_PENCE } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import { consequence, taking, type Consequence } from './consequence.ts';

export type Receives = {
	/** The customer's own take-home pay; null where they have none, or it is not known. */
	netPay: NetPay | null;
	/** Who claims Universal Credit, where somebody does. */
	universalCredit: Claimant | null;
	hasPensionCredit: boolean;
	hasHousingBenefit: boolean;
	confirmed: Confirmed;
	today: Day;
};

type From = Receives & { from: Day };

export function byEarningsOrder({ netPay, today, from, confirmed }: From): Consequence[] {
	const table = earningsOrderTable({ on: today });
	const taken = netPay && table && earningsDeduction(table, netPay);
	if (!taken || taken.amount === NO_PENCE) return [];
	const { amount, rules, parts } = taken;
	const { rhythm } = netPay;
	const working = parts
		.map(({ percent, of }) => `${percent}% of ${formatPounds(of)}`)
		.join(' and ');
	const said = taking('An earnings order would take', { amount, rhythm, working, rules, from });
	return [consequence(said, confirmed)];
}

export function fromBenefit({
	universalCredit,
	hasPensionCredit,
	today,
	from,
	confirmed
}: From): Consequence[] {
	const monthly = universalCredit && deductionFromUniversalCredit(universalCredit, { on: today });
	if (monthly) {
		const { councilTax: amount, standardAllowance, rules } = monthly;
		const working = `5% of ${formatPounds(standardAllowance)}`;
		const said = { amount, rhythm: 'monthly', working, rules, from } as const;
		return [consequence(taking('A deduction from Universal Credit would take', said), confirmed)];
	}
	const weekly = hasPensionCredit ? deductionFromPensionCredit({ on: today }) : null;
	if (!weekly) return [];
	const { amount, allowance, rules } = weekly;
	const working = `5% of ${formatPounds(allowance)}, to the next 5p`;
	const said = { amount, rhythm: 'weekly', working, rules, from } as const;
	return [consequence(taking('A deduction from Pension Credit would take', said), confirmed)];
}

export function byDirectEarnings({ netPay, today, from, confirmed }: From): Consequence[] {
	const table = directEarningsTable({ on: today });
	if (!table || !netPay || netPay.basis === 'daily') return [];
	const { basis, net, periods, rhythm } = netPay;
	const pay = { basis, net, periods, rate: 'standard', prior: NO_PENCE, on: 'full-net' } as const;
	const { amount, percent, rules } = directEarningsDeduction(table, pay);
	if (amount === NO_PENCE) return [];
	const working = `${percent}% of ${formatPounds(net)}`;
	const said = taking('An earnings deduction, without a court, would take', {
		amount,
		rhythm,
		working,
		rules,
		from
	});
	return [consequence(said, confirmed)];
}

/** The ordinary weekly maximum from Housing Benefit, never the one after a fraud finding; or the most DWP takes. */
export function overpaymentFromBenefit(receives: From): Consequence[] {
	const { hasHousingBenefit, universalCredit, today, from, confirmed } = receives;
	const rates = hasHousingBenefit ? overpaymentRates({ on: today }) : null;
	if (rates) {
		const amount = weeklyMaximum(rates, { kind: 'ordinary', earnedIncomeDisregard: NO_PENCE });
		const working = 'at most; less is agreed where it causes hardship';
		const said = { amount, rhythm: 'weekly', working, rules: [rates.id], from } as const;
		return [consequence(taking('From Housing Benefit it would take', said), confirmed)];
	}
	const monthly = universalCredit && deductionFromUniversalCredit(universalCredit, { on: today });
	if (!monthly) return [];
	const { overallLimit: amount, rules } = monthly;
	const working = 'at most, for every debt together';
	const said = { amount, rhythm: 'monthly', working, rules, from } as const;
	return [consequence(taking('From Universal Credit it would take', said), confirmed)];
}
