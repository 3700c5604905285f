/**
 * Where money goes that quotes a plan's own reference: split by the plan while it runs (policy P5), and of a joint debt
 * no more than it may take beside the plans of others that come first. Past the plan, and once it is over, the payer has
 * still named these debts: what they owe is paid in the plan's order, what another plan asks for now last, for whoever
 * owes a debt owes all of it; and what is over waits for the payer's word, as on any debt that is named.
 */
import type { Placed } from '../../income/placing.ts';
import { APPROPRIATION } from '../../law/charges/appropriation.ts';
import { least, minus, most, NO_PENCE, plus, sumOf, type Pence } from '../../money/pence.ts';
import { roomOn, type EarlierPlan } from '../life/joint.ts';
import { isLive, type ArrangementState } from '../life/states.ts';
import { splitReceipt, type KeptDebt, type KeptPlan } from './receipt.ts';

export type PlanNow = Pick<KeptPlan, 'payment' | 'payments'> & {
	arrangementId: string;
	/** Whose plan it is, who therefore paid. */
	customerId: string;
	state: ArrangementState;
	/** In the plan's order, as they were read; `paid` since it was agreed, by them. */
	debts: readonly PlanDebt[];
};

type PlanDebt = KeptDebt & {
	debtId: string;
	balance: Pence;
	paid: Pence;
	/** Plans of others for it that come before this one. */
	earlier: readonly (EarlierPlan & { arrangementId: string })[];
};

/** What has moved since the plans and debts were read: receipts of one file find what those before them left. */
export type Ledger = {
	/** Of debts, by id. */
	owed: Map<string, Pence>;
	/** What each plan has brought, by its id and the debt's. */
	brought: Map<string, Map<string, Pence>>;
};

/** Places one sum, and writes it in the ledger. */
export function placeByPlan(
	amount: Pence,
	{ plan, ledger }: { plan: PlanNow; ledger: Ledger }
): Placed {
	const debts = plan.debts.map((debt) => debtNow(debt, { plan, ledger }));
	const byPlan = isLive(plan.state) ? splitReceipt(plan, { amount, ...takingOf(debts) }).parts : [];
	const beside = andInOrder(amount, { upTo: debts.map(besideOthers), parts: byPlan });
	const all = andInOrder(amount, { upTo: debts.map(({ balance }) => balance), parts: beside });
	const parts = debts.flatMap(({ debtId }, index) => {
		const part = all[index] ?? NO_PENCE;
		return part > NO_PENCE ? [{ debtId, amount: part }] : [];
	});
	write(ledger, { plan, parts, debts });
	return placedOf(parts, { amount, isByPlan: sumOf(byPlan) > NO_PENCE });
}

function debtNow(debt: PlanDebt, { plan, ledger }: { plan: PlanNow; ledger: Ledger }): PlanDebt {
	const since = (arrangementId: string) => ledger.brought.get(arrangementId);
	const onIt = (arrangementId: string) => since(arrangementId)?.get(debt.debtId) ?? NO_PENCE;
	return {
		...debt,
		balance: ledger.owed.get(debt.debtId) ?? debt.balance,
		paid: plus(debt.paid, onIt(plan.arrangementId)),
		earlier: debt.earlier.map((one) => ({
			...one,
			left: most(minus(one.left, onIt(one.arrangementId)), NO_PENCE),
			short: minus(one.short, sumOf([...(since(one.arrangementId)?.values() ?? [])]))
		}))
	};
}

/** Never more than a debt owes, nor than what plans that come before leave of it. */
function takingOf(debts: readonly PlanDebt[]): { paid: Pence[]; room: Pence[] } {
	const paid = debts.map((debt) => most(debt.paid, NO_PENCE));
	return {
		paid,
		room: debts.map((debt) => roomOn({ ...debt, left: minus(debt.owed, debt.paid) }))
	};
}

/** All that it owes but what others ask for now. */
function besideOthers(debt: PlanDebt): Pence {
	return roomOn({ ...debt, left: debt.balance });
}

function write(
	ledger: Ledger,
	{ plan, parts, debts }: { plan: PlanNow; parts: Placed['parts']; debts: readonly PlanDebt[] }
): void {
	const brought = ledger.brought.get(plan.arrangementId) ?? new Map<string, Pence>();
	ledger.brought.set(plan.arrangementId, brought);
	for (const { debtId, amount } of parts) {
		const balance = debts.find((debt) => debt.debtId === debtId)?.balance ?? NO_PENCE;
		ledger.owed.set(debtId, minus(balance, amount));
		brought.set(debtId, plus(brought.get(debtId) ?? NO_PENCE, amount));
	}
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

function andInOrder(
	amount: Pence,
	{ upTo, parts }: { upTo: readonly Pence[]; parts: readonly Pence[] }
): readonly Pence[] {
	let left = minus(amount, sumOf(parts));
	return upTo.map((all, index) => {
		const part = parts[index] ?? NO_PENCE;
		const more = least(left, most(minus(all, part), NO_PENCE));
		left = minus(left, more);
		return plus(part, more);
	});
}
