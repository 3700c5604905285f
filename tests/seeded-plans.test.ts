/** The demo customers as they are seeded, under the rows of policy and with the plans a good officer reaches. */
import { describe, expect, it } from 'vitest';
import { namedScenarios, northmereOn } from '../server/db/seed/northmere.ts';
import type { Scenario, SeedDebt } from '../server/db/seed/scenario.ts';
import { timelineOf } from '../server/db/seed/timeline.ts';
import { requestFor } from '../shared/arrangements/request.ts';
import { firstSuggestion } from '../shared/arrangements/suggesting/suggestion.ts';
import { sortDebts } from '../shared/arrangements/terms/in-or-out.ts';
import type { DebtRecord } from '../shared/debts/debt.ts';
import { plus } from '../shared/money/pence.ts';
import { DEMO_DAY, SORTING, WHEN } from './builders/plans.ts';

const time = timelineOf(DEMO_DAY);
const named = namedScenarios(time);

function recordOf(debt: SeedDebt, customer: string): DebtRecord {
	const { key: id, stream, title, reference, fromOn, untilOn, stage, stageOn, facts, dues } = debt;
	const mine = debt.liable.find((one) => one.customer === customer);
	return {
		...{ id, stream, title, reference, fromOn, untilOn, stage, stageOn, facts, dues },
		balance: plus(...debt.movements.map((movement) => movement.amount)),
		holds: debt.holds.map(({ kind, fromOn: from, untilOn: until }) => ({
			kind,
			fromOn: from,
			untilOn: until
		})),
		ground: mine?.ground ?? 'sole',
		others: debt.liable.filter((one) => one !== mine).map((one) => one.customer),
		lastPayment: null
	};
}

function debtsOf(customer: string, scenarios: readonly Scenario[] = named): DebtRecord[] {
	const debts = scenarios.flatMap((scenario) => scenario.debts);
	return debts
		.filter((debt) => debt.liable.some((one) => one.customer === customer))
		.map((debt) => recordOf(debt, customer));
}

describe('a demo customer', () => {
	it.each([
		['kelly-ashworth', ['CT4', 'CT1', 'HB3', 'IN1'], ['PC1']],
		['dean-ashworth', ['CT4', 'RE3'], []],
		['gareth-pellow', [], ['CT1', 'HB3', 'HO', 'HO', 'HO']],
		['amara-sesay', ['CT3', 'RE1'], []],
		['samira-haddad', ['CT4', 'HB3'], []],
		['leon-varga', ['CT4', 'HB3'], ['CT5', 'CT7', 'PC3']],
		['zhang-liwen', ['CT1'], ['HB2']],
		['stefan-nowak', ['CT4', 'CT4', 'HB3'], []],
		['margaret-doyle', [], ['CA1', 'CT1']],
		['grace-okafor', ['CT1'], ['CT5', 'PC1']],
		['darren-pike', ['CT1'], []]
	])('%s has in a plan %j, and outside %j', (customer, inside, without) => {
		const { inPlan, outside } = sortDebts(debtsOf(customer), SORTING);
		expect(inPlan.map((debt) => debt.row)).toEqual(inside);
		expect(outside.map((debt) => debt.row).toSorted()).toEqual(without);
	});

	it('that is a company is never planned for by an officer', () => {
		const company = { ...SORTING, payer: 'company' } as const;
		const { inPlan } = sortDebts(debtsOf('harbour-lane-cafe'), company);
		expect(inPlan.map((debt) => [debt.row, debt.clearBy.officer === null])).toEqual([
			['NR2', true],
			['NR1', true],
			['IN1', false]
		]);
	});

	it.each([
		['zhang-liwen', 36_00, 4],
		['darren-pike', 72_00, 4]
	])('%s is offered %i first, on three questions', (customer, amount, count) => {
		const answers = { affordable: true, change: null, otherArrears: false };
		const statement = {
			form: 'three-questions',
			madeOn: DEMO_DAY,
			household: null,
			lines: [],
			answers
		} as const;
		const { request } = requestFor(debtsOf(customer), { statement, sorting: SORTING });
		const first = firstSuggestion(WHEN, request);
		expect(
			first.ok && [first.plan.offer.amount, first.plan.payments.length, first.plan.lacks]
		).toEqual([amount, count, null]);
	});
});

describe('everyone in the demo city', () => {
	it('has every debt in a plan or outside it with a reason', () => {
		const city = [...northmereOn(time, { households: 500 })];
		const people = city.flatMap((scenario) => scenario.customers.map((customer) => customer.key));
		for (const scenario of city)
			for (const { key } of scenario.customers) {
				const debts = debtsOf(key, [scenario]);
				const { inPlan, outside } = sortDebts(debts, SORTING);
				expect(inPlan.length + outside.length).toBe(debts.length);
				for (const { why, instead } of outside) expect([why, instead]).not.toContain('');
			}
		expect(people.length).toBeGreaterThan(500);
	});
});
