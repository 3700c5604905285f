/**
 * How much of the statement a plan needs (policy P7): three questions, five totals or the whole; over two years proof
 * of income as well, over three the offer of debt advice. A company has a cash flow instead, a sole trader both.
 */
import type { Pence } from '../money/pence.ts';
import type { PolicyValues } from '../law/policy-values.ts';
import { addDays, addMonths, type Day } from '../time/day.ts';
import type { Form } from './statement.ts';

export type PlanLength = { firstOn: Day; lastOn: Day; paymentCount: number; total: Pence };

export type Asked = PlanLength & {
	today: Day;
	/** 31 March of the year we are in. */
	yearEndsOn: Day;
	/** Everything in the plan is overdue now. */
	isAllOverdue: boolean;
	payer: 'person' | 'sole-trader' | 'company';
};

export type Evidence = {
	/** Null for a company. */
	form: Form | null;
	cashFlow: boolean;
	/** The last day on which proof of income must be here. */
	incomeProofBy: Day | null;
	offerDebtAdvice: boolean;
};

export function formNeeded(plan: Asked, policy: PolicyValues['P7']): Evidence {
	const isOver = (months: number): boolean => !isWithinMonths(plan, months);
	return {
		form: plan.payer === 'company' ? null : householdForm(plan, policy),
		cashFlow: plan.payer !== 'person',
		incomeProofBy: isOver(policy.incomeProofOverMonths)
			? addDays(plan.today, policy.incomeProofDays)
			: null,
		offerDebtAdvice: isOver(policy.adviceOverMonths)
	};
}

/** Every payment falls before the day of the first plus so many months: 24 months is 24 monthly payments. */
export function isWithinMonths(
	plan: Pick<PlanLength, 'firstOn' | 'lastOn'>,
	months: number
): boolean {
	return plan.lastOn < addMonths(plan.firstOn, months);
}

function householdForm(plan: Asked, policy: PolicyValues['P7']): Form {
	const isSmall =
		plan.isAllOverdue && plan.total < policy.questionsUnder && plan.lastOn <= plan.yearEndsOn;
	if (plan.paymentCount <= policy.questionsMostPayments || isSmall) return 'three-questions';
	return isWithinMonths(plan, policy.fiveTotalsMonths) ? 'five-totals' : 'full';
}
