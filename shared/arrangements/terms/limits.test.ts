/** Council policy's columns "clear by O / L / M" and "least while owed", row by row, and a penny too little for each. */
import { describe, expect, it } from 'vitest';
import { debtThat, monthlyDues } from '../../../tests/builders/debts.ts';
import { offerOf, requestOf, SORTING } from '../../../tests/builders/plans.ts';
import type { DebtRecord } from '../../debts/debt.ts';
import { AGREEING_ROLES } from '../../law/policy-rows.ts';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { payDaysUntil } from '../../time/pay-days.ts';
import { planFor } from '../plan.ts';
import { clearByFor } from './clear-by.ts';
import type { DebtInPlan } from './debt.ts';
import { inOrOut } from './in-or-out.ts';
import type { Payer } from './rows.ts';

const FIRST_ON = day('2026-12-01');
const YEAR = { fromOn: day('2026-04-01'), facts: { taxYear: 2026 } } as const;
const COURT = { facts: { courtSumPence: pence(20_00) } } as const;

const NONE = 'not theirs';
const ORDERED = 'as ordered';
const YEAR_END = '2027-03-31';

type Row = {
	row: string;
	debt: Partial<DebtRecord>;
	payer?: Payer;
	/** Of officer, leader and manager: the last day on which it may be clear. */
	by: readonly [string, string, string];
	least?: readonly [number, string];
};

const ROWS: readonly Row[] = [
	{ row: 'CT1', debt: { ...YEAR, stage: 'REMINDER_1' }, by: [YEAR_END, YEAR_END, YEAR_END] },
	{
		row: 'CT2',
		debt: { ...YEAR, stage: 'FULL_BALANCE_DUE' },
		by: [YEAR_END, '2027-09-30', '2028-03-31']
	},
	{
		row: 'CT3 this year',
		debt: { ...YEAR, stage: 'SUMMONS' },
		by: [YEAR_END, YEAR_END, YEAR_END],
		least: [10_00, 'month']
	},
	{
		row: 'CT3 older',
		debt: { stage: 'SUMMONS' },
		by: ['2027-11-30', '2028-11-30', '2029-11-30'],
		least: [10_00, 'month']
	},
	{
		row: 'CT4',
		debt: { stage: 'LIABILITY_ORDER' },
		by: ['2028-11-30', '2029-11-30', '2031-11-30'],
		least: [10_00, 'month']
	},
	{
		row: 'NR1',
		debt: { stream: 'business-rates', stage: 'FULL_BALANCE_DUE', ...YEAR },
		by: [YEAR_END, '2027-06-30', '2027-09-30']
	},
	{
		row: 'NR1 company',
		debt: { stream: 'business-rates', stage: 'FULL_BALANCE_DUE', ...YEAR },
		payer: 'company',
		by: [NONE, '2027-06-30', '2027-09-30']
	},
	{
		row: 'NR2',
		debt: { stream: 'business-rates', stage: 'LIABILITY_ORDER', ...YEAR },
		by: ['2027-05-31', '2027-11-30', '2028-11-30'],
		least: [50_00, 'month']
	},
	{
		row: 'NR2 company',
		debt: { stream: 'business-rates', stage: 'LIABILITY_ORDER', ...YEAR },
		payer: 'company',
		by: [NONE, '2027-05-31', '2027-11-30'],
		least: [50_00, 'month']
	},
	{
		row: 'HB3',
		debt: { stream: 'overpayment', stage: 'INVOICE', facts: {} },
		by: ['2028-11-30', '2029-11-30', '2031-11-30'],
		least: [5_00, 'month']
	},
	{
		row: 'HB4',
		debt: { stream: 'overpayment', stage: 'COUNTY_COURT', ...COURT },
		by: [NONE, ORDERED, ORDERED]
	},
	{
		row: 'IN1',
		debt: { stream: 'invoice', stage: 'REMINDER', facts: {} },
		by: ['2027-11-30', '2028-11-30', '2029-11-30']
	},
	{
		row: 'IN2',
		debt: { stream: 'invoice', stage: 'LETTER_OF_CLAIM', facts: {} },
		by: ['2027-11-30', '2028-11-30', '2029-11-30']
	},
	{
		row: 'IN3',
		debt: { stream: 'invoice', stage: 'JUDGMENT', ...COURT },
		by: [NONE, ORDERED, ORDERED]
	},
	{
		row: 'CA2',
		debt: { stream: 'care', stage: 'INVOICE', facts: { careCheckDone: true } },
		by: [NONE, '2028-11-30', '2031-11-30']
	},
	{
		row: 'RE1',
		debt: { stream: 'rent', stage: 'CONTACT', facts: {} },
		by: ['2027-11-30', '2028-11-30', '2029-11-30'],
		least: [5_00, 'week']
	},
	{
		row: 'RE3',
		debt: { stream: 'former-tenant', stage: 'FTA_LETTER', facts: {} },
		by: ['2028-11-30', '2029-11-30', '2031-11-30']
	}
];

function inPlan({ debt, payer }: Row): DebtInPlan {
	const dues = monthlyDues(100_00, { from: '2026-04-01', count: 12 });
	const record = debtThat({ id: 'debt', owes: 9000_00, dues, ...debt });
	const sorted = inOrOut(record, { ...SORTING, payer: payer ?? 'person' });
	if (!sorted.isIn) throw new Error('It is in no plan.');
	return sorted;
}

describe('policy’s table of limits', () => {
	it.each(ROWS)('$row is clear by $by, of officer, leader and manager', (row) => {
		const debt = inPlan(row);
		const limits = AGREEING_ROLES.map((role) => {
			const limit = clearByFor(debt, { role, firstOn: FIRST_ON });
			return limit === null ? NONE : (limit.until ?? ORDERED);
		});
		expect(limits).toEqual(row.by);
		expect(debt.least && [debt.least.amount, debt.least.every]).toEqual(row.least ?? null);
	});

	it.each(
		ROWS.flatMap((row) =>
			AGREEING_ROLES.map((role, place) => ({ row, role, by: row.by[place] ?? NONE }))
		).filter(({ by }) => by !== NONE && by !== ORDERED)
	)('$row.row: a penny a month less than clears it by then is not for the $role', (one) => {
		const debt = inPlan(one.row);
		const request = { ...requestOf([]), debts: [debt], upTo: one.role };
		const payDays = payDaysUntil({ rhythm: 'monthly', firstOn: FIRST_ON }, day(one.by));
		const enough = Math.ceil(debt.owed / payDays);
		const isPlan = (amount: number) =>
			planFor(offerOf(amount, { firstOn: FIRST_ON }), {
				...request,
				payer: one.row.payer ?? 'person'
			}).ok;
		expect([isPlan(enough), isPlan(enough - 1)]).toEqual([true, false]);
	});
});
