/**
 * What a household can pay each month. Left is income less costs, savings and agreed payments to priority creditors
 * (policy P1); usable is all of it but £10 or a tenth (P2); under £10 usable there is no plan (P3). While a whole
 * year's council tax is in the plan the statement's own line for it is nil, so that it is never counted twice (P5). Of a
 * business it is what its thirteen weeks leave (P7, P9); a sole trader's household has less where the business runs short.
 */
import { minus, most, NO_PENCE, plus, timesRate, type Pence } from '../money/pence.ts';
import type { ContactPolicy, PolicyValues } from '../law/policy-values.ts';
import type { Day } from '../time/day.ts';
import { leftOfCashFlow, shortOfCashFlow, wholeCashFlow } from './business/cash-flow.ts';
import type { Statement } from './statement.ts';
import { lineTotal, totalsOf, type Totals } from './totals.ts';

/** What the plan holds decides what comes off, and whether a line is nil for a while. */
export type PlanNature = {
	holdsNonPriority: boolean;
	/** Until when this year's council tax line is nil; null where it is not in the plan whole. */
	taxLineNilUntil: Day | null;
};

export type Sum = { left: Pence; usable: Pence };

export type Means = Sum & {
	/** While the tax line is nil: more, until that day. */
	meanwhile: (Sum & { until: Day }) | null;
};

export function leftOf(totals: Totals, plan: Pick<PlanNature, 'holdsNonPriority'>): Pence {
	const others = plan.holdsNonPriority ? totals.nonPriority : NO_PENCE;
	return minus(totals.surplus, plus(totals.savings, totals.priority, others));
}

/** Never below nothing. */
export function usableOf(left: Pence, policy: PolicyValues['P2']): Pence {
	const rate = { numerator: policy.keepsPercent, denominator: 100 };
	const kept = most(policy.keepsLeast, timesRate(left, rate, 'half-down'));
	return most(minus(left, kept), NO_PENCE);
}

export function hasNoSurplus(usable: Pence, policy: PolicyValues['P3']): boolean {
	return usable < policy.leastUsable;
}

/** Null where it does not say how much: three questions, and weeks of which some are not told. */
export function meansOf(
	statement: Statement,
	{ plan, policy }: { plan: PlanNature; policy: ContactPolicy }
): Means | null {
	if (statement.form === 'three-questions') return null;
	if (statement.form === 'cash-flow') return meansOfBusiness(statement, policy);
	const usual = sumOf(statement, { plan, policy });
	const line = lineTotal(statement, 'council-tax');
	if (!plan.taxLineNilUntil || line === 0) return { ...usual, meanwhile: null };
	const without = withoutTaxLine(statement);
	return {
		...usual,
		meanwhile: { ...sumOf(without, { plan, policy }), until: plan.taxLineNilUntil }
	};
}

function sumOf(
	statement: Statement,
	{ plan, policy }: { plan: PlanNature; policy: ContactPolicy }
): Sum {
	const business = statement.cashFlow && wholeCashFlow(statement.cashFlow);
	const short = business ? shortOfCashFlow(business) : NO_PENCE;
	const left = minus(leftOf(totalsOf(statement, policy.P1.value), plan), short);
	return { left, usable: usableOf(left, policy.P2.value) };
}

function withoutTaxLine(statement: Statement): Statement {
	return { ...statement, lines: statement.lines.filter((line) => line.line !== 'council-tax') };
}

function meansOfBusiness({ cashFlow }: Statement, policy: ContactPolicy): Means | null {
	const whole = cashFlow && wholeCashFlow(cashFlow);
	if (!whole) return null;
	const left = leftOfCashFlow(whole, policy.P9.value);
	return { left, usable: usableOf(left, policy.P2.value), meanwhile: null };
}
