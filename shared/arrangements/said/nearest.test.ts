import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debtThat } from '../../../tests/builders/debts.ts';
import { DEMO_DAY, meansOf, offerOf, requestOf } from '../../../tests/builders/plans.ts';
import { pence } from '../../money/pence.ts';
import { addDays, day } from '../../time/day.ts';
import { RHYTHMS } from '../../time/pay-days.ts';
import { nearestThatWorks } from './nearest.ts';
import type { Offer } from './offer.ts';
import { planFor } from '../plan.ts';
import type { PlanRequest } from '../request.ts';

const ORDER = debtThat({ id: 'Council Tax 2025 to 2026', owes: 900_00 });
const THIS_YEAR = debtThat({
	id: 'Council Tax 2026 to 2027',
	owes: 150_00,
	fromOn: day('2026-04-01'),
	stage: 'FULL_BALANCE_DUE',
	facts: { taxYear: 2026 }
});
const REQUEST = requestOf([ORDER], { means: meansOf(100_00, 90_00) });

describe('the nearest offer that works', () => {
	it.each([
		['the offer itself, where it is a plan', 50_00, {}, { amount: 50_00 }],
		['the least, where it is too little', 3_00, {}, { amount: 15_00 }],
		['what is usable, where it is more', 1200_00, {}, { amount: 90_00 }],
		[
			'today, where the first day has gone by',
			50_00,
			{ firstOn: day('2026-11-01') },
			{ firstOn: DEMO_DAY }
		],
		[
			'the last day allowed, where it is later',
			50_00,
			{ firstOn: day('2027-03-01') },
			{ firstOn: '2026-12-08' }
		],
		[
			'without a pay day that has gone by',
			50_00,
			{ nextPayDay: day('2026-11-01') },
			{ nextPayDay: null, firstOn: '2026-12-01', amount: 50_00 }
		],
		[
			'both, where both are wrong',
			95_00,
			{ firstOn: day('2026-11-01') },
			{ firstOn: DEMO_DAY, amount: 90_00 }
		]
	] as const)('is %s', (_, amount, change, expected) => {
		expect(nearestThatWorks(offerOf(amount, change), REQUEST)).toMatchObject(expected);
	});

	it('is an earlier first day where no payment is in time on the one asked', () => {
		const today = day('2027-03-25');
		const late = requestOf([THIS_YEAR], { today, upTo: 'officer' });
		const offer = offerOf(150_00, { firstOn: day('2027-04-10'), nextPayDay: null });
		expect(nearestThatWorks(offer, late)).toMatchObject({
			firstOn: '2027-03-31',
			rhythm: 'monthly',
			amount: 150_00
		});
	});

	it('is nothing where there is nothing to plan, or the statement says nothing yet', () => {
		expect(nearestThatWorks(offerOf(50_00), requestOf([]))).toBeNull();
		const unsaid = requestOf([ORDER], { notReliable: 'no-income' });
		expect(nearestThatWorks(offerOf(50_00), unsaid)).toBeNull();
		const poor = requestOf([ORDER], { means: meansOf(15_00, 5_00) });
		expect(nearestThatWorks(offerOf(50_00), poor)).toBeNull();
	});

	it('is on this side or that of a gap between two amounts that work', () => {
		const means = {
			...meansOf(50_00, 40_00),
			meanwhile: { left: pence(140_00), usable: pence(126_00), until: day('2027-03-31') }
		};
		const both = requestOf([THIS_YEAR, debtThat({ id: 'order', owes: 100_00 })], { means });
		const amountNear = (amount: number) => nearestThatWorks(offerOf(amount), both)?.amount;
		expect(amountNear(45_00)).toBe(40_00);
		expect(amountNear(60_00)).toBe(62_50);
	});

	it('is always a plan, and never another than the one offered where that is one', () => {
		fc.assert(
			fc.property(offers, requests, (offer, request) => {
				const nearest = nearestThatWorks(offer, request);
				if (planFor(offer, request).ok) expect(nearest).toEqual(offer);
				else if (nearest) expect(planFor(nearest, request).ok).toBe(true);
			}),
			{ seed: 4, numRuns: 150 }
		);
	});
});

const offers: fc.Arbitrary<Offer> = fc
	.record({
		amount: fc.integer({ min: -500, max: 1200_00 }),
		firstOn: fc.integer({ min: -20, max: 60 }),
		rhythm: fc.constantFrom(...RHYTHMS)
	})
	.map(({ amount, firstOn, rhythm }) =>
		offerOf(amount, { rhythm, firstOn: addDays(DEMO_DAY, firstOn), nextPayDay: null })
	);

const requests: fc.Arbitrary<PlanRequest> = fc
	.record({
		order: fc.integer({ min: 1, max: 3000_00 }),
		year: fc.integer({ min: 1, max: 900_00 }),
		usable: fc.integer({ min: 0, max: 300_00 }),
		hasYear: fc.boolean(),
		isMore: fc.boolean()
	})
	.map(({ order, year, usable, hasYear, isMore }) => {
		const debts = [{ ...ORDER, balance: pence(order) }];
		const more = { left: pence(usable + 90_00), usable: pence(usable + 80_00) };
		const meanwhile = isMore && hasYear ? { ...more, until: day('2027-03-31') } : null;
		return requestOf(hasYear ? [...debts, { ...THIS_YEAR, balance: pence(year) }] : debts, {
			means: { ...meansOf(usable + 10_00, usable), meanwhile }
		});
	});
