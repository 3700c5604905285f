import { describe, expect, it } from 'vitest';
import { debtThat } from '../../tests/builders/debts.ts';
import { meansOf, offerOf, planned, requestOf, WHEN } from '../../tests/builders/plans.ts';
import { monthsOf } from './months.ts';
import { paymentOver, readMonths, sayTermRefusal } from './term.ts';

const ORDER = debtThat({ id: 'Council Tax 2025 to 2026', owes: 1200_00 });
const REQUEST = requestOf([ORDER], { means: meansOf(220_00, 200_00) });

describe('how many months, as it is typed', () => {
	it.each([
		['24', 24],
		['24 months', 24],
		['1 month', 1],
		['2 years', 24],
		['1.5 years', 18],
		['600', 600]
	])('%j is %i', (typed, months) => {
		expect(readMonths(typed)).toEqual({ ok: true, months });
	});

	it.each([
		['', 'not-months'],
		['two years', 'not-months'],
		['1e3', 'not-months'],
		['0', 'no-months'],
		['0 months', 'no-months'],
		['-3', 'no-months'],
		['2.5', 'part-of-a-month'],
		['99999999999999999999', 'part-of-a-month']
	])('%j is none: %s', (typed, because) => {
		expect(readMonths(typed)).toEqual({ ok: false, refusal: { because } });
	});
});

describe('a plan over so many months', () => {
	it.each([
		[24, 50_00],
		[12, 100_00],
		// £92.30 to the penny, and as long in whole pounds.
		[13, 93_00],
		// £21 would be over sooner.
		[59, 20_34],
		[60, 20_00],
		[6, 200_00]
	])('%i months take the least that is over by then', (months, amount) => {
		expect(paymentOver(months, { when: WHEN, request: REQUEST })).toEqual({ ok: true, amount });
		expect(monthsOf(planned(offerOf(amount), REQUEST))).toBe(months);
	});

	it.each([
		[
			600,
			'600 months is longer than anybody may agree. 60 months is the longest, at £20.00 a month.'
		],
		[
			5,
			'Over 5 months it takes £240.00 a month, more than can be agreed. 6 months is the shortest, at £200.00 a month.'
		]
	])('%i months are refused with the nearest that works', (months, says) => {
		const found = paymentOver(months, { when: WHEN, request: REQUEST });
		if (found.ok) throw new Error('There is a plan.');
		expect(sayTermRefusal(found.refusal)).toBe(says);
	});

	it('counts months and not payments where somebody pays weekly', () => {
		const when = { ...WHEN, rhythm: 'weekly' } as const;
		const found = paymentOver(12, { when, request: REQUEST });
		if (!found.ok) throw new Error('There is no plan.');
		const plan = planned(offerOf(found.amount, when), REQUEST);
		expect([monthsOf(plan), plan.payments.length]).toEqual([12, 53]);
	});

	it('is none where nothing can be planned', () => {
		const poor = requestOf([ORDER], { means: meansOf(15_00, 5_00) });
		expect(paymentOver(24, { when: WHEN, request: poor })).toMatchObject({
			refusal: { because: 'no-plan' }
		});
	});
});
