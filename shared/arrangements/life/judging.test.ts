import { describe, expect, it } from 'vitest';
import { POLICY } from '../../../tests/builders/plans.ts';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { dueUpTo, judge, settle, type LifeFacts } from './judging.ts';
import { promiseNow } from './promised.ts';

const DECEMBER = { number: 1, dueOn: day('2026-12-01'), amount: pence(100_00) };
const JANUARY = { number: 2, dueOn: day('2027-01-01'), amount: pence(100_00) };

const FACTS: LifeFacts = {
	state: 'active',
	instalments: [DECEMBER, JANUARY],
	paid: pence(0),
	left: pence(500_00),
	mayAsk: pence(500_00),
	cameBack: null,
	isHeld: false
};

function judged(change: Partial<LifeFacts>, today: string): string {
	const { left } = { ...FACTS, ...change };
	const decided = judge(
		{ ...FACTS, mayAsk: left, ...change },
		{ today: day(today), policy: POLICY }
	);
	return decided ? decided.event : 'nothing';
}

describe('what a night does to an arrangement', () => {
	it.each([
		['the last of the five working days', {}, '2026-12-08', 'nothing'],
		['the day after', {}, '2026-12-09', 'missed'],
		['95% paid', { paid: pence(95_00) }, '2026-12-09', 'nothing'],
		['a penny under 95%', { paid: pence(94_99) }, '2026-12-09', 'missed'],
		[
			'paid out of turn: the oldest is settled first',
			{ paid: pence(100_00) },
			'2027-01-12',
			'missed'
		],
		['both paid', { paid: pence(200_00) }, '2027-01-12', 'nothing'],
		['more came back than was paid', { paid: pence(-50_00) }, '2026-12-09', 'missed'],
		['somebody else paid the rest', { paid: pence(0), left: pence(1_50) }, '2026-12-09', 'nothing'],
		[
			'somebody else’s plan asks for the rest first',
			{ mayAsk: pence(1_50) },
			'2026-12-09',
			'nothing'
		],
		[
			'late, and somebody else asked first',
			{ state: 'late', mayAsk: pence(0) },
			'2026-12-20',
			'nothing'
		],
		['nothing may be asked and much is left', { mayAsk: pence(0) }, '2026-12-09', 'nothing'],
		['nothing is owed', { left: pence(0) }, '2026-11-20', 'paid-off'],
		[
			'nothing is owed of one that is late',
			{ state: 'late', left: pence(0) },
			'2026-12-09',
			'paid-off'
		],
		['held: nothing is asked', { isHeld: true }, '2026-12-09', 'nothing'],
		['late and still unpaid, long after', { state: 'late' }, '2027-06-01', 'nothing'],
		['late and put right', { state: 'late', paid: pence(100_00) }, '2026-12-20', 'put-right'],
		['broken is a leader’s alone', { state: 'broken' }, '2027-06-01', 'nothing'],
		['a completed one whose payment came back', { state: 'completed' }, '2027-06-01', 'reopened'],
		['a completed one', { state: 'completed', left: pence(0) }, '2027-06-01', 'nothing']
	] as const)('%s', (_, change, today, expected) => {
		expect(judged(change, today)).toBe(expected);
	});

	it.each([
		['2026-12-04', 'nothing'],
		['2026-12-05', 'missed']
	])('looks at a Direct Debit that came back on the 4th on %s: %s', (today, expected) => {
		const cameBack = { on: day('2026-12-04'), retryOn: null };
		expect(judged({ cameBack }, today)).toBe(expected);
	});

	it('waits for the day on which a Direct Debit is asked for once more', () => {
		const cameBack = { on: day('2026-12-04'), retryOn: day('2026-12-15') };
		expect(judged({ cameBack }, '2026-12-22')).toBe('nothing');
		expect(judged({ cameBack }, '2026-12-23')).toBe('missed');
	});

	it('settles the oldest first, and never more than there is', () => {
		const paid = (sum: number) => settle([DECEMBER, JANUARY], pence(sum)).map((one) => one.paid);
		expect(paid(150_00)).toEqual([100_00, 50_00]);
		expect(paid(999_00)).toEqual([100_00, 100_00]);
		expect(paid(-5)).toEqual([0, 0]);
	});

	it('has the database look for what the rule can judge', () => {
		expect(dueUpTo(day('2026-12-08'), POLICY)).toBe('2026-11-30');
		expect(dueUpTo(day('2026-12-09'), POLICY)).toBe('2026-12-01');
	});
});

describe('L8: a promise of £50 by the 3rd', () => {
	const promise = { amount: pence(50_00), byOn: day('2026-12-03'), holdsUntil: day('2026-12-10') };

	it.each([
		[50_00, '2026-11-20', 'kept'],
		[48_00, '2026-12-03', 'kept'],
		[47_49, '2026-12-10', 'live'],
		[47_49, '2026-12-11', 'broken'],
		[0, '2026-12-03', 'live']
	])('with %i paid on %s is %s', (paid, today, expected) => {
		const facts = { ...promise, paid: pence(paid) };
		expect(promiseNow(facts, { today: day(today), policy: POLICY })).toBe(expected);
	});
});
