/** What a plan claims, in the words of the separate checker: the debts with their terms, and every payment. */
import type { PlanClaim, RefusalClaim } from './check.ts';
import { fillingFor } from '../filling/ready.ts';
import type { Offer } from '../offer.ts';
import type { Plan } from '../plan.ts';
import type { Late } from '../refusals.ts';
import type { DebtInPlan } from '../terms/debt.ts';
import type { AgreeingRole } from '../../law/policy-rows.ts';

export function claimOf(plan: Plan): PlanClaim {
	const promised = new Map(plan.promised.map(({ debtId, by }) => [debtId, by]));
	const { debts, ...pay } = termsOf(plan.offer, { debts: plan.debts, role: plan.role });
	return {
		...pay,
		debts: debts.map((debt, index) => {
			const sooner = promised.get(plan.debts[index]?.debtId ?? '');
			return sooner && (!debt.by || sooner < debt.by) ? { ...debt, by: sooner } : debt;
		}),
		payments: plan.payments.map(({ on, parts }) => ({ on, parts }))
	};
}

/** Of a refusal by the highest authority that was asked. */
export function refusalClaimOf(
	refusal: Late,
	{ offer, debts, role }: { offer: Offer; debts: readonly DebtInPlan[]; role: AgreeingRole }
): RefusalClaim {
	const { debts: late, due, canBePaid } = refusal.certificate;
	return { ...termsOf(offer, { debts, role }), late, by: refusal.by, due, canBePaid };
}

function termsOf(
	offer: Offer,
	{ debts, role }: { debts: readonly DebtInPlan[]; role: AgreeingRole }
): Omit<PlanClaim, 'payments'> {
	const ready = fillingFor(debts, { role, payDays: offer });
	if (!ready.isTheirs) throw new Error('A plan is agreed by a role that may not agree it.');
	const { rhythm, firstOn, amount } = offer;
	return {
		rhythm,
		firstOn,
		amount,
		debts: debts.map((debt, index) => ({
			owed: debt.owed,
			least: ready.filling.least[index] ?? 0,
			courtSum: ready.filling.courtSum[index] ?? 0,
			by: ready.clearBy[index] ?? null
		}))
	};
}
