/**
 * The debts of a plan made ready to be filled for one authority: their minimums and courts' sums for a pay-day, and how
 * many pay-days each has. Dates that would avert a next step are then taken in order of seriousness: each is promised
 * if it can be kept together with all promised before it (policy P5).
 */
import { convert } from '../../affordability/frequency.ts';
import type { AgreeingRole } from '../../law/policy-rows.ts';
import type { Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import { payDaysUntil, type PayDays, type Rhythm } from '../../time/pay-days.ts';
import { shortageOf, type Filling, type Shortage } from './shortage.ts';
import { clearByFor } from '../terms/clear-by.ts';
import type { DebtInPlan } from '../terms/debt.ts';

export type AskedOf = { role: AgreeingRole; payDays: PayDays };

export type Ready =
	| { isTheirs: true; filling: Filling; clearBy: readonly (Day | null)[] }
	/** Debts that this authority may not agree a plan for. */
	| { isTheirs: false; debts: readonly DebtInPlan[] };

export function fillingFor(debts: readonly DebtInPlan[], { role, payDays }: AskedOf): Ready {
	const limits = debts.map((debt) => clearByFor(debt, { role, firstOn: payDays.firstOn }));
	const notTheirs = debts.filter((_, index) => !limits[index]);
	if (notTheirs.length > 0) return { isTheirs: false, debts: notTheirs };
	const clearBy = limits.map((limit) => limit?.until ?? null);
	const { rhythm } = payDays;
	return {
		isTheirs: true,
		clearBy,
		filling: {
			owed: debts.map((debt) => debt.owed),
			least: debts.map((debt) => leastOn(debt, rhythm)),
			courtSum: debts.map((debt) => courtSumOn(debt, rhythm)),
			within: clearBy.map((until) => (until ? payDaysUntil(payDays, until) : Infinity))
		}
	};
}

export type PromisedDate = { debtId: string; by: Day; what: string };

export type Promises = {
	filling: Filling;
	kept: readonly PromisedDate[];
	/** Why each of the others cannot be promised. */
	notKept: readonly (PromisedDate & { shortage: Shortage })[];
};

/** The debts are by seniority, so their own order is the order of seriousness. */
export function promised(
	debts: readonly DebtInPlan[],
	{ filling, payDays, payment }: { filling: Filling; payDays: PayDays; payment: Pence }
): Promises {
	return debts.reduce<Promises>(
		(so, debt, index) => {
			if (!debt.averts) return so;
			const date = { debtId: debt.debtId, ...debt.averts };
			const within = so.filling.within.with(
				index,
				Math.min(so.filling.within[index] ?? Infinity, payDaysUntil(payDays, date.by))
			);
			const sooner = { ...so.filling, within };
			const shortage = shortageOf(sooner, payment);
			return shortage
				? { ...so, notKept: [...so.notKept, { ...date, shortage }] }
				: { ...so, filling: sooner, kept: [...so.kept, date] };
		},
		{ filling, kept: [], notKept: [] }
	);
}

/** Rounded up to the penny, so that a month's worth is never less than policy asks. */
function leastOn({ least }: DebtInPlan, rhythm: Rhythm): number {
	if (!least) return 0;
	const from = least.every === 'week' ? 'weekly' : 'monthly';
	return convert(least.amount, { from, to: rhythm, rounding: 'up' });
}

function courtSumOn({ courtSum }: DebtInPlan, rhythm: Rhythm): number {
	return courtSum === null ? 0 : convert(courtSum, { from: 'monthly', to: rhythm, rounding: 'up' });
}
