import { describe, expect, it } from 'vitest';
import { DEMO_DAY, POLICY } from '../../../tests/builders/plans.ts';
import { pence } from '../../money/pence.ts';
import { addDays, day } from '../../time/day.ts';
import { promiseFor } from '../promise.ts';
import { mayAgreeAgain, mayGiveBreak, notBroken, noticeEndsOn } from './broken.ts';
import { firstMiss, isKept, isTriedAgain, judgedOn } from './kept.ts';
import { reviewDays } from './review.ts';

const instalment = { due: pence(110_00), dueOn: day('2026-12-24'), returnedOn: null };

describe('L1: an instalment', () => {
	it.each([
		[110_00, 104_50, true],
		[110_00, 104_49, false],
		[20_00, 18_00, true],
		[20_00, 17_99, false],
		[1_00, 0, true]
	])('of %i with %i paid is kept: %s', (due, paid, kept) => {
		const one = { ...instalment, due: pence(due) };
		expect(isKept(pence(paid), one, POLICY.L1.value)).toBe(kept);
	});

	it('is looked at five working days after it was due, a Direct Debit the day after its return', () => {
		expect(judgedOn(instalment, POLICY.L1.value)).toBe('2027-01-05');
		const returned = { ...instalment, returnedOn: day('2026-12-30') };
		expect(judgedOn(returned, POLICY.L1.value)).toBe('2026-12-31');
	});
});

describe('L2: a first miss', () => {
	it('offers a call on day 6 and gives 14 days', () => {
		expect(firstMiss(DEMO_DAY, POLICY.L2.value)).toEqual({
			callOn: '2026-11-25',
			putRightBy: '2026-12-03'
		});
	});

	it.each([
		['0', 1, true],
		['0', 2, false],
		['1', 1, false]
	])('with return code %s, tried %i times, is tried again: %s', (code, timesTried, again) => {
		expect(isTriedAgain({ code, timesTried }, POLICY.L2.value)).toBe(again);
	});
});

describe('L3 and L4: broken', () => {
	const miss = {
		putRightBy: DEMO_DAY,
		today: addDays(DEMO_DAY, 1),
		lookedAtBy: 'leader',
		hasHold: false,
		supportNeedUnreviewed: false
	} as const;

	it.each([
		[{}, null],
		[{ lookedAtBy: 'manager' }, null],
		[{ lookedAtBy: 'officer' }, 'not-looked-at'],
		[{ lookedAtBy: null }, 'not-looked-at'],
		[{ today: DEMO_DAY }, 'still-time'],
		[{ hasHold: true }, 'held'],
		[{ supportNeedUnreviewed: true }, 'support-need-unreviewed']
	] as const)('%j: %s', (change, because) => {
		expect(notBroken({ ...miss, ...change }, POLICY.L3.value)).toBe(because);
	});

	it('gives seven days by letter', () => {
		expect(noticeEndsOn(DEMO_DAY, POLICY.L4.value)).toBe('2026-11-26');
	});
});

describe('L5 and L6: again, and a break', () => {
	it.each([
		[[], 'officer', false],
		[['2026-06-01'], 'officer', false],
		[['2026-06-01', '2026-09-01'], 'leader', false],
		[['2025-11-19', '2026-06-01', '2026-09-01'], 'leader', false],
		[['2025-11-20', '2026-06-01', '2026-09-01'], 'manager', true]
	])('after %j: the %s, with debt advice %s', (broken, role, advice) => {
		const again = mayAgreeAgain(broken.map(day), { today: DEMO_DAY, policy: POLICY });
		expect(again).toMatchObject({ role, offerDebtAdvice: advice });
	});

	it.each([
		[1, 'officer'],
		[2, 'leader'],
		[3, 'leader'],
		[4, null]
	])('%i months off in a year: %s', (months, role) => {
		expect(mayGiveBreak(months, POLICY.L6.value)).toBe(role);
	});
});

describe('L7: reviews', () => {
	it.each([
		['2027-11-01', []],
		['2027-12-01', ['2027-06-01', '2027-12-01']],
		['2028-11-30', ['2027-06-01', '2027-12-01', '2028-06-01']]
	])('of a plan to %s are on %j', (lastOn, days) => {
		const plan = { firstOn: day('2026-12-01'), lastOn: day(lastOn) };
		expect(reviewDays(plan, POLICY.L7.value)).toEqual(days);
	});
});

describe('L8: a promise', () => {
	const asked = { by: day('2026-12-03'), today: DEMO_DAY, other: null, isInMoratorium: false };

	it.each([
		[{}, 'officer'],
		[{ by: day('2026-12-04') }, 'leader'],
		[{ by: day('2026-12-17') }, 'leader'],
		[{ by: day('2026-12-18') }, 'too-late'],
		[{ by: day('2026-11-18') }, 'in-the-past'],
		[{ other: 'live' }, 'one-is-live'],
		[{ other: 'broken' }, 'two-running'],
		[{ isInMoratorium: true }, 'in-moratorium']
	] as const)('%j: %s', (change, result) => {
		const promised = promiseFor({ ...asked, ...change }, POLICY.L8.value);
		expect(promised.ok ? promised.role : promised.because).toBe(result);
	});

	it('holds the next step until five working days after', () => {
		expect(promiseFor(asked, POLICY.L8.value)).toMatchObject({ holdsUntil: '2026-12-10' });
	});
});
