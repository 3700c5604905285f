import { describe, expect, it } from 'vitest';
import { POLICY } from '../../../tests/builders/plans.ts';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { reviewDue, sayDecided, type Decided, type Reviewed } from './review.ts';

const PLAN: Reviewed = {
	firstOn: day('2026-12-01'),
	lastOn: day('2028-05-01'),
	agreedOn: day('2026-11-19'),
	reviewedOn: null,
	decidedOn: null
};

describe('L7: a plan is looked at again', () => {
	it.each<[string, Partial<Reviewed>, string, string | null]>([
		['when it was just agreed', {}, '2026-11-19', null],
		['the day before the bill', {}, '2027-03-31', null],
		['on the bill', {}, '2027-04-01', '2027-04-01 bill'],
		['after six months', { reviewedOn: day('2027-04-02') }, '2027-06-01', '2027-06-01 months'],
		['not within a year', { lastOn: day('2027-03-01') }, '2027-06-01', null],
		[
			'on a decision that came on the day it was agreed',
			{ decidedOn: day('2026-11-19') },
			'2026-11-19',
			'2026-11-19 decision'
		],
		['before the decision is known', { decidedOn: day('2026-12-02') }, '2026-12-01', null],
		[
			'on the decision first, where a bill came since',
			{ decidedOn: day('2027-01-10') },
			'2027-05-01',
			'2027-01-10 decision'
		],
		['once the bill was looked at', { reviewedOn: day('2027-04-01') }, '2027-05-31', null]
	])('%s', (_, change, today, due) => {
		const found = reviewDue({ ...PLAN, ...change }, { today: day(today), policy: POLICY });
		expect(found && `${found.on} ${found.why}`).toBe(due);
	});

	it.each<[Partial<Decided>, string]>([
		[{}, 'Council Tax Support was awarded, £412.00. Look at what is left each month.'],
		[
			{ debts: ['This year’s bill'] },
			'Council Tax Support was awarded, £412.00. The bill of This year’s bill is less once its source says so. Look at what is left each month.'
		],
		[
			{ debts: ['The order'], isInPlan: true },
			'Council Tax Support was awarded, £412.00. Once its source takes it off The order, the last payments of this plan fall away.'
		],
		[
			{ answer: 'refused', awarded: null, debts: ['The order'] },
			'Council Tax Support was refused: The order is due as it was.'
		],
		[{ answer: 'refused', awarded: null }, 'Council Tax Support was refused.'],
		[
			{ entitlement: 'of-an-older-log' },
			'A claim was awarded, £412.00. Look at what is left each month.'
		]
	])('a decision %j says what it means', (change, says) => {
		const decided: Decided = {
			entitlement: 'council-tax-support',
			answer: 'awarded',
			on: day('2026-11-19'),
			awarded: pence(412_00),
			fromOn: null,
			debts: [],
			isInPlan: false
		};
		expect(sayDecided({ ...decided, ...change })).toBe(says);
	});
});
