import { describe, expect, it } from 'vitest';
import { samplePolicy } from '../law/northmere/policy.ts';
import { pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import { cashFlowTotals, WEEKS } from './business/cash-flow.ts';
import { readAmount } from './entry.ts';
import { formNeeded } from './forms.ts';
import type { Frequency } from './frequency.ts';
import { overGuidelines, SAMPLE_GUIDELINES } from './guidelines.ts';
import { FIVE_TOTALS } from './groups.ts';
import { FULL_LINES, isLineId, lineOf, type LineId } from './lines.ts';
import { hasNoSurplus, leftOf, meansOf, usableOf } from './means.ts';
import { refusalOf, saysAsMuch, type Statement } from './statement.ts';
import { totalsOf } from './totals.ts';

const DEMO_DAY = day('2026-11-19');
const policy = samplePolicy(DEMO_DAY);

type Entered = readonly (readonly [LineId, number, Frequency?])[];

function statementOf(lines: Entered, form: Statement['form'] = 'full'): Statement {
	return {
		form,
		madeOn: DEMO_DAY,
		household: { adults: 1, childrenUnder16: 2, youngPeople: 0 },
		lines: lines.map(([line, amount, frequency = 'monthly']) => ({
			line,
			amount: pence(amount),
			frequency,
			provenance: 'said'
		})),
		answers: null
	};
}

/** Kelly Ashworth's, as she says it. */
const KELLY: Entered = [
	['salary', 1286_40],
	['universal-credit', 412_73],
	['child-benefit', 43_20, 'weekly'],
	['maintenance', 30_00, 'weekly'],
	['rent', 695_00],
	['council-tax', 118_00],
	['gas', 62_00],
	['electricity', 71_00],
	['water-supply', 34_50],
	['tv-licence', 14_54],
	['childcare', 95_00],
	['car-insurance', 44_00],
	['fuel', 18_00, 'weekly'],
	['phone', 86_00],
	['groceries', 101_00, 'weekly'],
	['clothing', 64_00],
	['energy-arrears', 36_00],
	['savings', 20_00]
];

describe('the statement’s lines', () => {
	it('are each there once, in a section, with a label', () => {
		const ids = [...FULL_LINES, ...FIVE_TOTALS].map((line) => line.id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(lineOf(id).label).not.toBe('');
	});

	it('are as many as the Standard Financial Statement’s', () => {
		const counts = new Map<string, number>();
		for (const { section } of FULL_LINES) counts.set(section, (counts.get(section) ?? 0) + 1);
		expect(Object.fromEntries(counts)).toEqual({
			income: 25,
			fixed: 43,
			flexible: 20,
			savings: 1,
			priority: 5,
			'non-priority': 1
		});
	});

	it.each(['salary', 'total-income', 'council-tax'])('include %s', (id) => {
		expect(isLineId(id)).toBe(true);
	});

	it.each(['', 'wages', 'constructor'])('do not include "%s"', (id) => {
		expect(isLineId(id)).toBe(false);
	});
});

describe('a statement added up', () => {
	const totals = totalsOf(statementOf(KELLY), policy.P1.value);

	it('is what a person would write under each column', () => {
		expect(totals).toEqual({
			income: 2016_33,
			fixed: 1212_04,
			flexible: 587_67,
			surplus: 216_62,
			savingsAsked: 20_00,
			savings: 20_00,
			priority: 36_00,
			nonPriority: 0
		});
	});

	it.each([
		[1500_00, 1350_00, 20_00, 15_00],
		[2400_50, 2100_35, 20_00, 20_00],
		[1000_00, 1000_00, 5_00, 0],
		[1000_00, 1100_00, 5_00, 0],
		[1000_00, 900_00, 3_00, 3_00]
	])('with income %i and costs %i lets %i savings count as %i', (income, fixed, asked, counted) => {
		const statement = statementOf([
			['salary', income],
			['rent', fixed],
			['savings', asked]
		]);
		expect(totalsOf(statement, policy.P1.value).savings).toBe(counted);
	});

	it('of five totals is the same sum', () => {
		const statement = statementOf(
			[
				['total-income', 2016_33],
				['total-fixed', 1212_04],
				['total-flexible', 587_67],
				['total-creditors', 36_00],
				['total-savings', 20_00]
			],
			'five-totals'
		);
		const left = leftOf(totalsOf(statement, policy.P1.value), { holdsNonPriority: true });
		expect(left).toBe(160_62);
	});
});

describe('what is left and what is usable', () => {
	it('P1: priority creditors come off always, others only where the plan holds such a debt', () => {
		const statement = statementOf([...KELLY, ['other-creditors', 25_00]]);
		const totals = totalsOf(statement, policy.P1.value);
		expect(leftOf(totals, { holdsNonPriority: false })).toBe(160_62);
		expect(leftOf(totals, { holdsNonPriority: true })).toBe(135_62);
	});

	it.each([
		[160_62, 144_56],
		[260_00, 234_00],
		[168_00, 151_20],
		[100_05, 90_05],
		[100_15, 90_14],
		[100_00, 90_00],
		[99_99, 89_99],
		[20_00, 10_00],
		[9_00, 0],
		[0, 0],
		[-38_20, 0]
	])('P2: of %i left, %i is usable', (left, usable) => {
		expect(usableOf(pence(left), policy.P2.value)).toBe(usable);
	});

	it.each([
		[9_99, true],
		[10_00, false]
	])('P3: with %i usable there is no plan: %s', (usable, none) => {
		expect(hasNoSurplus(pence(usable), policy.P3.value)).toBe(none);
	});

	it('counts this year’s tax once: its line is nil while the whole of it is in the plan', () => {
		const nature = { holdsNonPriority: false, taxLineNilUntil: day('2027-03-31') };
		expect(meansOf(statementOf(KELLY), { plan: nature, policy })).toEqual({
			left: 160_62,
			usable: 144_56,
			meanwhile: { left: 278_62, usable: 250_76, until: '2027-03-31' }
		});
		const outside = { holdsNonPriority: false, taxLineNilUntil: null };
		expect(meansOf(statementOf(KELLY), { plan: outside, policy })?.meanwhile).toBeNull();
	});

	it('is not known from three questions', () => {
		const nature = { holdsNonPriority: false, taxLineNilUntil: null };
		expect(meansOf(statementOf([], 'three-questions'), { plan: nature, policy })).toBeNull();
	});
});

describe('how much of the statement a plan needs (P7)', () => {
	const plan = {
		firstOn: day('2026-12-01'),
		lastOn: day('2027-03-01'),
		paymentCount: 4,
		total: pence(286_00),
		today: DEMO_DAY,
		yearEndsOn: day('2027-03-31'),
		isAllOverdue: true,
		payer: 'person'
	} as const;

	it.each([
		[{}, 'three-questions'],
		[{ total: pence(299_99) }, 'three-questions'],
		[{ total: pence(300_00) }, 'five-totals'],
		[{ isAllOverdue: false }, 'five-totals'],
		[{ total: pence(9000_00), paymentCount: 3 }, 'three-questions'],
		[{ lastOn: day('2027-04-01') }, 'five-totals'],
		[{ lastOn: day('2027-11-01') }, 'five-totals'],
		[{ lastOn: day('2027-12-01') }, 'full']
	])('%j: %s', (change, form) => {
		expect(formNeeded({ ...plan, ...change }, policy.P7.value).form).toBe(form);
	});

	it.each([
		['2028-11-01', null, false],
		['2028-12-01', '2026-12-17', false],
		['2029-11-01', '2026-12-17', false],
		['2029-12-01', '2026-12-17', true]
	])('to %s: proof of income by %s, debt advice %s', (lastOn, by, advice) => {
		const needed = formNeeded({ ...plan, lastOn: day(lastOn) }, policy.P7.value);
		expect([needed.incomeProofBy, needed.offerDebtAdvice]).toEqual([by, advice]);
	});

	it.each([
		['company', null, true],
		['sole-trader', 'three-questions', true],
		['person', 'three-questions', false]
	] as const)('a %s: %s, cash flow %s', (payer, form, cashFlow) => {
		expect(formNeeded({ ...plan, payer }, policy.P7.value)).toMatchObject({ form, cashFlow });
	});

	it('is met by a form that says more', () => {
		expect(saysAsMuch('full', 'five-totals')).toBe(true);
		expect(saysAsMuch('three-questions', 'five-totals')).toBe(false);
	});
});

describe('a statement that cannot be relied on', () => {
	const questions = statementOf([], 'three-questions');
	const answers = { affordable: true, change: null, otherArrears: false };

	it.each([
		[statementOf(KELLY), null],
		[statementOf([['rent', 500_00]]), 'no-income'],
		[questions, 'not-answered'],
		[{ ...questions, answers }, null],
		[{ ...questions, answers: { ...answers, affordable: false } }, 'not-affordable'],
		[{ ...questions, answers: { ...answers, change: ' ' } }, 'change-not-written'],
		[{ ...questions, answers: { ...answers, change: 'A new job in May' } }, null]
	] as const)('case %#: %s', (statement, refusal) => {
		expect(refusalOf(statement)).toBe(refusal);
	});
});

describe('a spending guideline', () => {
	it('asks for a reason where it is exceeded, and only there', () => {
		expect(overGuidelines(statementOf(KELLY), SAMPLE_GUIDELINES)).toEqual([
			{ area: 'food', guideline: 405_00, by: 32_67 }
		]);
	});

	it('says of itself that it is a sample', () => {
		expect(SAMPLE_GUIDELINES.isSample).toBe(true);
	});

	it('is not held against a household we do not know', () => {
		const statement = { ...statementOf(KELLY), household: null };
		expect(overGuidelines(statement, SAMPLE_GUIDELINES)).toEqual([]);
	});
});

describe('an amount as it is typed', () => {
	it.each([
		['£1,200', 1200_00],
		[' 45.5 ', 45_50],
		['0', 0]
	])('"%s" is %i', (text, amount) => {
		expect(readAmount(text)).toEqual({ ok: true, amount });
	});

	it.each([
		['', 'empty'],
		['   ', 'empty'],
		['1200.005', 'part-of-a-penny'],
		['-5', 'below-nothing'],
		['1e9', 'not-an-amount'],
		['two hundred', 'not-an-amount'],
		['12.3.4', 'not-an-amount'],
		['99999999', 'too-much']
	])('"%s" is refused: %s', (text, because) => {
		expect(readAmount(text)).toEqual({ ok: false, because });
	});
});

describe('a cash flow', () => {
	const week = { moneyIn: pence(900_00), moneyOut: pence(1000_00) };

	it('says how low it goes', () => {
		const weeks = Array.from({ length: WEEKS }, () => week);
		expect(cashFlowTotals({ opening: pence(500_00), weeks })).toMatchObject({
			ok: true,
			lowest: -800_00,
			net: -1300_00
		});
	});

	it('is refused without its thirteen weeks', () => {
		expect(cashFlowTotals({ opening: pence(0), weeks: [week] })).toEqual({
			ok: false,
			because: 'not-thirteen-weeks'
		});
	});
});
