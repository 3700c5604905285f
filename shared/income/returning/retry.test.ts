import { describe, expect, it } from 'vitest';
import { day } from '../../time/day.ts';
import { retryOn } from './retry.ts';

describe('a payment that is asked for once more', () => {
	const policy = { directDebitWorkingDays: 10 };
	it.each([
		[
			'on the next pay day that leaves ten working days',
			['2026-12-01', '2027-01-01'],
			'2027-01-04'
		],
		['on a pay day just far enough off', ['2026-12-03'], '2026-12-03'],
		['not on one a day too early', ['2026-12-02', '2027-01-04'], '2027-01-04'],
		['moved off a Saturday', ['2026-12-05'], '2026-12-07'],
		['after the notice where there is no pay day', [], '2026-12-03']
	] as const)('is %s', (_when, payDays, expected) => {
		const asked = { today: day('2026-11-19'), payDays: payDays.map((on) => day(on)) };
		expect(retryOn(asked, policy)).toBe(expected);
	});
});
