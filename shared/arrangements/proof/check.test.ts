import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../time/day.ts';
import { payDayAt, RHYTHMS, type Rhythm } from '../../time/pay-days.ts';
import { flawOfPlan, flawOfRefusal, type PlanClaim } from './check.ts';
import { fill } from '../filling/fill.ts';
import { leastPayment, shortageOf, type Filling } from '../filling/shortage.ts';

const FIRST = day('2027-01-15');

type Case = { filling: Filling; claim: Omit<PlanClaim, 'payments' | 'amount'> };

const cases: fc.Arbitrary<Case> = fc
	.record({
		rhythm: fc.constantFrom<Rhythm>(...RHYTHMS),
		debts: fc.array(
			fc.record({
				owed: fc.integer({ min: 1, max: 90_000 }),
				least: fc.constantFrom(0, 500, 1_000),
				courtSum: fc.constantFrom(0, 0, 0, 2_500),
				within: fc.integer({ min: 1, max: 30 })
			}),
			{ minLength: 1, maxLength: 6 }
		)
	})
	.map(({ rhythm, debts }) => ({
		filling: {
			owed: debts.map((debt) => debt.owed),
			least: debts.map((debt) => debt.least),
			courtSum: debts.map((debt) => debt.courtSum),
			within: debts.map((debt) => (debt.courtSum ? Infinity : debt.within))
		},
		claim: {
			rhythm,
			firstOn: FIRST,
			debts: debts.map(({ owed, least, courtSum, within }) => ({
				owed,
				least,
				courtSum,
				by: courtSum ? null : addDays(payDayAt({ rhythm, firstOn: FIRST }, within), -1)
			}))
		}
	}));

function plannedClaim({ filling, claim }: Case, more: number): PlanClaim {
	const amount = (leastPayment(filling) ?? 0) + more;
	const payments = fill(filling, amount).map((parts, index) => ({
		on: payDayAt(claim, index),
		parts
	}));
	return { ...claim, amount, payments };
}

describe('the checker', () => {
	it('accepts every plan that is made', () => {
		fc.assert(
			fc.property(cases, fc.nat(20_000), (one, more) => {
				expect(flawOfPlan(plannedClaim(one, more))).toBeNull();
			}),
			{ numRuns: 400 }
		);
	});

	it('rejects every plan in which a penny goes elsewhere, a payment is moved, or one is dropped', () => {
		fc.assert(
			fc.property(cases, fc.nat(20_000), fc.nat(), fc.nat(3), (one, more, seed, kind) => {
				const claim = plannedClaim(one, more);
				const broken = mutated(claim, { seed, kind });
				if (broken) expect(flawOfPlan(broken)).not.toBeNull();
			}),
			{ numRuns: 1000 }
		);
	});

	it('rejects a plan that promises a day before its first payment, though that payment is all of it', () => {
		const claim: PlanClaim = {
			...{ rhythm: 'monthly', firstOn: FIRST, amount: 500 },
			debts: [{ owed: 500, least: 0, courtSum: 0, by: addDays(FIRST, -1) }],
			payments: [{ on: FIRST, parts: [500] }]
		};
		expect(flawOfPlan(claim)).toBe('date-missed');
	});

	it('accepts the proof of every refusal, and no other', () => {
		fc.assert(
			fc.property(cases, fc.nat(20_000), (one, less) => {
				const least = leastPayment(one.filling) ?? 0;
				const amount = Math.max(least - 1 - less, 1);
				const shortage = shortageOf(one.filling, amount);
				if (!shortage) return;
				const { debts: late, due, canBePaid } = shortage;
				const days = late.flatMap((debt) => one.claim.debts[debt]?.by ?? []).toSorted();
				const claim = { ...one.claim, amount, late, by: days.at(-1) ?? FIRST, due, canBePaid };
				expect(flawOfRefusal(claim)).toBeNull();
				expect(flawOfRefusal({ ...claim, due: due - 1 })).toBe('sums-do-not-add-up');
				expect(flawOfRefusal({ ...claim, amount: least })).not.toBeNull();
				if (late.length > 0)
					expect(flawOfRefusal({ ...claim, by: addDays(FIRST, -400) })).not.toBeNull();
			}),
			{ numRuns: 400 }
		);
	});
});

/** One thing broken; null where this plan has nothing of that kind to break. */
function mutated(
	claim: PlanClaim,
	{ seed, kind }: { seed: number; kind: number }
): PlanClaim | null {
	const at = seed % claim.payments.length;
	const replaced = (change: Partial<PlanClaim['payments'][number]>): PlanClaim => ({
		...claim,
		payments: claim.payments.map((one, index) => (index === at ? { ...one, ...change } : one))
	});
	const { on, parts } = claim.payments[at] ?? { on: FIRST, parts: [] };
	if (kind === 0) return replaced({ on: addDays(on, 1) });
	if (kind === 1) return { ...claim, payments: claim.payments.slice(0, -1) };
	const from = parts.findIndex((part) => part > 0);
	if (kind === 2) return replaced({ parts: parts.with(from, (parts[from] ?? 0) - 1) });
	const to = parts.findIndex((_, debt) => debt !== from);
	if (to < 0) return null;
	return replaced({
		parts: parts.with(from, (parts[from] ?? 0) - 1).with(to, (parts[to] ?? 0) + 1)
	});
}
