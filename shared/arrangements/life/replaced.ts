/**
 * Renegotiation: a plan that still runs ends when another takes its place, and every debt of it may be in the new one at
 * what it owes now. One that is kept to may be varied instead, in its payment, rhythm or end: the same debts by the dates
 * that they had, and no new agreement of policy L5. Which plans those are is read from the debts of the new one, so that
 * a plan of which nothing is in it goes on.
 */
import type { Means, Sum } from '../../affordability/means.ts';
import type { DebtRecord, LivePlan } from '../../debts/debt.ts';
import { minus, most, NO_PENCE, plus } from '../../money/pence.ts';
import { weighsMonthly } from '../said/offer.ts';

export type Replaced = LivePlan & { isVaried: boolean };

export function isVaried({ id, isLate }: LivePlan, varying: readonly string[]): boolean {
	return !isLate && varying.includes(id);
}

/** Plans that still run and have a debt in the new one. */
export function replacedBy(
	inPlan: readonly { debtId: string }[],
	{
		records,
		varying
	}: { records: readonly Pick<DebtRecord, 'id' | 'agreed'>[]; varying: readonly string[] }
): Replaced[] {
	const ids = new Set(inPlan.map(({ debtId }) => debtId));
	const plans = livePlansOf(records.filter(({ id }) => ids.has(id)));
	return plans.map((plan) => ({ ...plan, isVaried: isVaried(plan, varying) }));
}

/** Each once, in the order of their debts. */
export function livePlansOf(records: readonly Pick<DebtRecord, 'agreed'>[]): LivePlan[] {
	const found = records.flatMap(({ agreed }) => agreed?.plan ?? []);
	return found.filter((plan, at) => found.findIndex(({ id }) => id === plan.id) === at);
}

/** What is left for a plan beside those that go on: what they pay already is not paid twice. */
export function meansBeside(means: Means, plans: readonly LivePlan[]): Means {
	const taken = plus(...plans.map(weighsMonthly));
	const less = <Of extends Sum>(sum: Of): Of => ({
		...sum,
		left: minus(sum.left, taken),
		usable: most(minus(sum.usable, taken), NO_PENCE)
	});
	return { ...less(means), meanwhile: means.meanwhile && less(means.meanwhile) };
}
