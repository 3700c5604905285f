import { describe, expect, it } from 'vitest';
import { debtThat, monthlyDues } from '../../../tests/builders/debts.ts';
import { DEMO_DAY, SORTING } from '../../../tests/builders/plans.ts';
import type { DebtRecord } from '../../debts/debt.ts';
import { ROW_IDS, type RowId } from '../../law/policy-rows.ts';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import type { Sorting } from './debt.ts';
import { inOrOut, sortDebts } from './in-or-out.ts';
import { rowOf } from './rows.ts';

type Given = Partial<DebtRecord>;
type Case = {
	row: RowId;
	given: Given;
	nearMiss: Given;
	instead: RowId;
	sorting?: Partial<Sorting>;
};

const THIS_YEAR = { fromOn: day('2026-04-01'), facts: { taxYear: 2026 } } satisfies Given;
const AGENTS = { kind: 'agents', sinceOn: day('2026-10-30') } as const;
const VISITED = { ...AGENTS, visitedOn: day('2026-11-12') };
const TAKEN = {
	kind: 'benefit-deduction',
	sinceOn: day('2026-01-01'),
	takesPence: pence(21_25),
	every: 'month'
} as const;
const OVERPAYMENT = { stream: 'overpayment', stage: 'INVOICE', facts: {} } satisfies Given;
const RATES = {
	stream: 'business-rates',
	stage: 'FURTHER_NOTICE',
	...THIS_YEAR
} satisfies Given;
const RENT = { stream: 'rent', stage: 'CONTACT', facts: {} } satisfies Given;
const PENALTY = { stream: 'parking', stage: 'NTO', facts: {} } satisfies Given;
const HOLD = { kind: 'dispute', fromOn: DEMO_DAY, untilOn: day('2026-12-17') } as const;

const CASES: readonly Case[] = [
	{
		row: 'CT1',
		given: { ...THIS_YEAR, stage: 'REMINDER_1' },
		nearMiss: {
			...THIS_YEAR,
			stage: 'REMINDER_1',
			facts: { taxYear: 2026, wholeBalanceDueOn: DEMO_DAY }
		},
		instead: 'CT2'
	},
	{
		row: 'CT2',
		given: { ...THIS_YEAR, stage: 'FULL_BALANCE_DUE' },
		nearMiss: { ...THIS_YEAR, stage: 'SUMMONS' },
		instead: 'CT3'
	},
	{
		row: 'CT3',
		given: { ...THIS_YEAR, stage: 'SUMMONS' },
		nearMiss: { ...THIS_YEAR, stage: 'LIABILITY_ORDER' },
		instead: 'CT4'
	},
	{
		row: 'CT4',
		given: { stage: 'LIABILITY_ORDER' },
		nearMiss: { stage: 'LIABILITY_ORDER', facts: { method: TAKEN } },
		instead: 'CT5'
	},
	{
		row: 'CT5',
		given: { stage: 'AEO' },
		nearMiss: { stage: 'INFO_REQUEST' },
		instead: 'CT4'
	},
	{
		row: 'CT6',
		given: { stage: 'ENFORCEMENT_AGENT', facts: { method: AGENTS } },
		nearMiss: { stage: 'ENFORCEMENT_AGENT', facts: { method: VISITED } },
		instead: 'CT7'
	},
	{
		row: 'CT7',
		given: { stage: 'ENFORCEMENT_AGENT', facts: { method: VISITED } },
		nearMiss: { stage: 'ENFORCEMENT_AGENT', facts: { method: VISITED } },
		instead: 'CT4',
		sorting: { ended: ['debt'] }
	},
	{
		row: 'CT8',
		given: { stage: 'CHARGING_ORDER' },
		nearMiss: { stage: 'LIABILITY_ORDER' },
		instead: 'CT4'
	},
	{
		row: 'NR1',
		given: RATES,
		nearMiss: { ...RATES, stage: 'LIABILITY_ORDER' },
		instead: 'NR2'
	},
	{
		row: 'NR2',
		given: { ...RATES, stream: 'bid', stage: 'LIABILITY_ORDER' },
		nearMiss: { ...RATES, stage: 'ENFORCEMENT_AGENT' },
		instead: 'NR3'
	},
	{
		row: 'NR3',
		given: { ...RATES, stage: 'INSOLVENCY' },
		nearMiss: { ...RATES, stage: 'FULL_BALANCE_DUE' },
		instead: 'NR1'
	},
	{
		row: 'HB1',
		given: { ...OVERPAYMENT, stage: 'DECISION_NOTICE', stageOn: day('2026-10-19') },
		nearMiss: { ...OVERPAYMENT, stage: 'DECISION_NOTICE', stageOn: day('2026-10-18') },
		instead: 'HB3'
	},
	{
		row: 'HB2',
		given: { ...OVERPAYMENT, stage: 'HB_DEDUCTION' },
		nearMiss: OVERPAYMENT,
		instead: 'HB3'
	},
	{
		row: 'HB3',
		given: OVERPAYMENT,
		nearMiss: { ...OVERPAYMENT, holds: [HOLD] },
		instead: 'HB1'
	},
	{
		row: 'HB4',
		given: { ...OVERPAYMENT, stage: 'COUNTY_COURT', facts: { courtSumPence: pence(20_00) } },
		nearMiss: OVERPAYMENT,
		instead: 'HB3'
	},
	{
		row: 'IN1',
		given: { stream: 'invoice', stage: 'REMINDER', facts: {} },
		nearMiss: { stream: 'invoice', stage: 'LETTER_OF_CLAIM', facts: {} },
		instead: 'IN2'
	},
	{
		row: 'IN2',
		given: { stream: 'invoice', stage: 'LETTER_OF_CLAIM', facts: {} },
		nearMiss: { stream: 'invoice', stage: 'JUDGMENT', facts: {} },
		instead: 'IN3'
	},
	{
		row: 'IN3',
		given: { stream: 'invoice', stage: 'JUDGMENT', facts: { courtSumPence: pence(15_00) } },
		nearMiss: { stream: 'invoice', stage: 'CLAIM', facts: {} },
		instead: 'IN2'
	},
	{
		row: 'CA1',
		given: { stream: 'care', stage: 'INVOICE', facts: {} },
		nearMiss: { stream: 'care', stage: 'INVOICE', facts: { careCheckDone: true } },
		instead: 'CA2'
	},
	{
		row: 'CA2',
		given: { stream: 'care', stage: 'INVOICE', facts: { careCheckDone: true } },
		nearMiss: { stream: 'care', stage: 'SOCIAL_WORK_REVIEW', facts: {} },
		instead: 'CA1'
	},
	{
		row: 'RE1',
		given: RENT,
		nearMiss: { ...RENT, facts: { courtSumPence: pence(5_00) } },
		instead: 'RE2'
	},
	{
		row: 'RE2',
		given: { ...RENT, stage: 'POSSESSION_CLAIM', facts: { courtSumPence: pence(5_00) } },
		nearMiss: { ...RENT, stage: 'POSSESSION_CLAIM' },
		instead: 'RE1'
	},
	{
		row: 'RE3',
		given: { ...RENT, stream: 'former-tenant', stage: 'FTA_LETTER' },
		nearMiss: RENT,
		instead: 'RE1'
	},
	{
		row: 'PC1',
		given: PENALTY,
		nearMiss: { ...PENALTY, stage: 'CHARGE_CERTIFICATE' },
		instead: 'PC2'
	},
	{
		row: 'PC2',
		given: { ...PENALTY, stage: 'ORDER_FOR_RECOVERY' },
		nearMiss: { ...PENALTY, stage: 'WARRANT' },
		instead: 'PC3'
	},
	{
		row: 'PC3',
		given: { ...PENALTY, stage: 'WARRANT' },
		nearMiss: { ...PENALTY, stage: 'REJECTED' },
		instead: 'PC1'
	},
	{
		row: 'HO',
		given: { holds: [{ ...HOLD, kind: 'breathing-space', untilOn: DEMO_DAY }] },
		nearMiss: { holds: [{ ...HOLD, fromOn: day('2026-09-01'), untilOn: day('2026-11-18') }] },
		instead: 'CT4'
	},
	{
		row: 'OT',
		given: { facts: { capacity: 'company' } },
		nearMiss: { facts: { capacity: 'company' } },
		instead: 'CT4',
		sorting: { payer: 'company' }
	}
];

/** As the debt that is asked about: something is overdue on it, whatever its dues. */
function debtOf(given: Given): DebtRecord {
	const dues = monthlyDues(100_00, { from: '2026-04-01', count: 12 });
	return debtThat({ id: 'debt', owes: 900_00, dues, ...given });
}

describe('policy’s table of streams and stages', () => {
	it('is tested row by row', () => {
		expect(CASES.map((one) => one.row)).toEqual(ROW_IDS);
	});

	it.each(CASES)(
		'$row: in, and out by one fact as $instead',
		({ row, given, nearMiss, instead, sorting }) => {
			expect(rowOf(debtOf(given), SORTING)).toBe(row);
			expect(rowOf(debtOf(nearMiss), { ...SORTING, ...sorting })).toBe(instead);
		}
	);

	it.each(CASES)('$row: the debt is in a plan exactly where the row says so', ({ row, given }) => {
		const policy = SORTING.policy[row].value;
		const sorted = inOrOut(debtOf(given), SORTING);
		expect(sorted.isIn).toBe(policy.inPlan !== 'no');
		if (sorted.isIn) expect(sorted.isNonPriority).toBe(policy.isNonPriority);
		else {
			expect(sorted.why).not.toBe('');
			expect(sorted.instead).not.toBe('');
		}
	});
});

describe('what is in the plan of a debt', () => {
	it.each([
		[{ ...THIS_YEAR, stage: 'REMINDER_1' }, 500_00],
		[{ ...THIS_YEAR, stage: 'FULL_BALANCE_DUE' }, 900_00],
		[RATES, 500_00],
		[{ ...RATES, stage: 'FULL_BALANCE_DUE' }, 900_00],
		[{ stage: 'LIABILITY_ORDER' }, 900_00]
	] as const)('case %#: %s owes %i to it', (given, owed) => {
		expect(inOrOut(debtOf(given), SORTING)).toMatchObject({ isIn: true, owed });
	});

	it('is nothing where nothing is overdue, or it is in credit', () => {
		const dues = monthlyDues(100_00, { from: '2027-01-01', count: 3 });
		const running = debtThat({ id: 'debt', owes: 300_00, ...THIS_YEAR, stage: 'DEMAND', dues });
		expect(inOrOut(running, SORTING)).toMatchObject({
			isIn: false,
			row: 'CT1',
			why: 'Nothing on it is overdue.'
		});
		const credit = debtThat({ id: 'debt', owes: -212_40, ...THIS_YEAR, stage: 'DEMAND' });
		expect(inOrOut(credit, SORTING)).toMatchObject({ why: 'Nothing is owed on it.' });
	});

	it.each([
		['notRight', 'The customer says it is not right.'],
		['leftOut', 'The customer wants to deal with it separately.']
	] as const)('%s: %s', (list, why) => {
		const sorting = { ...SORTING, [list]: ['debt'] };
		expect(inOrOut(debtOf({}), sorting)).toMatchObject({ isIn: false, why });
	});

	it('is never more than a court ordered, which must be known', () => {
		const order = debtOf({ ...OVERPAYMENT, stage: 'COUNTY_COURT' });
		expect(inOrOut(order, SORTING)).toMatchObject({ isIn: false, row: 'HB4' });
	});

	it('says for how much it is already taken, and until when it is held or can be challenged', () => {
		const taken = inOrOut(debtOf({ facts: { method: TAKEN } }), SORTING);
		expect(taken).toMatchObject({
			why: '£21.25 a month is already taken for it.',
			mayAgree: 'leader'
		});
		const held = inOrOut(debtOf({ holds: [HOLD] }), SORTING);
		expect(held).toMatchObject({ until: '2026-12-17', mayAgree: null });
		const penalty = debtOf({ ...PENALTY, facts: { challengeUntilOn: day('2026-12-08') } });
		expect(inOrOut(penalty, SORTING)).toMatchObject({ until: '2026-12-08' });
	});
});

describe('terms that depend on more than the row', () => {
	it('only the oldest of several orders carries the minimum', () => {
		const older = debtThat({ id: 'older', owes: 100_00, fromOn: day('2023-04-01') });
		const newer = debtThat({ id: 'newer', owes: 100_00 });
		const { inPlan } = sortDebts([newer, older], SORTING);
		expect(inPlan.map((debt) => [debt.debtId, debt.least?.amount ?? null])).toEqual([
			['older', 10_00],
			['newer', null]
		]);
	});

	it.each([
		['2026-12-17', 2],
		['2026-12-18', 5]
	])('a hearing on %s ranks %i', (hearingOn, rank) => {
		const summons = { ...THIS_YEAR, stage: 'SUMMONS' };
		const debt = debtOf({ ...summons, facts: { taxYear: 2026, hearingOn: day(hearingOn) } });
		expect(inOrOut(debt, SORTING)).toMatchObject({ rank, averts: { what: 'the hearing' } });
	});

	it.each([
		[{ ...RENT, stage: 'NOSP' }, 1],
		[RENT, 7],
		[{ stage: 'LIABILITY_ORDER' }, 3],
		[{ ...RATES, stage: 'LIABILITY_ORDER' }, 4],
		[{ ...THIS_YEAR, stage: 'FULL_BALANCE_DUE' }, 5],
		[RATES, 6],
		[OVERPAYMENT, 8],
		[{ stream: 'care', stage: 'INVOICE', facts: { careCheckDone: true } }, 9],
		[{ ...RENT, stream: 'former-tenant', stage: 'FTA_LETTER' }, 10],
		[{ ...RATES, stream: 'bid', stage: 'DEMAND' }, 11],
		[{ stream: 'invoice', stage: 'INVOICE', facts: {} }, 12]
	] as const)('P6 case %#: %s has rank %i', (given, rank) => {
		expect(inOrOut(debtOf(given), SORTING)).toMatchObject({ isIn: true, rank });
	});

	it('an older summons has longer than this year’s', () => {
		const older = inOrOut(debtOf({ stage: 'SUMMONS' }), SORTING);
		const thisYear = inOrOut(debtOf({ ...THIS_YEAR, stage: 'SUMMONS' }), SORTING);
		expect(older).toMatchObject({ clearBy: { officer: { kind: 'months', months: 12 } } });
		expect(thisYear).toMatchObject({
			clearBy: { officer: { kind: 'year-end' }, manager: { kind: 'year-end', plusMonths: 0 } },
			taxLineNilUntil: '2027-03-31'
		});
	});

	it('a company’s rates are never the officer’s to agree', () => {
		const order = debtOf({ ...RATES, stage: 'LIABILITY_ORDER' });
		const company = inOrOut(order, { ...SORTING, payer: 'company' });
		expect(company).toMatchObject({ clearBy: { officer: null, manager: { months: 12 } } });
		expect(inOrOut(order, SORTING)).toMatchObject({ clearBy: { officer: { months: 6 } } });
	});

	it.each([
		[{}, AGENTS, 'leader'],
		[{ hasSupportNeed: true }, AGENTS, 'officer'],
		[{ hasCouncilTaxSupport: true }, AGENTS, 'officer'],
		[{ shouldNotBeThere: ['debt'] }, AGENTS, 'officer'],
		[{ hasSupportNeed: true }, VISITED, 'leader'],
		[{ goodsTaken: ['debt'] }, VISITED, 'manager']
	])('agents are recalled, case %#: %o by the %s', (change, method, role) => {
		const debt = debtOf({ stage: 'ENFORCEMENT_AGENT', facts: { method } });
		expect(inOrOut(debt, { ...SORTING, ...change })).toMatchObject({ mayAgree: role });
	});

	it.each(['director', 'representative'] as const)('a %s does not owe it', (ground) => {
		expect(rowOf(debtOf({ ground }), SORTING)).toBe('OT');
	});
});
