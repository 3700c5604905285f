/** Random plans from a printed seed: small ones in whole units to be tried every way, large ones in pence. */
import type { PlanClaim } from '../../shared/arrangements/proof/check.ts';
import { fill } from '../../shared/arrangements/filling/fill.ts';
import { leastPayment, type Filling } from '../../shared/arrangements/filling/shortage.ts';
import { addDays, day } from '../../shared/time/day.ts';
import { payDayAt, RHYTHMS } from '../../shared/time/pay-days.ts';

/** A whole number from 0 up to and without `below`. */
export type Draw = (below: number) => number;

/** Mulberry32: the same seed gives the same plans everywhere. */
export function drawFrom(seed: number): Draw {
	let state = seed >>> 0;
	return (below) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
	};
}

/** Up to four debts over up to six pay-days. */
export function smallFilling(draw: Draw): Filling {
	const debts = Array.from({ length: 1 + draw(4) }, () => ({
		owed: 1 + draw(5),
		least: draw(3),
		within: draw(5) === 0 ? Infinity : 1 + draw(6)
	}));
	return {
		owed: debts.map((debt) => debt.owed),
		least: debts.map((debt) => debt.least),
		courtSum: debts.map((debt) => (debt.least > 0 && draw(6) === 0 ? debt.least : 0)),
		within: debts.map((debt) => debt.within)
	};
}

/** Up to six debts over up to 24 pay-days; only what a court has fixed has no date, as in policy. */
export function mediumFilling(draw: Draw): Filling {
	const debts = Array.from({ length: 1 + draw(6) }, () => {
		const courtSum = draw(8) === 0 ? 200 + draw(1_000) : 0;
		return {
			owed: 1 + draw(courtSum ? courtSum * 24 : 20_000),
			least: [0, 0, 217, 500, 1_000][draw(5)] ?? 0,
			courtSum,
			within: courtSum ? Infinity : 1 + draw(24)
		};
	});
	return {
		owed: debts.map((debt) => debt.owed),
		least: debts.map((debt) => debt.least),
		courtSum: debts.map((debt) => debt.courtSum),
		within: debts.map((debt) => debt.within)
	};
}

/** By which pay-day everything must be clear, a court's sums too. */
export function lengthOf({ owed, courtSum, within }: Filling): number {
	const ends = owed.map((amount, debt) =>
		courtSum[debt] ? Math.ceil(amount / courtSum[debt]) : (within[debt] ?? 0)
	);
	return Math.max(...ends);
}

/** Dates sooner than the debts' own, for some of them. */
export function soonerDates(
	filling: Filling,
	{ draw, below }: { draw: Draw; below: number }
): (number | null)[] {
	return filling.owed.map((_, debt) =>
		filling.courtSum[debt] === 0 && draw(2) === 0 ? draw(below) : null
	);
}

/** Up to twelve debts over up to sixty pay-days. */
export function largeFilling(draw: Draw): Filling {
	const debts = Array.from({ length: 1 + draw(12) }, () => {
		const courtSum = draw(8) === 0 ? 500 + draw(5_000) : 0;
		return {
			owed: 1 + draw(400_000),
			least: [0, 0, 500, 1_000, 2_167][draw(5)] ?? 0,
			courtSum,
			within: courtSum ? Infinity : 1 + draw(60)
		};
	});
	return {
		owed: debts.map((debt) => debt.owed),
		least: debts.map((debt) => debt.least),
		courtSum: debts.map((debt) => debt.courtSum),
		within: debts.map((debt) => debt.within)
	};
}

const FIRST = day('2027-01-15');

/** A plan of it with the least payment and something more, as the checker takes one. */
export function claimFor(filling: Filling, draw: Draw): PlanClaim {
	const rhythm = RHYTHMS[draw(RHYTHMS.length)] ?? 'monthly';
	const payDays = { rhythm, firstOn: FIRST };
	const amount = (leastPayment(filling) ?? 1) + draw(3) * draw(20_000);
	return {
		...payDays,
		amount,
		debts: filling.owed.map((owed, debt) => {
			const within = filling.within[debt] ?? Infinity;
			return {
				owed,
				least: filling.least[debt] ?? 0,
				courtSum: filling.courtSum[debt] ?? 0,
				by: Number.isFinite(within) ? addDays(payDayAt(payDays, within), -1) : null
			};
		}),
		payments: fill(filling, amount).map((parts, index) => ({ on: payDayAt(payDays, index), parts }))
	};
}

export const BREAKS = ['rule', 'sum', 'promised date'] as const;

export type Break = (typeof BREAKS)[number];

/** The plan with one thing of this kind broken; null where it has nothing of the kind. */
export function mutant(
	claim: PlanClaim,
	{ kind, draw }: { kind: Break; draw: Draw }
): PlanClaim | null {
	const at = draw(claim.payments.length);
	const payment = claim.payments[at] ?? { on: FIRST, parts: [] };
	if (kind === 'sum') return withSumBroken(claim, { at, payment, draw });
	return kind === 'rule'
		? withRuleBroken(claim, { at, payment, draw })
		: withDateMissed(claim, draw);
}

type Chosen = { at: number; payment: PlanClaim['payments'][number]; draw: Draw };

/** A payment on another day, one after the end, a penny on another debt, or more than was agreed. */
function withRuleBroken(claim: PlanClaim, { at, payment, draw }: Chosen): PlanClaim | null {
	const { on, parts } = payment;
	const from = parts.findIndex((part) => part > 0);
	const others = [...parts.keys()].filter((debt) => debt !== from);
	switch (draw(4)) {
		case 0:
			return replaced(claim, { at, payment: { on: addDays(on, 1 + draw(6)), parts } });
		case 1: {
			const next = { on: payDayAt(claim, claim.payments.length), parts: parts.map(() => 0) };
			return { ...claim, payments: [...claim.payments, next] };
		}
		case 2: {
			const to = others[draw(others.length)];
			return to === undefined
				? null
				: replaced(claim, { at, payment: moved(payment, { from, to }) });
		}
		default:
			// Where no payment is the whole of it, the amount is not what the plan rests on.
			return claim.payments.some((one) => sum(one.parts) === claim.amount)
				? { ...claim, amount: claim.amount - 1 }
				: null;
	}
}

/** A penny too little or too much on a debt, or a payment that is not there. */
function withSumBroken(claim: PlanClaim, { at, payment, draw }: Chosen): PlanClaim {
	const { on, parts } = payment;
	if (draw(3) === 0) return { ...claim, payments: claim.payments.toSpliced(at, 1) };
	const from = parts.findIndex((part) => part > 0);
	const by = draw(2) === 0 ? -1 : 1;
	return replaced(claim, { at, payment: { on, parts: parts.with(from, (parts[from] ?? 0) + by) } });
}

/** A day is promised for a debt on which it is not yet clear. */
function withDateMissed(claim: PlanClaim, draw: Draw): PlanClaim | null {
	const dated = [...claim.debts.keys()].filter((debt) => claim.debts[debt]?.courtSum === 0);
	const debt = dated[draw(dated.length)];
	const promising = debt === undefined ? undefined : claim.debts[debt];
	if (debt === undefined || !promising) return null;
	const clear = claim.payments.findLastIndex(({ parts }) => (parts[debt] ?? 0) > 0);
	const by = addDays(payDayAt(claim, draw(clear + 1)), -1);
	return { ...claim, debts: claim.debts.with(debt, { ...promising, by }) };
}

function replaced(
	claim: PlanClaim,
	{ at, payment }: { at: number; payment: PlanClaim['payments'][number] }
): PlanClaim {
	return { ...claim, payments: claim.payments.with(at, payment) };
}

function moved(
	{ on, parts }: PlanClaim['payments'][number],
	{ from, to }: { from: number; to: number }
): PlanClaim['payments'][number] {
	const less = parts.with(from, (parts[from] ?? 0) - 1);
	return { on, parts: less.with(to, (less[to] ?? 0) + 1) };
}

function sum(parts: readonly number[]): number {
	return parts.reduce((total, part) => total + part, 0);
}
