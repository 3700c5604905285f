/**
 * Where money goes that quotes a plan's own reference: split by the plan while it runs (policy P5). Past the plan, and
 * once it is over, the payer has still named these debts: what they owe is paid in the plan's order, and what is over
 * waits for the payer's word, as on any debt that is named.
 */
import type { Placed } from '../income/placing.ts';
import { APPROPRIATION } from '../law/charges/appropriation.ts';
import { least, minus, most, NO_PENCE, plus, sumOf, type Pence } from '../money/pence.ts';
import { isLive, type ArrangementState } from './life/states.ts';
import { splitReceipt, type KeptDebt, type KeptPlan } from './receipt.ts';

export type PlanNow = Pick<KeptPlan, 'payment' | 'payments'> & {
	arrangementId: string;
	/** Whose plan it is, who therefore paid. */
	customerId: string;
	state: ArrangementState;
	/** In the plan's order; `paid` since it was agreed, by them. */
	debts: readonly (KeptDebt & { debtId: string; balance: Pence; paid: Pence })[];
};

/** Places one sum, and takes it off `owed` so that the next of the same file finds what is left. */
export function placeByPlan(
	amount: Pence,
	{ plan, owed }: { plan: PlanNow; owed: Map<string, Pence> }
): { placed: Placed; plan: PlanNow } {
	const now = plan.debts.map((debt) => ({
		...debt,
		balance: owed.get(debt.debtId) ?? debt.balance
	}));
	const byPlan = isLive(plan.state) ? partsByPlan(amount, { ...plan, debts: now }) : [];
	const parts = andInOrder(amount, { debts: now, parts: byPlan });
	const debts = now.map((debt, index) => {
		const part = parts[index] ?? NO_PENCE;
		return { ...debt, balance: minus(debt.balance, part), paid: plus(debt.paid, part) };
	});
	for (const { debtId, balance } of debts) owed.set(debtId, balance);
	const given = debts.flatMap(({ debtId }, index) => {
		const part = parts[index] ?? NO_PENCE;
		return part > NO_PENCE ? [{ debtId, amount: part }] : [];
	});
	return {
		placed: placedOf(given, { amount, isByPlan: sumOf(byPlan) > NO_PENCE }),
		plan: { ...plan, debts }
	};
}

function placedOf(
	parts: Placed['parts'],
	{ amount, isByPlan }: { amount: Pence; isByPlan: boolean }
): Placed {
	const waiting = minus(amount, sumOf(parts.map((part) => part.amount)));
	if (parts.length === 0) return { ground: null, parts, waiting, rules: [] };
	const ground = isByPlan ? 'by-plan' : 'plan-order';
	return { ground, parts, waiting, rules: isByPlan ? ['policy.P5'] : [APPROPRIATION.id] };
}

/** Never more than a debt owes, whoever else has paid on it. */
function partsByPlan(amount: Pence, plan: PlanNow): readonly Pence[] {
	const { debts } = plan;
	return splitReceipt(plan, {
		amount,
		paid: debts.map(({ paid }) => most(paid, NO_PENCE)),
		owedNow: debts.map(({ owed, paid, balance }) =>
			most(least(minus(owed, paid), balance), NO_PENCE)
		)
	}).parts;
}

function andInOrder(
	amount: Pence,
	{ debts, parts }: { debts: PlanNow['debts']; parts: readonly Pence[] }
): readonly Pence[] {
	let left = minus(amount, sumOf(parts));
	return debts.map(({ balance }, index) => {
		const part = parts[index] ?? NO_PENCE;
		const more = least(left, most(minus(balance, part), NO_PENCE));
		left = minus(left, more);
		return plus(part, more);
	});
}
