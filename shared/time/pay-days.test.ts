import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, day } from './day.ts';
import { payDayAt, payDaysOf, payDaysUntil, RHYTHMS, type Rhythm } from './pay-days.ts';

describe('pay-days', () => {
	it.each([
		['weekly', '2026-12-11', ['2026-12-11', '2026-12-18', '2026-12-25', '2027-01-01']],
		['fortnightly', '2026-12-18', ['2026-12-18', '2027-01-01', '2027-01-15', '2027-01-29']],
		['four-weekly', '2026-11-27', ['2026-11-27', '2026-12-25', '2027-01-22', '2027-02-19']],
		['monthly', '2026-12-01', ['2026-12-01', '2027-01-01', '2027-02-01', '2027-03-01']],
		['monthly', '2027-12-31', ['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31']],
		['monthly', '2027-01-30', ['2027-01-30', '2027-02-28', '2027-03-30', '2027-04-30']]
	] as const)('%s from %s are %j', (rhythm, firstOn, expected) => {
		expect(payDaysOf({ rhythm, firstOn: day(firstOn) }, 4)).toEqual(expected);
	});

	it.each([
		['monthly', '2026-12-01', '2027-03-31', 4],
		['monthly', '2026-12-01', '2027-03-01', 4],
		['monthly', '2026-12-01', '2027-02-28', 3],
		['monthly', '2027-01-31', '2027-02-28', 2],
		['monthly', '2027-01-31', '2027-02-27', 1],
		['weekly', '2026-12-04', '2026-12-03', 0],
		['weekly', '2026-12-04', '2026-12-10', 1],
		['weekly', '2026-12-04', '2026-12-11', 2]
	] as const)('%s from %s until %s are %i', (rhythm, firstOn, until, count) => {
		expect(payDaysUntil({ rhythm, firstOn: day(firstOn) }, day(until))).toBe(count);
	});

	it('in a month are as the calendar library has them', () => {
		fc.assert(
			fc.property(fc.nat(20000), fc.nat(400), (from, index) => {
				const firstOn = addDays(day('2000-01-01'), from);
				expect(payDayAt({ rhythm: 'monthly', firstOn }, index)).toBe(addMonths(firstOn, index));
			})
		);
	});

	it('are counted as they come', () => {
		fc.assert(
			fc.property(
				fc.constantFrom<Rhythm>(...RHYTHMS),
				fc.nat(2000),
				fc.nat(1500),
				(rhythm, from, later) => {
					const firstOn = addDays(day('2026-01-01'), from);
					const until = addDays(firstOn, later);
					const count = payDaysUntil({ rhythm, firstOn }, until);
					expect(payDayAt({ rhythm, firstOn }, count - 1) <= until).toBe(true);
					expect(payDayAt({ rhythm, firstOn }, count) > until).toBe(true);
				}
			)
		);
	});
});
