/**
 * Everything beside the offer that a plan is made from, gathered the same way in the browser and on the server: which
 * debts may be in it, and what the statement says can be paid towards them.
 */
import { isWhole } from '../affordability/business/cash-flow.ts';
import { meansOf, type Means, type PlanNature } from '../affordability/means.ts';
import {
	refusalOf,
	type Form,
	type Statement,
	type StatementRefusal
} from '../affordability/statement.ts';
import type { DebtRecord, LivePlan } from '../debts/debt.ts';
import type { AgreeingRole } from '../law/policy-rows.ts';
import type { ContactPolicy } from '../law/policy-values.ts';
import type { Day } from '../time/day.ts';
import type { Again } from './life/broken.ts';
import type { DebtInPlan, DebtOutside, Sorting } from './terms/debt.ts';
import { sortDebts } from './terms/in-or-out.ts';
import type { Payer } from './terms/rows.ts';

export type PlanRequest = {
	/** In order of seniority, as `sortDebts` gives them. */
	debts: readonly DebtInPlan[];
	/** Null where it does not say how much: three questions, and a business's weeks until all are told. */
	means: Means | null;
	/** Where plans of theirs go on beside it: which, and what would be left without them. `means` is beside them. */
	besides?: { plans: readonly LivePlan[]; means: Means };
	/** The statement that is there, and why it cannot be relied on yet, if it cannot. */
	form: Form | null;
	/** A business is in it: its thirteen weeks are needed; and whether all of them are told. */
	business?: { hasWeeks: boolean };
	notReliable: StatementRefusal | null;
	payer: Payer;
	today: Day;
	policy: ContactPolicy;
	/** The highest authority that is asked; a manager where nothing else is said. */
	upTo?: AgreeingRole;
	/** The statement is the last one, and nothing of it was gone through again. */
	isAsBefore?: boolean;
	/** Who may agree another, where plans of theirs ended unpaid. */
	again?: Again;
};

/** What is left out of the plan is shown beside it, so it comes back too. */
export function requestFor(
	debts: readonly DebtRecord[],
	{ statement, sorting }: { statement: Statement | null; sorting: Sorting }
): { request: PlanRequest; outside: DebtOutside[] } {
	const { inPlan, outside } = sortDebts(debts, sorting);
	const { payer, today, policy } = sorting;
	const means = statement && meansOf(statement, { plan: natureOf(inPlan), policy });
	const form = statement && statement.form !== 'cash-flow' ? statement.form : null;
	const notReliable = statement && refusalOf(statement);
	const hasWeeks = statement?.cashFlow !== undefined && isWhole(statement.cashFlow);
	const business = isOfBusiness(inPlan, payer) ? { business: { hasWeeks } } : {};
	const request = { debts: inPlan, means, form, notReliable, payer, today, policy, ...business };
	return { request, outside };
}

/** A person who pays rates or a levy of their own trades by themselves: a sole trader (policy P7). */
function isOfBusiness(inPlan: readonly DebtInPlan[], payer: Payer): boolean {
	return payer !== 'person' || inPlan.some(({ row }) => row === 'NR1' || row === 'NR2');
}

/** What the debts of a plan change in what is left: other creditors' payments, and this year's tax line. */
export function natureOf(debts: readonly DebtInPlan[]): PlanNature {
	const nil = debts.flatMap((debt) => debt.taxLineNilUntil ?? []);
	return {
		holdsNonPriority: debts.some((debt) => debt.isNonPriority),
		taxLineNilUntil: nil.toSorted().at(-1) ?? null
	};
}
