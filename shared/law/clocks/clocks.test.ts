import { describe, expect, it } from 'vitest';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { breathingSpace, crisisLastDay, isCurrentYearIn } from './breathing-space.ts';
import { benefitChallenge, claimNotBefore, firstVisitOn } from './claims.ts';
import { isSummonsInTime, lastDayToApply, reminderClock } from './council-tax.ts';
import { chargeCertificateAdds, lastDayToPayOrChallenge, orderForRecoveryFrom } from './parking.ts';

describe('the clocks of council tax', () => {
	it('make the whole balance due fourteen days after a reminder', () => {
		expect(reminderClock(day('2026-11-09'))).toEqual({
			lastDayToPay: '2026-11-15',
			wholeBalanceDueStrictly: '2026-11-22',
			wholeBalanceDueOn: '2026-11-23'
		});
	});

	it.each([
		['2026-12-16', true],
		['2026-12-15', false],
		['2026-12-10', false]
	])('a summons of 1 December is in time for a hearing on %s: %s', (hearingOn, isInTime) => {
		expect(isSummonsInTime({ on: day('2026-12-01'), hearingOn: day(hearingOn) })).toBe(isInTime);
	});

	it.each([
		['2020-11-26', '2026-11-25'],
		['2020-06-01', '2026-05-31']
	])('for a sum due on %s the last day to apply is %s', (dueOn, last) => {
		expect(lastDayToApply(day(dueOn))).toBe(last);
	});
});

describe('breathing space', () => {
	it.each([
		['2026-11-07', '2026-11-08', '2027-01-06'],
		['2026-12-18', '2026-12-19', '2027-02-16']
	])('entered on %s protects from %s to %s', (enteredOn, startsOn, lastDay) => {
		expect(breathingSpace(day(enteredOn))).toMatchObject({ startsOn, lastDay });
	});

	it('in a crisis lasts thirty days after treatment', () => {
		expect(crisisLastDay(day('2026-12-10'))).toBe('2027-01-09');
	});

	it.each([
		[true, false, true, true],
		[false, true, true, true],
		[false, true, false, false],
		[false, false, true, false]
	])(
		'has this year in it where a reminder is served %s, all has fallen due %s, some is unpaid %s: %s',
		(reminderServed, allInstalmentsHaveFallenDue, anyIsUnpaid, isIn) => {
			expect(isCurrentYearIn({ reminderServed, allInstalmentsHaveFallenDue, anyIsUnpaid })).toBe(
				isIn
			);
		}
	);
});

describe('the other clocks', () => {
	it('no claim is made for thirty days after its letter', () => {
		expect(claimNotBefore(day('2026-12-04'))).toBe('2027-01-04');
	});

	it('a benefit decision can be challenged late for thirteen months', () => {
		expect(benefitChallenge(day('2026-06-03'))).toEqual({
			inTime: '2026-07-03',
			late: '2027-07-03'
		});
	});

	it('agents give seven clear days', () => {
		expect(firstVisitOn(day('2026-11-02'))).toBe('2026-11-10');
	});

	it('a penalty is paid or challenged in 28 days, the day of service counted', () => {
		expect(lastDayToPayOrChallenge(day('2026-11-11'))).toBe('2026-12-08');
		expect(chargeCertificateAdds(pence(70_00))).toBe(35_00);
		expect(orderForRecoveryFrom(day('2026-11-11'))).toBe('2026-11-25');
	});
});
