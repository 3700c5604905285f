/**
 * Renegotiation: a plan that still runs ends when another takes its place, and every debt of it may be in the new one at
 * what it owes now. Which plans those are is read from the debts of the new one, so that a plan of which nothing is in
 * it goes on.
 */
import type { DebtRecord, LivePlan } from '../../debts/debt.ts';

/** Plans that still run and have a debt in the new one. */
export function replacedBy(
	inPlan: readonly { debtId: string }[],
	records: readonly Pick<DebtRecord, 'id' | 'agreed'>[]
): LivePlan[] {
	const ids = new Set(inPlan.map(({ debtId }) => debtId));
	return livePlansOf(records.filter(({ id }) => ids.has(id)));
}

/** Each once, in the order of their debts. */
export function livePlansOf(records: readonly Pick<DebtRecord, 'agreed'>[]): LivePlan[] {
	const found = records.flatMap(({ agreed }) => agreed?.plan ?? []);
	return found.filter((plan, at) => found.findIndex(({ id }) => id === plan.id) === at);
}
