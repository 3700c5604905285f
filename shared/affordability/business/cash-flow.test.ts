import { describe, expect, it } from 'vitest';
import { samplePolicy } from '../../law/northmere/policy.ts';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import {
	balancesSoFar,
	isBegun,
	leftOfCashFlow,
	mondaysFrom,
	NOTHING_TOLD,
	WEEKS,
	wholeCashFlow,
	type CashFlow,
	type CashFlowTold
} from './cash-flow.ts';
import { meansOf } from '../means.ts';
import { refusalOf, type Statement } from '../statement.ts';

const DEMO_DAY = day('2026-11-19');
const policy = samplePolicy(DEMO_DAY);
const PLAN = { holdsNonPriority: false, taxLineNilUntil: null };

/** The same every week, but for the weeks named. */
function business(
	weekly: readonly [moneyIn: number, moneyOut: number],
	but: {
		opening?: number;
		overdraft?: number;
		weeks?: Record<number, readonly [number, number]>;
	} = {}
): CashFlow {
	const weeks = Array.from({ length: WEEKS }, (_, index) => {
		const [moneyIn, moneyOut] = but.weeks?.[index + 1] ?? weekly;
		return { moneyIn: pence(moneyIn), moneyOut: pence(moneyOut) };
	});
	return { opening: pence(but.opening ?? 0), weeks, overdraft: pence(but.overdraft ?? 0) };
}

describe('what a business can pay by the month', () => {
	it.each<readonly [string, CashFlow, left: number, usable: number]>([
		['a third of what thirteen weeks bring', business([1000_00, 900_00]), 433_33, 390_00],
		['nothing where it only breaks even', business([900_00, 900_00]), 0, 0],
		[
			'nothing where it loses, whatever is in the bank',
			business([0, 100_00], { opening: 9000_00 }),
			-433_33,
			0
		],
		[
			'nothing where a week is overdrawn',
			business([500_00, 300_00], { weeks: { 1: [0, 50_00] } }),
			0,
			0
		],
		[
			'no more than a lean week can bear',
			business([200_00, 100_00], { weeks: { 6: [0, 380_00] } }),
			120_00,
			108_00
		],
		[
			'all of it where only the bank is low at first',
			business([300_00, 200_00], { opening: 500_00 }),
			433_33,
			390_00
		]
	])('%s', (_what, cashFlow, left, usable) => {
		expect(leftOfCashFlow(cashFlow, policy.P9.value)).toBe(left);
		const statement = { ...TRADE, cashFlow } satisfies Statement;
		expect(meansOf(statement, { plan: PLAN, policy })).toEqual({ left, usable, meanwhile: null });
	});

	it.each([0, 1, 100_00, 350_00, 5000_00])(
		'never takes a week below an overdraft of %i pence, with a payment at each month’s end',
		(overdraft) => {
			for (const lean of [1, 4, 5, 9, 13]) {
				const weeks = { [lean]: [0, 600_00] as const };
				const cashFlow = business([400_00, 250_00], { overdraft, weeks });
				const left = leftOfCashFlow(cashFlow, policy.P9.value);
				expect(lowestWith(left, cashFlow)).toBeGreaterThanOrEqual(
					left <= 0 ? -Infinity : -overdraft
				);
				expect(left * 3).toBeLessThanOrEqual(cashFlowNet(cashFlow));
			}
		}
	);
});

describe('an agreed overdraft', () => {
	const lean = { weeks: { 1: [0, 50_00] } } as const;
	const P9 = (overdraftPercent: number) => ({
		...policy,
		P9: { ...policy.P9, value: { overdraftPercent } }
	});

	it.each<readonly [string, CashFlow, percent: number, left: number]>([
		['bridges a lean week', business([500_00, 300_00], { ...lean, overdraft: 50_00 }), 100, 783_33],
		[
			'that is a penny too small bridges nothing',
			business([500_00, 300_00], { ...lean, overdraft: 49_99 }),
			100,
			0
		],
		['of nothing is as none', business([500_00, 300_00], { ...lean, overdraft: 0 }), 100, 0],
		[
			'that policy switches off is as none',
			business([500_00, 300_00], { ...lean, overdraft: 9000_00 }),
			0,
			0
		],
		[
			'half of which may be used is half as much',
			business([500_00, 300_00], { ...lean, overdraft: 100_00 }),
			50,
			783_33
		],
		[
			'half of an odd one is rounded so that the week has no more',
			business([500_00, 300_00], { ...lean, overdraft: 99_99 }),
			50,
			0
		],
		['is never money to pay with', business([900_00, 900_00], { overdraft: 9000_00 }), 100, 0],
		['does not pay for a loss', business([800_00, 900_00], { overdraft: 9000_00 }), 100, -433_33],
		[
			'that is used up already leaves no room',
			business([500_00, 450_00], { opening: -1000_00, overdraft: 900_00 }),
			100,
			0
		],
		[
			'in which the business lives all the time is lived in still',
			business([500_00, 450_00], { opening: -800_00, overdraft: 1000_00 }),
			100,
			216_66
		],
		[
			'is entered by its payments only as far as it goes',
			business([200_00, 100_00], { overdraft: 30_00, weeks: { 6: [0, 380_00] } }),
			100,
			150_00
		],
		[
			'larger than any is no more than the weeks bring',
			business([300_00, 200_00], { overdraft: 100_000_000 }),
			100,
			433_33
		]
	])('%s', (_what, cashFlow, percent, left) => {
		const means = meansOf({ ...TRADE, cashFlow }, { plan: PLAN, policy: P9(percent) });
		expect(means?.left).toBe(left);
	});

	it('is nothing where nobody was asked of it, and told alone begins the weeks', () => {
		const { weeks } = business([900_00, 800_00]);
		expect(wholeCashFlow({ opening: pence(0), weeks })?.overdraft).toBe(0);
		expect(wholeCashFlow({ opening: pence(0), weeks, overdraft: null })?.overdraft).toBe(0);
		expect(isBegun({ ...NOTHING_TOLD, overdraft: pence(0) })).toBe(true);
		expect(refusalOf({ ...TRADE, cashFlow: { ...NOTHING_TOLD, overdraft: pence(500_00) } })).toBe(
			'no-money-in'
		);
	});
});

/** In the leanest week, with as much paid at the end of each month. */
function lowestWith(left: number, { opening, weeks }: CashFlow): number {
	let balance: number = opening;
	const after = weeks.map(({ moneyIn, moneyOut }, index) => {
		balance += moneyIn - moneyOut;
		return balance - left * Math.floor(((index + 1) * 3) / WEEKS);
	});
	return Math.min(...after);
}

function cashFlowNet({ weeks }: CashFlow): number {
	return weeks.reduce((net, { moneyIn, moneyOut }) => net + moneyIn - moneyOut, 0);
}
const TRADE: Statement = {
	form: 'cash-flow',
	madeOn: DEMO_DAY,
	household: null,
	lines: [],
	answers: null
};

describe('a sole trader’s household', () => {
	const household: Statement = {
		...TRADE,
		form: 'full',
		lines: [
			{ line: 'other-earnings', amount: pence(900_00), frequency: 'monthly', provenance: 'said' },
			{ line: 'rent', amount: pence(600_00), frequency: 'monthly', provenance: 'said' }
		]
	};

	it.each([
		['has what it says where the business keeps itself', business([900_00, 800_00]), 300_00],
		['has less by what the business runs short', business([800_00, 830_00]), 170_00]
	] as const)('%s', (_what, cashFlow, left) => {
		const means = meansOf({ ...household, cashFlow }, { plan: PLAN, policy });
		expect(means?.left).toBe(left);
	});
});

describe('weeks that are not all told', () => {
	const { weeks } = business([900_00, 800_00]);
	const told = (change: Partial<CashFlowTold>): Statement => ({
		...TRADE,
		cashFlow: { opening: pence(100_00), weeks, ...change }
	});
	const oneMissing = weeks.map((week, index) => (index === 7 ? { ...week, moneyOut: null } : week));
	const onlyCosts = weeks.map((week) => ({ ...week, moneyIn: pence(0) }));

	it.each([
		['all there', told({}), null],
		['overdrawn at first', told({ opening: pence(-500_00) }), null],
		['one cell missing', told({ weeks: oneMissing }), 'weeks-missing'],
		['the opening missing', told({ opening: null }), 'weeks-missing'],
		['only costs', told({ opening: pence(0), weeks: onlyCosts }), 'no-money-in'],
		['nothing told', { ...TRADE, cashFlow: NOTHING_TOLD }, 'no-money-in']
	] as const)('%s', (_what, statement, refusal) => {
		expect(refusalOf(statement)).toBe(refusal);
		const isWhole = statement.cashFlow && wholeCashFlow(statement.cashFlow) !== null;
		expect(meansOf(statement, { plan: PLAN, policy }) !== null).toBe(isWhole);
	});

	it('are drawn as far as they go', () => {
		const balances = balancesSoFar({ opening: pence(100_00), weeks: oneMissing });
		expect(balances.slice(6, 8)).toEqual([800_00, 1700_00]);
	});
});

it('its weeks begin on Mondays, the first in the week it is made', () => {
	expect(mondaysFrom(DEMO_DAY).slice(0, 2)).toEqual(['2026-11-16', '2026-11-23']);
	expect(mondaysFrom(day('2026-11-16'))[0]).toBe('2026-11-16');
	expect(mondaysFrom(day('2026-11-22'))[12]).toBe('2027-02-08');
});
