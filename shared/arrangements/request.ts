/** Everything beside the offer that a plan is made from. */
import type { Means } from '../affordability/means.ts';
import type { Form } from '../affordability/statement.ts';
import type { AgreeingRole } from '../law/policy-rows.ts';
import type { Policy } from '../law/policy-values.ts';
import type { Day } from '../time/day.ts';
import type { DebtInPlan } from './terms/debt.ts';
import type { Payer } from './terms/rows.ts';

export type PlanRequest = {
	/** In order of seniority, as `sortDebts` gives them. */
	debts: readonly DebtInPlan[];
	/** Null where three questions, or a company's cash flow, stand in its place. */
	means: Means | null;
	/** The statement that is there. */
	form: Form | null;
	payer: Payer;
	today: Day;
	policy: Policy;
	/** The highest authority that is asked; a manager where nothing else is said. */
	upTo?: AgreeingRole;
};
