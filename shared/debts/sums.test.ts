import { describe, expect, it } from 'vitest';
import { parsePounds, pence, type Pence } from '../money/pence.ts';
import { addMonths, day, type Day } from '../time/day.ts';
import type { Due } from './debt.ts';
import type { DebtFacts } from './facts.ts';
import { sumsOf, totalOf } from './sums.ts';

const TODAY = day('2026-11-19');

function pounds(text: string): Pence {
	const amount = parsePounds(text);
	if (amount === null) throw new Error(`${text} is not an amount.`);
	return amount;
}

/** Level instalments from a first day, one a month. */
function instalments(count: number, each: string, firstOn: string): Due[] {
	return Array.from({ length: count }, (_, month) => ({
		on: addMonths(day(firstOn), month),
		amount: pounds(each)
	}));
}

function charged(on: string, amount: string): Due[] {
	return [{ on: day(on), amount: pounds(amount) }];
}

function taking(amount: string, every: 'week' | 'month'): DebtFacts {
	return {
		method: {
			kind: 'benefit-deduction',
			sinceOn: day('2026-06-01'),
			takesPence: pounds(amount),
			every
		}
	};
}

type Row = {
	debt: string;
	balance: string;
	dues: Due[];
	facts?: DebtFacts;
	overdue: string;
	soon: string;
	later: string;
};

const LONG_AGO = '2026-03-01';

const DEMO_DEBTS: Row[] = [
	// 1 Kelly Ashworth
	row('Kelly, order', '1184.37', charged(LONG_AGO, '1250'), ['1184.37', '0', '0']),
	row('Kelly, this year', '826', instalments(12, '118', '2026-04-01'), ['354', '118', '354'], {
		wholeBalanceDueOn: day('2026-11-23')
	}),
	row('Kelly, overpayment', '1460.25', charged('2026-07-03', '1460.25'), ['1460.25', '0', '0']),
	row('Kelly, nursery', '126', charged('2026-09-20', '126'), ['126', '0', '0']),
	row('Kelly, parking', '70', charged('2026-12-08', '70'), ['0', '70', '0']),
	// 2 Dean Ashworth
	row('Dean, former tenant', '612.40', charged('2025-03-30', '612.40'), ['612.40', '0', '0']),
	// 3 Gareth Pellow
	row('Gareth, agents', '1020', charged(LONG_AGO, '1020'), ['1020', '0', '0']),
	row('Gareth, from Universal Credit', '255', charged(LONG_AGO, '800'), ['0', '21.25', '233.75'], {
		...taking('21.25', 'month')
	}),
	row('Gareth, this year', '564', instalments(12, '141', '2026-04-01'), ['0', '141', '423']),
	row('Gareth, certificate', '105', charged('2026-11-10', '70'), ['105', '0', '0']),
	// 4 Amara Sesay
	row('Amara, summons', '775.50', instalments(8, '86', '2026-08-01'), ['775.50', '0', '0'], {
		wholeBalanceDueOn: day('2026-09-24')
	}),
	// 5 Jean and Ronald Tully
	row('Jean, Direct Debit', '612', instalments(12, '153', '2026-04-15'), ['0', '153', '459']),
	row('Ronald, care', '1310.40', instalments(3, '436.80', '2026-09-01'), ['1310.40', '0', '0']),
	// 6 Harbour Lane Café Ltd
	row('Café, rates', '4608.50', charged(LONG_AGO, '4488.50'), ['4608.50', '0', '0']),
	// 7 Leon Varga
	row('Leon, from Universal Credit', '842.60', charged(LONG_AGO, '900'), ['0', '21.25', '821.35'], {
		...taking('21.25', 'month')
	}),
	// 8 Mrs Zhang Liwen
	row('Zhang, this year', '705', instalments(12, '141', '2026-04-01'), ['141', '141', '423']),
	row('Zhang, from Housing Benefit', '403.20', charged(LONG_AGO, '600'), ['0', '57.60', '345.60'], {
		...taking('14.40', 'week')
	}),
	// 9 Stefan Nowak
	row('Stefan, overpayment', '3310', charged(LONG_AGO, '3310'), ['3310', '0', '0']),
	// 10 Margaret Doyle
	row('Margaret, care', '2140', instalments(10, '214', '2026-02-01'), ['2140', '0', '0']),
	// 11 Grace Okafor
	row('Grace, October came back', '655', instalments(12, '131', '2026-04-15'), [
		'131',
		'131',
		'393'
	]),
	row('Grace, earnings order', '604.20', charged(LONG_AGO, '1200'), ['0', '296.14', '308.06'], {
		...taking('296.14', 'month')
	}),
	// 12 Darren Pike
	row('Darren, this year', '572', instalments(12, '71.50', '2026-04-01'), [
		'286',
		'71.50',
		'214.50'
	])
];

const HOSTILE: Row[] = [
	row('nothing owed', '0', instalments(12, '118', '2026-04-01'), ['0', '0', '0']),
	row('one penny left', '0.01', instalments(12, '118', '2026-04-01'), ['0', '0', '0.01']),
	row('a penny more than what is to come', '472.01', instalments(12, '118', '2026-04-01'), [
		'0.01',
		'118',
		'354'
	]),
	row('due today is not overdue', '50', charged('2026-11-19', '50'), ['0', '50', '0']),
	row('due yesterday is', '50', charged('2026-11-18', '50'), ['50', '0', '0']),
	row('the 28th day is soon', '50', charged('2026-12-17', '50'), ['0', '50', '0']),
	row('the 29th is later', '50', charged('2026-12-18', '50'), ['0', '0', '50']),
	row('costs beside the instalments are overdue', '205.50', charged('2026-12-01', '118'), [
		'87.50',
		'118',
		'0'
	]),
	row(
		'the day the whole balance falls due',
		'472',
		instalments(4, '118', '2026-12-01'),
		['0', '472', '0'],
		{
			wholeBalanceDueOn: TODAY
		}
	),
	row(
		'less left than a deduction takes',
		'11.92',
		[],
		['0', '11.92', '0'],
		taking('296.14', 'month')
	)
];

function row(
	debt: string,
	balance: string,
	dues: Due[],
	[overdue, soon, later]: [string, string, string],
	facts: DebtFacts = {}
): Row {
	return { debt, balance, dues, facts, overdue, soon, later };
}

describe('the three sums', () => {
	it.each([...DEMO_DEBTS, ...HOSTILE])('$debt', (debt) => {
		const balance = pounds(debt.balance);
		expect(sumsOf({ balance, dues: debt.dues, facts: debt.facts ?? {} }, TODAY)).toEqual({
			overdue: pounds(debt.overdue),
			soon: pounds(debt.soon),
			later: pounds(debt.later),
			balance
		});
	});

	it('says nothing is due on a debt in credit', () => {
		const dues = instalments(12, '118', '2026-04-01');
		expect(sumsOf({ balance: pounds('-212.40'), dues, facts: {} }, TODAY)).toEqual({
			overdue: 0,
			soon: 0,
			later: 0,
			balance: -21240
		});
	});

	it('add up to the balance on every day of the year', () => {
		const debt = { balance: pounds('826'), dues: instalments(12, '118', '2026-04-01'), facts: {} };
		for (let today: Day = day('2026-01-31'); today < '2027-12-31'; today = addMonths(today, 1)) {
			const sums = sumsOf(debt, today);
			expect(sums.overdue + sums.soon + sums.later).toBe(debt.balance);
		}
	});
});

describe('the total', () => {
	it("adds Kelly Ashworth's five debts to the penny", () => {
		const sums = DEMO_DEBTS.slice(0, 5).map((debt) =>
			sumsOf({ balance: pounds(debt.balance), dues: debt.dues, facts: debt.facts ?? {} }, TODAY)
		);
		expect(totalOf(sums)).toEqual({
			overdue: pounds('3124.62'),
			soon: pounds('188'),
			later: pounds('354'),
			balance: pounds('3666.62')
		});
	});

	it('never sets a credit against another debt', () => {
		const credit = sumsOf({ balance: pence(-21240), dues: [], facts: {} }, TODAY);
		const invoice = sumsOf({ balance: pence(18800), dues: [], facts: {} }, TODAY);
		expect(totalOf([credit, invoice]).balance).toBe(18800);
	});
});
