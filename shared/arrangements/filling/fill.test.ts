import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, payDaysNeeded, takeRow } from './fill.ts';
import { leastPayment, shortageOf, type Filling } from './shortage.ts';

/** Policy P5's worked example: an order, this year's tax by the third pay-day, and an overpayment invoice. */
const WORKED: Filling = {
	owed: [18_000, 15_000, 6_000],
	least: [1_000, 0, 500],
	courtSum: [0, 0, 0],
	within: [24, 3, 24]
};

describe('P5 worked: three debts, four pay-days, whole pence', () => {
	it('pays the best rank first for as long as the date allows', () => {
		expect(fill(WORKED, 10_000)).toEqual([
			[9_500, 0, 500],
			[3_000, 6_500, 500],
			[1_000, 8_500, 500],
			[4_500, 0, 4_500]
		]);
	});

	it('at 6,400 is a refusal: 19,500 is due by the third pay-day and 19,200 can be paid', () => {
		expect(shortageOf(WORKED, 6_400)).toEqual({
			payDays: 3,
			debts: [1],
			due: 19_500,
			canBePaid: 19_200
		});
	});

	it('can be done at 6,500, and at nothing less', () => {
		expect(leastPayment(WORKED)).toBe(6_500);
		expect(shortageOf(WORKED, 6_500)).toBeNull();
		expect(shortageOf(WORKED, 6_499)).not.toBeNull();
	});
});

describe('a filling', () => {
	it('gives a court’s sum first, and nothing more to that debt', () => {
		const filling = { owed: [300, 500], least: [0, 0], courtSum: [100, 0], within: [Infinity, 10] };
		expect(fill(filling, 250)).toEqual([
			[100, 150],
			[100, 150],
			[100, 150],
			[0, 50]
		]);
	});

	it('gives a court’s sum first even where less came than was agreed', () => {
		const filling = {
			owed: [500, 300],
			least: [80, 0],
			courtSum: [0, 100],
			within: [10, Infinity]
		};
		const day = { filling, dates: [10], owed: [500, 300], payDay: 0, payment: 200 };
		expect(takeRow({ ...day, pot: 130 })).toEqual([30, 100]);
	});

	it('falls to a court’s sum when only that is left', () => {
		const filling = { owed: [300, 50], least: [0, 0], courtSum: [100, 0], within: [Infinity, 10] };
		expect(fill(filling, 150)).toEqual([
			[100, 50],
			[100, 0],
			[100, 0]
		]);
		expect(payDaysNeeded(filling, 150)).toBe(3);
		expect(payDaysNeeded(filling, 100)).toBe(4);
		expect(payDaysNeeded(filling, 0)).toBe(Infinity);
	});

	it('is refused by a pay-day too small for all the minimums', () => {
		const filling = { owed: [300, 300], least: [60, 50], courtSum: [0, 0], within: [24, 24] };
		expect(shortageOf(filling, 100)).toEqual({ payDays: 1, debts: [], due: 110, canBePaid: 100 });
	});

	it('cannot be, where a debt must be clear before the first pay-day', () => {
		const filling = { owed: [300], least: [0], courtSum: [0], within: [0] };
		expect(leastPayment(filling)).toBeNull();
		expect(shortageOf(filling, 1_000_000)).toMatchObject({ payDays: 0, debts: [0], due: 300 });
	});

	it('names only the debts without which nothing would be short', () => {
		const filling = { owed: [900, 10], least: [0, 0], courtSum: [0, 0], within: [3, 3] };
		expect(shortageOf(filling, 100)?.debts).toEqual([0]);
	});
});

const large: fc.Arbitrary<{ filling: Filling; payment: number }> = fc
	.array(
		fc.record({
			owed: fc.integer({ min: 1, max: 400_000 }),
			least: fc.constantFrom(0, 0, 500, 1_000, 2_167),
			courtSum: fc.constantFrom(0, 0, 0, 0, 3_000),
			within: fc.integer({ min: 3, max: 60 })
		}),
		{ minLength: 1, maxLength: 12 }
	)
	.chain((debts) => {
		const filling = {
			owed: debts.map((debt) => debt.owed),
			least: debts.map((debt) => debt.least),
			courtSum: debts.map((debt) => debt.courtSum),
			within: debts.map((debt) => debt.within)
		};
		const least = leastPayment(filling) ?? 1;
		return fc.integer({ min: 0, max: 50_000 }).map((more) => ({ filling, payment: least + more }));
	});

describe('every plan', () => {
	it('pays each debt exactly, the same every pay-day and the last less, and keeps its dates', () => {
		fc.assert(
			fc.property(large, ({ filling, payment }) => {
				const table = fill(filling, payment);
				expect(table).toHaveLength(payDaysNeeded(filling, payment));
				const paid = filling.owed.map((_, debt) => sum(table.map((row) => row[debt] ?? 0)));
				expect(paid).toEqual(filling.owed);
				const isOrdinary = filling.courtSum.every((courtSum) => courtSum === 0);
				const payments = table.map(sum);
				if (isOrdinary) expect(payments.slice(0, -1).every((one) => one === payment)).toBe(true);
				expect(Math.max(...payments)).toBeLessThanOrEqual(payment);
				filling.within.forEach((within, debt) => {
					if (filling.courtSum[debt]) return;
					expect(sum(table.slice(0, within).map((row) => row[debt] ?? 0))).toBe(filling.owed[debt]);
				});
			}),
			{ numRuns: 300 }
		);
	});
});

function sum(amounts: readonly number[]): number {
	return amounts.reduce((total, amount) => total + amount, 0);
}
