import { describe, expect, it } from 'vitest';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { mayBeQuoted } from '../rule.ts';
import { directEarningsDeduction, directEarningsTable } from './direct-earnings.ts';
import {
	deductionOnSeveral,
	deductionsInTurn,
	earningsDeduction,
	earningsOrderTable
} from './earnings-order.ts';
import { overpaymentRates, weeklyDeduction, weeklyMaximum } from './housing-benefit.ts';
import { deductionFromUniversalCredit } from './universal-credit.ts';

const DEMO_DAY = day('2026-11-19');

function present<Value>(value: Value | null): Value {
	if (value === null) throw new Error('There is no such rule.');
	return value;
}

const table = present(earningsOrderTable({ on: DEMO_DAY }));

describe('an earnings order', () => {
	it.each([
		['monthly', 1286_40, 1, 154_37],
		['monthly', 2180_00, 1, 423_40],
		['monthly', 1742_00, 1, 296_14],
		['weekly', 75_00, 1, 0],
		['weekly', 75_01, 1, 2_25],
		['weekly', 340_00, 1, 40_80],
		['weekly', 2200_00, 4, 433_40],
		['daily', 600_00, 10, 102_00],
		['monthly', 1777_50, 1, 302_17],
		['monthly', 0, 1, 0]
	] as const)('on %s pay of %i pence for %i takes %i', (basis, net, periods, amount) => {
		const taken = present(earningsDeduction(table, { basis, net: pence(net), periods }));
		expect(taken.amount).toBe(amount);
		expect(taken.rules).toEqual(['AEO.E-2007']);
	});

	it.each([
		['2007-03-31', 'AEO.EW-1998', 177_90],
		['2007-04-01', 'AEO.E-2007', 133_35],
		['2026-11-19', 'AEO.E-2007', 133_35]
	])('made on %s keeps its table, %s: £600 a week gives %i', (madeOn, id, amount) => {
		const kept = present(earningsOrderTable({ on: day(madeOn) }));
		const pay = { basis: 'weekly', net: pence(600_00), periods: 1 } as const;
		expect(earningsDeduction(kept, pay)).toMatchObject({ amount, rules: [id] });
	});

	it('shows its working above the last band', () => {
		const taken = present(
			earningsDeduction(table, { basis: 'monthly', net: pence(2180_00), periods: 1 })
		);
		expect(taken.parts).toEqual([
			{ percent: 17, of: 2020_00 },
			{ percent: 50, of: 160_00 }
		]);
	});

	it('that is the second takes from what the first leaves', () => {
		const both = present(
			deductionsInTurn(table, { basis: 'weekly', net: pence(400_00), periods: 1 })
		);
		expect(both.map((order) => order.amount)).toEqual([68_00, 39_84]);
	});

	it('takes a flat fifth of every other series of pay', () => {
		const pay = { basis: 'weekly', net: pence(240_00), periods: 1 } as const;
		const others = [pence(350_00), pence(120_00)];
		expect(present(deductionOnSeveral(table, { ...pay, others })).amount).toBe(122_80);
	});

	it('made in Wales has no column for daily pay since 2022', () => {
		const welsh = present(earningsOrderTable({ on: DEMO_DAY, nation: 'Wales' }));
		expect(earningsDeduction(welsh, { basis: 'daily', net: pence(100_00), periods: 1 })).toBeNull();
	});
});

describe('a direct earnings attachment', () => {
	const rates = present(directEarningsTable({ on: DEMO_DAY }));

	it.each([
		['standard', 'monthly', 1286_40, 0, 'residue', 141_50, false],
		['standard', 'weekly', 385_00, 0, 'residue', 57_75, false],
		['higher', 'weekly', 300_00, 0, 'residue', 66_00, false],
		['standard', 'monthly', 1620_00, 599_40, 'residue', 48_60, true],
		['standard', 'monthly', 1620_00, 486_00, 'full-net', 162_00, true],
		['standard', 'weekly', 99_99, 0, 'residue', 0, false],
		['standard', 'weekly', 100_00, 200_00, 'residue', 0, false]
	] as const)(
		'%s on %s pay of %i with %i before it, on the %s, takes %i (capped %s)',
		(rate, basis, net, prior, on, amount, isCapped) => {
			const taken = directEarningsDeduction(rates, {
				rate,
				basis,
				net: pence(net),
				periods: 1,
				prior: pence(prior),
				on
			});
			expect(taken.amount).toBe(amount);
			expect(taken.isCapped).toBe(isCapped);
		}
	);
});

describe('from benefit', () => {
	it('5% of the standard allowance is taken for council tax, inside the overall 15%', () => {
		const taken = present(deductionFromUniversalCredit('single-25', { on: DEMO_DAY }));
		expect([taken.councilTax, taken.overallLimit]).toEqual([21_25, 63_74]);
	});

	it.each([
		['couple-under-25', '2026-11-19'],
		['single-25', '2031-01-01']
	] as const)('nothing is said of %s on %s, where no figure is known', (claimant, on) => {
		expect(deductionFromUniversalCredit(claimant, { on: day(on) })).toBeNull();
	});

	it('the weekly maximum of this year may not be quoted yet', () => {
		const rates = present(overpaymentRates({ on: DEMO_DAY }));
		const claim = { kind: 'ordinary', earnedIncomeDisregard: pence(0) } as const;
		expect(weeklyMaximum(rates, claim)).toBe(14_40);
		expect(mayBeQuoted(rates)).toBe(false);
	});

	it.each([
		[60_00, 13_95, 13_95],
		[14_00, 13_95, 13_50],
		[50, 13_95, 0],
		[0, 13_95, 0]
	])('of %i a week, %i asked for, %i is taken', (benefit, asked, taken) => {
		const rates = present(overpaymentRates({ on: DEMO_DAY }));
		expect(weeklyDeduction(rates, { benefit: pence(benefit), asked: pence(asked) })).toBe(taken);
	});
});
