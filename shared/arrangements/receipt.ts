/**
 * How money that arrives is split by a plan (policy P5), on what each debt owes that day: the same rule as the plan
 * itself, asked again. So where the other person on a joint debt has paid too, the two together never collect more than
 * its balance, and each plan moves on to its next debt.
 */
import { pence, type Pence } from '../money/pence.ts';
import { payDaysUntil } from '../time/pay-days.ts';
import { takeRow } from './filling/fill.ts';
import { fillingFor } from './filling/ready.ts';
import { datesOf } from './filling/shortage.ts';
import type { Plan } from './plan.ts';

export type Received = {
	amount: Pence;
	/** What each of the plan's debts owes now, in their order. */
	owedNow: readonly Pence[];
	/** Which of the plan's pay-days it is for; 0 is the first. */
	payDay: number;
};

export type Split = { parts: readonly Pence[]; over: Pence };

/** `over` is what none of the plan's debts owes any more. */
export function splitReceipt(plan: Plan, { amount, owedNow, payDay }: Received): Split {
	const debts = plan.debts.map((debt, index) => ({ ...debt, owed: owedNow[index] ?? debt.owed }));
	const ready = fillingFor(debts, { role: plan.role, payDays: plan.offer });
	if (!ready.isTheirs) throw new Error('A plan is agreed by a role that may not agree it.');
	const within = ready.filling.within.map((payDays, index) =>
		stillWithin(Math.min(payDays, promisedWithin(plan, index)), payDay)
	);
	const filling = { ...ready.filling, within };
	const parts = takeRow({
		filling,
		dates: datesOf(filling),
		owed: [...ready.filling.owed],
		pot: amount,
		payDay: 0,
		payment: plan.offer.amount
	}).map(pence);
	return { parts, over: pence(parts.reduce((left: number, part) => left - part, amount)) };
}

/** A date that has gone by is kept as soon as can be. */
function stillWithin(payDays: number, payDay: number): number {
	return Math.max(payDays - payDay, 1);
}

function promisedWithin({ debts, promised, offer }: Plan, index: number): number {
	const date = promised.find(({ debtId }) => debtId === debts[index]?.debtId);
	return date ? payDaysUntil(offer, date.by) : Infinity;
}
