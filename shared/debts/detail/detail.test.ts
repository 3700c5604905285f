import { describe, expect, it } from 'vitest';
import { samplePolicy } from '../../law/northmere/policy.ts';
import { debtThat } from '../../../tests/builders/debts.ts';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { debtDetail, type DetailRecord } from './detail.ts';
import type { EntryRecord } from './entries.ts';

const TODAY = day('2026-11-19');
const KELLY = 'kelly';
const DEAN = 'dean';

function entry(given: Partial<Omit<EntryRecord, 'amount'>> & { amount: number }): EntryRecord {
	return {
		kind: 'payment',
		on: day('2026-09-02'),
		payerId: null,
		method: null,
		fund: 'bank',
		isOurs: false,
		...given,
		amount: pence(given.amount)
	};
}

const ENTRIES = [
	entry({ kind: 'charge', amount: 125000, on: day('2025-03-10'), fund: 'income' }),
	entry({ kind: 'costs', amount: 8750, on: day('2025-08-01'), fund: 'costs' }),
	entry({ amount: -4000, payerId: KELLY, method: 'card' }),
	entry({ amount: -6313, payerId: DEAN, method: 'deduction', on: day('2026-10-17') })
];

function record(given: Partial<DetailRecord> = {}): DetailRecord {
	return {
		debt: debtThat({ id: 'order', owes: 123437, ground: 'joint', others: ['Dean Ashworth'] }),
		history: [
			{ id: '1', stage: 'SUMMONS', on: day('2026-07-20'), cost: pence(8750), isUndone: false },
			{
				id: '2',
				stage: 'LIABILITY_ORDER',
				on: day('2026-08-14'),
				cost: pence(0),
				isUndone: false
			}
		],
		entries: ENTRIES,
		holds: [],
		liability: { fromOn: day('2025-04-01'), toOn: null, exception: null },
		agents: null,
		told: null,
		ends: null,
		kept: null,
		plan: null,
		discrepancy: null,
		...given
	};
}

function shown(given: Partial<DetailRecord> = {}, customerId = KELLY) {
	return debtDetail(record(given), {
		customerId,
		hasSupportNeed: false,
		deductionsRun: false,
		moratorium: null,
		confirmed: new Map(),
		asOf: null,
		costs: samplePolicy(TODAY),
		today: TODAY
	});
}

describe('one debt whole', () => {
	it('has its balance in parts that sum to it', () => {
		const { split, sums } = shown();
		expect(split).toEqual({ principal: 123437, costs: 0, fees: 0, interest: 0 });
		expect(sums.balance).toBe(123437);
	});

	it('shows the latest stage first, with what each added', () => {
		expect(shown().history.map(({ stage, cost }) => [stage, cost])).toEqual([
			['Liability order', 0],
			['Summons', 8750]
		]);
	});

	it('says what the costs in it stand on', () => {
		expect(shown().costRules).toEqual([
			'policy.COSTS',
			'CT.order-costs',
			'policy.OC',
			'CT.order-fee'
		]);
	});

	it('cites the next step and the limit, and says which may not be quoted', () => {
		const { next, limitation } = shown();
		expect(next).toMatchObject({ mayQuote: true });
		expect(next?.rules).toContain('ladder-CT-LIABILITY_ORDER-AEO');
		expect(limitation).toMatchObject({
			lastDay: null,
			mayQuote: false,
			rules: ['CT.no-limit-after-order']
		});
	});

	it('is quoted once the council has confirmed what it stands on', () => {
		const { limitation } = debtDetail(record(), {
			customerId: KELLY,
			hasSupportNeed: false,
			deductionsRun: false,
			moratorium: null,
			confirmed: new Map([['CT.no-limit-after-order', { by: 'Ann Marlow', on: TODAY }]]),
			asOf: null,
			costs: samplePolicy(TODAY),
			today: TODAY
		});
		expect(limitation).toMatchObject({ mayQuote: true });
	});
});

describe('of another person liable for it', () => {
	it('only what they paid in all leaves, never when or how', () => {
		const seen = shown();
		expect(seen.paidByOthers).toBe(6313);
		expect(seen.entries).toHaveLength(3);
		const text = JSON.stringify(seen);
		for (const theirs of ['2026-10-17', '"method":"deduction"', DEAN, KELLY])
			expect(text).not.toContain(theirs);
	});

	it('a payment of which nobody knows the payer is hidden too', () => {
		const seen = shown({ entries: [...ENTRIES, entry({ amount: -100, on: day('2026-11-01') })] });
		expect(seen.paidByOthers).toBe(6413);
		expect(JSON.stringify(seen)).not.toContain('2026-11-01');
	});

	it('a debt of one person alone hides nothing of its payments', () => {
		const debt = debtThat({ id: 'order', owes: 123437 });
		expect(shown({ debt })).toMatchObject({ paidByOthers: null });
		expect(shown({ debt }).entries).toHaveLength(4);
	});

	it('why they are protected, until when and by whom does not leave', () => {
		const hold = {
			kind: 'mental-health-crisis',
			fromOn: day('2026-11-08'),
			untilOn: day('2027-01-06'),
			liftedOn: null,
			customerId: DEAN,
			reference: 'Harbour Money Advice'
		} as const;
		const seen = shown({ holds: [hold] });
		expect(seen.holds).toEqual([
			{
				label: 'Recovery paused',
				fromOn: '2026-11-08',
				untilOn: null,
				reference: null,
				isInForce: true
			}
		]);
		expect(shown({ holds: [hold] }, DEAN).holds).toMatchObject([
			{ label: 'Breathing space, crisis treatment', reference: 'Harbour Money Advice' }
		]);
	});

	it('when they last paid an invoice does not leave by its time limit', () => {
		const debt = debtThat({
			id: 'invoice',
			owes: 10000,
			stream: 'invoice',
			stage: 'INVOICE',
			others: ['Dean Ashworth'],
			dues: [{ on: day('2026-01-31'), amount: pence(20000) }]
		});
		const entries = [entry({ amount: -10000, payerId: DEAN, on: day('2026-10-17') })];
		const history: DetailRecord['history'] = [];
		expect(shown({ debt, entries, history }).limitation?.lastDay).toBe('2032-01-30');
		expect(shown({ debt, entries, history }, DEAN).limitation?.lastDay).toBe('2032-10-16');
	});
});

describe('a debt outside their own breathing space', () => {
	const own = {
		kind: 'breathing-space',
		fromOn: day('2026-11-08'),
		untilOn: day('2027-01-06')
	} as const;
	const seen = (debt: DetailRecord['debt']) =>
		debtDetail(record({ debt }), {
			customerId: KELLY,
			hasSupportNeed: false,
			deductionsRun: false,
			moratorium: own,
			confirmed: new Map(),
			asOf: null,
			costs: samplePolicy(TODAY),
			today: TODAY
		}).proposal;

	it('is proposed where the law lets it in, and says why where not', () => {
		expect(seen(debtThat({ id: 'order', owes: 100 }))).toMatchObject({ mayBeAdded: true });
		const bill = { stage: 'DEMAND', fromOn: day('2026-04-01'), untilOn: day('2027-03-31') };
		const dues = [{ on: day('2027-01-01'), amount: pence(100) }];
		expect(seen(debtThat({ id: 'bill', owes: 100, ...bill, dues }))).toMatchObject({
			mayBeAdded: false,
			rules: ['BS.current-year']
		});
		expect(seen(debtThat({ id: 'held', owes: 100, holds: [own] }))).toBeNull();
	});
});

describe('a step taken in breathing space', () => {
	it('is to be undone with what it added', () => {
		const hold = {
			kind: 'breathing-space',
			fromOn: day('2026-08-01'),
			untilOn: day('2026-09-29'),
			liftedOn: null,
			customerId: KELLY,
			reference: null
		} as const;
		expect(shown({ holds: [hold] }).toUndo).toMatchObject({
			steps: [{ stage: 'Liability order' }],
			cost: 0,
			rules: ['BS.no-charges']
		});
		expect(shown().toUndo).toBeNull();
	});
});
