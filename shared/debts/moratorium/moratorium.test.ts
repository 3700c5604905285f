import { describe, expect, it } from 'vitest';
import { debtThat } from '../../../tests/builders/debts.ts';
import { pence } from '../../money/pence.ts';
import { addMonths, day } from '../../time/day.ts';
import type { DebtRecord, Hold } from '../debt.ts';
import type { Method } from '../facts.ts';
import { deductionDuring } from './deductions.ts';
import { entersMoratorium } from './entering.ts';
import { foundOutside } from './proposing.ts';
import { toUndo, type Protection, type Reached } from './undoing.ts';

const STARTS = day('2026-11-08');
const MONTHLY = Array.from({ length: 12 }, (_, month) => ({
	on: addMonths(day('2026-04-01'), month),
	amount: pence(10000)
}));
const reached = (stage: string, on: string) => ({ stage, on: day(on) });
const THIS_YEAR: Partial<DebtRecord> = {
	fromOn: day('2026-04-01'),
	untilOn: day('2027-03-31'),
	stage: 'DEMAND',
	stageOn: day('2026-03-10'),
	dues: MONTHLY
};
const RATES: Partial<DebtRecord> = { ...THIS_YEAR, stream: 'business-rates' };

type Row = [
	name: string,
	debt: Partial<DebtRecord> & { owes?: number },
	more: object,
	expected: object
];

const ROWS: Row[] = [
	['a past year', {}, {}, { isIn: true }],
	[
		'this year with its instalments running',
		THIS_YEAR,
		{},
		{ isIn: false, because: 'current-year' }
	],
	[
		'this year with an instalment missed and no reminder',
		{ ...THIS_YEAR, owes: 99000 },
		{},
		{ isIn: false }
	],
	[
		'this year after a reminder',
		{ ...THIS_YEAR, stage: 'REMINDER_1', stageOn: day('2026-11-01') },
		{},
		{ isIn: true }
	],
	[
		'this year after a reminder that was complied with',
		THIS_YEAR,
		{ history: [reached('REMINDER_1', '2026-06-01')] },
		{ isIn: true }
	],
	[
		'this year with a reminder on its first day',
		THIS_YEAR,
		{ history: [reached('REMINDER_1', '2026-11-08')] },
		{ isIn: true }
	],
	[
		'this year with a reminder the day after',
		{ ...THIS_YEAR, stage: 'REMINDER_1', stageOn: day('2026-11-09') },
		{ history: [reached('REMINDER_1', '2026-11-09')] },
		{ isIn: false }
	],
	[
		'this year in one instalment that was due',
		{ ...THIS_YEAR, dues: [{ on: day('2026-06-01'), amount: pence(100) }] },
		{},
		{ isIn: true }
	],
	[
		'this year with one instalment still to come',
		{ ...THIS_YEAR, dues: [{ on: day('2026-11-09'), amount: pence(100) }] },
		{},
		{ isIn: false }
	],
	['rates of this year', RATES, {}, { isIn: false, because: 'current-year' }],
	[
		'rates after a further notice',
		{ ...RATES, stage: 'FURTHER_NOTICE', stageOn: day('2026-10-01') },
		{},
		{ isIn: true }
	],
	['an overpayment', { stream: 'overpayment', stage: 'INVOICE' }, {}, { isIn: true }],
	[
		'a penalty, by a rule that is only remembered',
		{ stream: 'parking', stage: 'NTO' },
		{},
		{ isIn: true, rule: { confidence: 'unconfirmed' } }
	],
	[
		'a company’s debt',
		{ facts: { capacity: 'company' } },
		{},
		{ isIn: false, because: 'not-their-own' }
	],
	['a credit', { owes: -1 }, {}, { isIn: false, because: 'nothing-owed' }]
];

describe('into breathing space goes', () => {
	it.each(ROWS)('%s', (_name, { owes = 50000, ...given }, more, expected) => {
		const debt = { ...debtThat({ id: 'debt', owes, ...given }), history: [], ...more };
		expect(entersMoratorium(debt, STARTS)).toMatchObject(expected);
	});
});

const SPACE: Protection = {
	kind: 'breathing-space',
	fromOn: STARTS,
	untilOn: day('2027-01-06'),
	liftedOn: null
};

function step(stage: string, on: string, cost = 0): Reached {
	return { id: `${stage} ${on}`, stage, on: day(on), cost: pence(cost), isUndone: false };
}

describe('to be undone', () => {
	const before = step('DEMAND', '2026-03-10');
	it.each<[string, Reached[], Protection[], string[], number]>([
		['the day before it began', [before, step('SUMMONS', '2026-11-07', 8750)], [SPACE], [], 0],
		[
			'its first day',
			[before, step('SUMMONS', '2026-11-08', 8750)],
			[SPACE],
			['SUMMONS 2026-11-08'],
			8750
		],
		[
			'its last protected day',
			[before, step('SUMMONS', '2027-01-06', 8750)],
			[SPACE],
			['SUMMONS 2027-01-06'],
			8750
		],
		['the day after', [before, step('SUMMONS', '2027-01-07', 8750)], [SPACE], [], 0],
		[
			'the day it was cancelled',
			[before, step('SUMMONS', '2026-12-01', 8750)],
			[{ ...SPACE, liftedOn: day('2026-12-01') }],
			[],
			0
		],
		[
			'a crisis without an end yet',
			[before, step('SUMMONS', '2027-05-01')],
			[{ ...SPACE, kind: 'mental-health-crisis', untilOn: null }],
			['SUMMONS 2027-05-01'],
			0
		],
		[
			'a dispute, which undoes nothing',
			[before, step('SUMMONS', '2026-11-09', 8750)],
			[{ ...SPACE, kind: 'dispute' }],
			[],
			0
		],
		[
			'a recall in it, which gives back',
			[step('ENFORCEMENT_AGENT', '2026-10-30'), step('LIABILITY_ORDER', '2026-11-10')],
			[SPACE],
			[],
			0
		],
		[
			'two steps',
			[before, step('SUMMONS', '2026-11-09', 8750), step('LIABILITY_ORDER', '2026-11-30')],
			[SPACE],
			['SUMMONS 2026-11-09', 'LIABILITY_ORDER 2026-11-30'],
			8750
		],
		['the debt itself, which began in it', [step('PCN', '2026-11-13')], [SPACE], [], 0],
		[
			'what was undone already',
			[before, { ...step('SUMMONS', '2026-11-09', 8750), isUndone: true }],
			[SPACE],
			[],
			0
		]
	])('%s', (_name, history, holds, ids, cost) => {
		const found = toUndo(history, { holds, entries: [] });
		expect([found?.steps.map(({ id }) => id) ?? [], found?.cost ?? 0]).toEqual([ids, cost]);
	});

	it('is interest added in it too, and a step’s own costs only once', () => {
		const entries = [
			{ kind: 'costs', amount: pence(8750), on: day('2026-11-09') },
			{ kind: 'interest', amount: pence(120), on: day('2026-11-30') },
			{ kind: 'interest', amount: pence(115), on: day('2026-10-31') },
			{ kind: 'payment', amount: pence(-2000), on: day('2026-11-30') }
		] as const;
		const history = [before, step('SUMMONS', '2026-11-09', 8750)];
		expect(toUndo(history, { holds: [SPACE], entries })).toMatchObject({
			otherCharges: 120,
			cost: 8870
		});
	});
});

describe('what was taken off again', () => {
	it('is not to be taken off a second time', () => {
		const step = { id: '1', stage: 'SUMMONS', on: day('2026-11-09'), cost: pence(8750) };
		const entries = [
			{ kind: 'costs', amount: pence(8750), on: day('2026-11-09'), fund: 'costs' },
			{ kind: 'reversal', amount: pence(-8750), on: day('2026-11-19'), fund: 'costs' }
		] as const;
		const history = [{ ...step, isUndone: true }];
		expect(toUndo(history, { holds: [SPACE], entries })).toBeNull();
	});
});

describe('deductions running already', () => {
	it.each<[Method['kind'], Method['benefit'], boolean | null | undefined]>([
		['benefit-deduction', 'universal-credit', true],
		['benefit-deduction', undefined, true],
		['benefit-deduction', 'other', false],
		['housing-benefit-deduction', undefined, false],
		['earnings-order', undefined, null],
		['agents', undefined, undefined]
	])('%s of %s goes on: %s', (kind, benefit, goesOn) => {
		const method = { kind, sinceOn: STARTS, ...(benefit ? { benefit } : {}) };
		expect(deductionDuring(method)?.value.goesOn).toBe(goesOn);
	});
});

describe('debts found outside a moratorium', () => {
	const hold: Hold = { kind: 'breathing-space', fromOn: STARTS, untilOn: day('2027-01-06') };
	const found = (holds: readonly Hold[], today = day('2026-11-19')) =>
		foundOutside(
			[
				{ ...debtThat({ id: 'held', owes: 100, holds }), history: [] },
				{
					...debtThat({ id: 'overpayment', owes: 100, stream: 'overpayment', stage: 'INVOICE' }),
					history: []
				},
				{ ...debtThat({ id: 'this-year', owes: 100, ...THIS_YEAR }), history: [] }
			],
			today
		).map(({ debtId, entering }) => [debtId, entering.isIn]);

	it('are proposed where they can be in it', () => {
		expect(found([hold])).toEqual([
			['overpayment', true],
			['this-year', false]
		]);
	});

	it('are none without one of their own that is in force', () => {
		expect(found([{ ...hold, mine: false }])).toEqual([]);
		expect(found([hold], day('2027-01-07'))).toEqual([]);
		expect(found([{ ...hold, kind: 'dispute' }])).toEqual([]);
	});
});
