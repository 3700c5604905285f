import { describe, expect, it } from 'vitest';
import { debtThat } from '../../tests/builders/debts.ts';
import { pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import type { DebtRecord } from './debt.ts';
import { sumsOf, totalOf } from './sums.ts';
import { owedTogether } from './together.ts';

const TODAY = day('2026-11-19');

/** Numbers below a bound that are the same in every run. */
function chance(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 48271) % 2147483647;
		return state % below;
	};
}

describe('what a household owes', () => {
	it('counts what two owe jointly once', () => {
		const joint = debtThat({ id: 'joint', owes: 60000 });
		const own = debtThat({ id: 'own', owes: 5000 });
		expect(owedTogether([[joint, own], [joint]], TODAY).balance).toBe(65000);
		expect(owedTogether([], TODAY).balance).toBe(0);
	});

	it('is the same however its debts are shared out among its people', () => {
		const next = chance(11);
		for (let round = 0; round < 200; round += 1) {
			const debts = Array.from({ length: next(8) }, (_, at) =>
				debtThat({
					id: `debt-${at}`,
					owes: next(90000) - 10000,
					dues: [{ on: day(`2026-${10 + next(3)}-01`), amount: pence(next(50000)) }]
				})
			);
			const people: DebtRecord[][] = Array.from({ length: 1 + next(4) }, () => []);
			for (const debt of debts)
				for (let liable = 0; liable <= next(3); liable += 1)
					people[next(people.length)]?.push(debt);
			const together = owedTogether(people, TODAY);
			const held = debts.filter((debt) => people.some((own) => own.includes(debt)));
			expect(together).toEqual(totalOf(held.map((debt) => sumsOf(debt, TODAY))));
			const each = people.map((own) => owedTogether([own], TODAY).balance);
			expect(together.balance).toBeLessThanOrEqual(each.reduce((sum, one) => sum + one, 0));
		}
	});
});
