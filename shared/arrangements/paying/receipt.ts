/**
 * How money that arrives is split by a plan (policy P5), on what each debt owes that day: the same rule as the plan
 * itself, asked again for each pay-day that it pays, the oldest first. Of a joint debt it takes no more than it may beside
 * the other person's plan (`life/joint.ts`): the two together never collect more than is owed, whichever comes first, and
 * each plan moves on to its next debt.
 */
import { least, minus, NO_PENCE, pence, plus, sumOf, type Pence } from '../../money/pence.ts';
import { payDaysUntil } from '../../time/pay-days.ts';
import { takeRow } from '../filling/fill.ts';
import { fillingFor } from '../filling/ready.ts';
import { datesOf } from '../filling/shortage.ts';
import type { Plan } from '../plan.ts';

/** What is kept of a plan for its receipts; every list is in the order of its debts. */
export type KeptPlan = {
	payment: Pence;
	debts: readonly KeptDebt[];
	/** The parts of each payment as agreed, the first first. */
	payments: readonly (readonly Pence[])[];
};

/** `least` and `courtSum` are for one pay-day and 0 where there is none; `within` counts pay-days, null without a date. */
export type KeptDebt = { owed: Pence; least: Pence; courtSum: Pence; within: number | null };

export type Received = {
	amount: Pence;
	/** What the plan has brought on each debt so far, and what it may take of each now. */
	paid: readonly Pence[];
	room: readonly Pence[];
};

export type Split = { parts: readonly Pence[]; over: Pence };

export function keptPlan(plan: Plan): KeptPlan {
	const ready = fillingFor(plan.debts, { role: plan.role, payDays: plan.offer });
	if (!ready.isTheirs) throw new Error('A plan is agreed by a role that may not agree it.');
	const { least: minimums, courtSum, within } = ready.filling;
	return {
		payment: plan.offer.amount,
		debts: plan.debts.map(({ owed }, index) => {
			const payDays = Math.min(within[index] ?? Infinity, promisedWithin(plan, index));
			return {
				owed,
				least: pence(minimums[index] ?? 0),
				courtSum: pence(courtSum[index] ?? 0),
				within: Number.isFinite(payDays) ? payDays : null
			};
		}),
		payments: plan.payments.map(({ parts }) => parts)
	};
}

function promisedWithin({ debts, promised, offer }: Plan, index: number): number {
	const date = promised.find(({ debtId }) => debtId === debts[index]?.debtId);
	return date ? payDaysUntil(offer, date.by) : Infinity;
}

/** `over` is what the plan may take of none of its debts any more. */
export function splitReceipt(kept: KeptPlan, { amount, paid, room }: Received): Split {
	const so: SoFar = {
		counted: sumOf(paid),
		left: amount,
		owed: [...room],
		parts: kept.debts.map(() => NO_PENCE)
	};
	let fallen = NO_PENCE;
	for (const [payDay, agreed] of kept.payments.entries()) {
		fallen = plus(fallen, ...agreed);
		const due = minus(fallen, so.counted);
		if (so.left === NO_PENCE || due <= NO_PENCE) continue;
		const pot = least(so.left, due);
		take(so, rowFor({ kept, payDay, pot, paid, so }));
		so.counted = plus(so.counted, pot);
	}
	// Past the last payment what is owed of the plan still goes to the best rank.
	take(so, [...so.owed]);
	return { parts: so.parts, over: so.left };
}

type SoFar = { counted: Pence; left: Pence; owed: Pence[]; parts: Pence[] };

/** As much of it as is there, in the order of the debts. */
function take(so: SoFar, row: readonly Pence[]): void {
	for (const [debt, wanted] of row.entries()) {
		const part = least(wanted, so.left);
		so.left = minus(so.left, part);
		so.owed[debt] = minus(so.owed[debt] ?? NO_PENCE, part);
		so.parts[debt] = plus(so.parts[debt] ?? NO_PENCE, part);
	}
}

type Row = { kept: KeptPlan; payDay: number; pot: Pence; paid: readonly Pence[]; so: SoFar };

/** One pay-day's parts. What came before on the same pay-day is split again with it, so that a half pays no minimum twice. */
function rowFor({ kept, payDay, pot, paid, so }: Row): Pence[] {
	const before = gotOn({ kept, payDay, paid, so });
	const { debts, payment } = kept;
	const filling = {
		owed: so.owed,
		least: debts.map((debt) => debt.least),
		courtSum: debts.map((debt) => debt.courtSum),
		// A date that has gone by is kept as soon as can be.
		within: debts.map(({ within }) => (within === null ? Infinity : Math.max(within - payDay, 1)))
	};
	const row = takeRow({
		filling,
		dates: datesOf(filling),
		owed: so.owed.map((owed, debt) => plus(owed, before[debt] ?? NO_PENCE)),
		pot: plus(pot, ...before),
		payDay: 0,
		payment
	});
	let left = pot;
	return row.map((all, debt) => {
		const more = pence(Math.max(all - (before[debt] ?? NO_PENCE), 0));
		const part = least(more, left);
		left = minus(left, part);
		return part;
	});
}

/** What each debt has had of this pay-day's payment already. */
function gotOn({ kept, payDay, paid, so }: Omit<Row, 'pot'>): Pence[] {
	const earlier = kept.payments.slice(0, payDay);
	let already = minus(so.counted, sumOf(earlier.flat()));
	return kept.debts.map((_, debt) => {
		const had = plus(paid[debt] ?? NO_PENCE, so.parts[debt] ?? NO_PENCE);
		const scheduled = sumOf(earlier.map((parts) => parts[debt] ?? NO_PENCE));
		const got = pence(Math.max(Math.min(had - scheduled, already), 0));
		already = minus(already, got);
		return got;
	});
}
