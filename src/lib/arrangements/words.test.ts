import { describe, expect, it } from 'vitest';
import { debtThat } from '../../../tests/builders/debts.ts';
import { meansOf, offerOf, planned, requestOf, WHEN } from '../../../tests/builders/plans.ts';
import { alternatives } from '#shared/arrangements/suggesting/suggestion.ts';
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import {
	authorityText,
	clearText,
	endsText,
	firstByText,
	holidayText,
	isAboutFirstDay,
	leavesText,
	lengthText,
	mayAgreeText,
	namedPlans,
	sliderText,
	tryText
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

describe('plans to choose from', () => {
	const long = requestOf([debtThat({ id: 'order', owes: 2500_00 })], {
		means: meansOf(160_62, 144_56)
	});
	const choices = alternatives(WHEN, long);
	const shown = (amount: number | null) =>
		namedPlans(choices, {
			offered: amount === null ? null : planned(offerOf(amount), long),
			by: 'customer'
		}).map(({ name, plan: { offer }, isChosen, isNext }) => [
			name,
			offer.amount,
			isChosen ? 'chosen' : isNext ? 'next' : ''
		]);

	it('are each better than the others at something, with what we suggest before anything is offered', () => {
		expect(shown(null)).toEqual([
			['Suggested', 105_00, 'next'],
			['Ends soonest', 144_56, ''],
			['Smallest', 70_00, '']
		]);
	});

	it('have their own figure before them, or it is one of them', () => {
		expect(shown(60_00)[0]).toEqual(['Their figure', 60_00, 'chosen']);
		expect(shown(60_00)).toHaveLength(4);
		expect(shown(105_00)[0]).toEqual(['Suggested', 105_00, 'chosen']);
		expect(shown(105_00)).toHaveLength(3);
	});

	it('say how many payments, and to when', () => {
		expect(spaced(endsText(plan))).toBe('3 payments, to Feb 2027');
	});
});

it.each([
	[100_00, 'Leaves £44.56 usable'],
	[144_56, 'All that is usable'],
	[150_00, 'More than is usable']
])('of £144.56 usable %i: %s', (amount, says) => {
	expect(leavesText(pence(amount), pence(144_56))).toBe(says);
});

describe('a first payment on a bank holiday', () => {
	const on = day('2026-12-25');
	const when = { firstOn: on, nextPayDay: null, rhythm: 'monthly' } as const;
	const asked = { ...request, today: day('2026-12-01') };

	it.each([
		[
			'card',
			'25 December 2026 is a bank holiday (Christmas Day): by card it is paid that day all the same.'
		],
		[
			'direct-debit',
			'25 December 2026 is a bank holiday (Christmas Day), so it is taken on 29 December 2026.'
		]
	] as const)('by %s: %s', (method, says) => {
		expect(spaced(holidayText(planned(offerOf(100_00, { ...when, method }), asked)))).toBe(says);
	});

	it('is said of no other day', () => {
		expect(holidayText(plan)).toBeNull();
	});
});

describe('a refusal on the screen', () => {
	it.each([
		[{ amount: pence(144_56) }, 'Try £144.56'],
		[{ firstOn: day('2026-12-08') }, 'Try 8 December 2026'],
		[{ amount: pence(90_00), firstOn: day('2026-12-08') }, 'Try £90.00 from 8 December 2026'],
		[{ amount: pence(20_00), rhythm: 'weekly' }, 'Try £20.00 a week']
	] as const)('offers the nearest that works: %o', (change, says) => {
		const asked = offerOf(200_00);
		expect(spaced(tryText({ ...asked, ...change }, asked))).toBe(says);
	});

	const by = day('2027-03-31');
	it('may be about the day and not the amount', () => {
		expect(isAboutFirstDay({ because: 'first-payment-late', latest: by })).toBe(true);
		expect(isAboutFirstDay({ because: 'no-amount' })).toBe(false);
	});

	it('says who may change it, where somebody may', () => {
		expect(mayAgreeText('leader')).toBe('A team leader may change that.');
		expect(mayAgreeText(null)).toBe('');
	});
});
