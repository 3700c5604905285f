import { describe, expect, it } from 'vitest';
import { debtThat } from '../../tests/builders/debts.ts';
import { DEMO_DAY, offerOf, POLICY, requestOf, SORTING } from '../../tests/builders/plans.ts';
import type { LineId } from '../affordability/lines.ts';
import type { Statement } from '../affordability/statement.ts';
import { pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import { planFor } from './plan.ts';
import type { AuthorityReason } from './said/reasons.ts';
import { rulesOfRefusal, sayReason, sayRefusal, type PlanRefusal } from './said/refusals.ts';
import { requestFor } from './request.ts';

function statementOf(
	lines: Partial<Record<LineId, number>>,
	form: Statement['form'] = 'full'
): Statement {
	return {
		form,
		madeOn: DEMO_DAY,
		household: null,
		answers: null,
		lines: Object.entries(lines).map(([line, amount]) => ({
			line: line as LineId,
			amount: pence(amount),
			frequency: 'monthly',
			provenance: 'said'
		}))
	};
}

const ORDER = debtThat({ id: 'order', owes: 1184_37 });
const OVERPAYMENT = debtThat({ id: 'over', owes: 100_00, stream: 'overpayment', stage: 'INVOICE' });
const THIS_YEAR = debtThat({
	id: 'this-year',
	owes: 600_00,
	fromOn: day('2026-04-01'),
	stage: 'FULL_BALANCE_DUE',
	facts: { taxYear: 2026 }
});
const LINES = { salary: 1500_00, rent: 1000_00, 'council-tax': 150_00, 'other-creditors': 50_00 };

describe('what a plan is made from', () => {
	it('has other creditors’ payments off what is left only where it holds a debt that is no priority', () => {
		const statement = statementOf(LINES);
		const only = requestFor([ORDER], { statement, sorting: SORTING }).request;
		const both = requestFor([ORDER, OVERPAYMENT], { statement, sorting: SORTING }).request;
		expect([only.means?.left, both.means?.left]).toEqual([350_00, 300_00]);
	});

	it('has this year’s tax once: in the plan whole, the line is nil until 31 March', () => {
		const statement = statementOf(LINES);
		const { request } = requestFor([THIS_YEAR], { statement, sorting: SORTING });
		expect(request.means).toMatchObject({
			left: 350_00,
			meanwhile: { left: 500_00, until: '2027-03-31' }
		});
	});

	it('is not a plan while the statement cannot be relied on', () => {
		const statement = statementOf({ rent: 1000_00 });
		const { request } = requestFor([ORDER], { statement, sorting: SORTING });
		expect(planFor(offerOf(50_00), request)).toMatchObject({
			refusal: { because: 'statement', refusal: 'no-income' }
		});
	});

	it('can be tried without a statement, and says which is lacking', () => {
		const { request } = requestFor([ORDER], { statement: null, sorting: SORTING });
		const result = planFor(offerOf(50_00), request);
		expect(result.ok && result.plan.lacks).toBe('full');
	});

	it('is shown with what is left out', () => {
		const held = {
			...ORDER,
			holds: [{ kind: 'dispute', fromOn: DEMO_DAY, untilOn: null }]
		} as const;
		const { request, outside } = requestFor([held], { statement: null, sorting: SORTING });
		expect(request.debts).toEqual([]);
		expect(outside).toMatchObject([{ debtId: 'order', rule: 'policy.HO' }]);
	});
});

const amount = pence(12_00);
const by = day('2027-03-31');
const REFUSALS: readonly PlanRefusal[] = [
	{ because: 'no-amount' },
	{ because: 'pay-day-past' },
	{ because: 'first-payment-past' },
	{ because: 'outside-policy', titles: ['Council Tax 2025 to 2026'], by },
	{ because: 'term-unexplained', months: 36 },
	{ because: 'first-payment-late', latest: by },
	{ because: 'nothing-to-plan' },
	{ because: 'statement', refusal: 'not-affordable' },
	{ because: 'no-surplus', left: amount, usable: amount, least: null, holdDays: 90, proof: null },
	{ because: 'above-left', left: amount, most: amount },
	{ because: 'above-usable', usable: amount, most: amount },
	{
		because: 'minimums',
		on: by,
		rhythm: 'weekly',
		due: amount,
		short: amount,
		nearest: amount,
		certificate: { payDays: 1, debts: [], due: 2, canBePaid: 1 }
	},
	{
		because: 'date',
		titles: ['Rent'],
		by,
		rhythm: 'monthly',
		short: amount,
		shortEach: amount,
		nearest: amount,
		certificate: { payDays: 1, debts: [0], due: 1, canBePaid: 0 }
	}
];

describe('a refusal', () => {
	it.each(REFUSALS)('$because is a sentence, with the rows of policy it stands on', (refusal) => {
		expect(sayRefusal(refusal)).toMatch(/^[A-Z£].*\.$/);
		for (const rule of rulesOfRefusal(refusal, POLICY)) expect(rule).toMatch(/^policy\.P\d$/);
	});

	it('of a plan with nothing in it needs nothing else to be said', () => {
		expect(planFor(offerOf(50_00), requestOf([]))).toEqual({
			ok: false,
			refusal: { because: 'nothing-to-plan' }
		});
	});
});

describe('why somebody else must agree', () => {
	const titles = ['Council Tax 2025 to 2026'];
	const reasons: readonly AuthorityReason[] = [
		{ kind: 'not-theirs', role: 'officer', titles },
		{ kind: 'longer', role: 'officer', titles, by },
		{ kind: 'above-usable', role: 'officer', words: 'her mother pays the rest.' },
		{ kind: 'again', role: 'officer', times: 2 }
	];

	it.each(reasons)('$kind is a sentence', (reason) => {
		expect(sayReason(reason)).toMatch(/^[A-Z].*\.$/);
	});

	it('names the debt and the date', () => {
		expect(
			sayReason({ kind: 'longer', role: 'officer', titles, by }).replaceAll('\u00a0', ' ')
		).toBe(
			'It is longer than an officer may agree for Council Tax 2025 to 2026, by 31 March 2027.'
		);
	});
});
