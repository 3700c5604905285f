import { describe, expect, it } from 'vitest';
import { debtThat } from '../../../tests/builders/debts.ts';
import { meansOf, offerOf, planned, requestOf, WHEN } from '../../../tests/builders/plans.ts';
import type { PlanRefusal } from '#shared/arrangements/refusals.ts';
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import {
	authorityText,
	clearText,
	firstByText,
	isAboutFirstDay,
	lengthText,
	mayAgreeText,
	nearestIn,
	sliderText
} from './words.ts';

const spaced = (text: string | null) => text?.replaceAll('\u00a0', ' ');
const request = requestOf([debtThat({ id: 'order', owes: 250_00 })], {
	means: meansOf(160_62, 144_56)
});
const plan = planned(offerOf(100_00), request);

describe('a plan on the screen', () => {
	it('says how many payments, and the last', () => {
		expect(spaced(lengthText(plan))).toBe('3 payments, the last £50.00 on 1 February 2027');
		const once = planned(offerOf(250_00), requestOf([debtThat({ id: 'order', owes: 250_00 })]));
		expect(spaced(lengthText(once))).toBe('One payment, on 1 December 2026');
	});

	it('says how the first is paid where the rest are paid otherwise', () => {
		expect(firstByText(plan)).toBeNull();
		const byDebit = planned(offerOf(100_00, { method: 'direct-debit' }), request);
		expect(spaced(firstByText(byDebit))).toBe(
			'The first by card, then by Direct Debit from 4 January 2027.'
		);
	});

	it.each([
		['officer', 'officer', 'Within your limit'],
		['leader', 'officer', 'Needs a team leader'],
		['leader', 'leader', 'Within your limit'],
		['officer', 'manager', 'Within your limit'],
		['manager', 'leader', 'Needs a manager']
	] as const)('that needs the %s, to the %s: %s', (role, own, says) => {
		expect(authorityText(role, own)).toBe(says);
	});

	it('is spoken with its figure', () => {
		expect(spaced(sliderText(pence(100_00), { ok: true, plan }, WHEN.rhythm))).toBe(
			'£100.00 a month, 3 payments, the last £50.00 on 1 February 2027'
		);
		const refusal = { because: 'no-amount' } as const;
		expect(sliderText(pence(0), { ok: false, refusal }, 'weekly')).toBe('£0.00 a week');
	});

	it('has a month for each debt', () => {
		expect(spaced(clearText(day('2027-11-01')))).toBe('Nov 2027');
	});
});

describe('a refusal on the screen', () => {
	const by = day('2027-03-31');
	const amount = pence(12_00);

	it.each<[PlanRefusal, number | null]>([
		[{ because: 'above-left', left: amount, most: amount }, 12_00],
		[{ because: 'above-left', left: pence(0), most: pence(0) }, null],
		[{ because: 'above-usable', usable: amount, most: amount }, 12_00],
		[
			{
				because: 'minimums',
				on: by,
				rhythm: 'weekly',
				due: amount,
				short: amount,
				nearest: amount,
				certificate: { payDays: 1, debts: [], due: 24_00, canBePaid: 12_00 }
			},
			12_00
		],
		[{ because: 'no-amount' }, null]
	])('%j: the nearest that works is %s', (refusal, nearest) => {
		expect(nearestIn(refusal)).toBe(nearest);
	});

	it('may be about the day and not the amount', () => {
		expect(isAboutFirstDay({ because: 'first-payment-late', latest: by })).toBe(true);
		expect(isAboutFirstDay({ because: 'no-amount' })).toBe(false);
	});

	it('says who may change it, where somebody may', () => {
		expect(mayAgreeText('leader')).toBe('A team leader may change that.');
		expect(mayAgreeText(null)).toBe('');
	});
});
