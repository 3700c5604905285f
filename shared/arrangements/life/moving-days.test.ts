import { describe, expect, it } from 'vitest';
import { DEMO_DAY, POLICY } from '../../../tests/builders/plans.ts';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { breakFor, variedFor, type Moving, type Planned } from './moving-days.ts';

const PLANNED: Planned[] = ['2026-11-01', '2026-12-01', '2027-01-01'].map((dueOn, at) => ({
	number: at + 1,
	dueOn: day(dueOn),
	amount: pence(100_00),
	method: at === 2 ? 'direct-debit' : 'card'
}));

function said(moving: Moving): string {
	return moving.ok
		? moving.days.map(({ number, dueOn, takenOn }) => `${number} ${dueOn} ${takenOn}`).join(', ')
		: moving.because;
}

describe('L6: a break', () => {
	const asked = { monthsBefore: 0, role: 'officer', today: DEMO_DAY, policy: POLICY } as const;

	it.each([
		[{ months: 1 }, '2 2027-01-01 2027-01-01, 3 2027-02-01 2027-02-01'],
		[{ months: 2 }, 'above-your-authority'],
		[{ months: 1, monthsBefore: 1 }, 'above-your-authority'],
		[{ months: 3, role: 'leader' }, '2 2027-03-01 2027-03-01, 3 2027-04-01 2027-04-01'],
		[{ months: 4, role: 'manager' }, 'break-too-long'],
		[{ months: 1, today: day('2027-01-02') }, 'nothing-to-come']
	] as const)('%j: %s', (change, expected) => {
		expect(said(breakFor(PLANNED, { ...asked, ...change }))).toBe(expected);
	});
});

describe('another pay day', () => {
	it.each([
		['2026-12-05', '2 2026-12-05 2026-12-05, 3 2027-01-05 2027-01-05'],
		['2026-11-18', 'in-the-past'],
		['2026-12-01', 'same-day'],
		['2027-01-02', 'too-late']
	])('from %s: %s', (nextOn, expected) => {
		const asked = { nextOn: day(nextOn), today: DEMO_DAY, policy: POLICY };
		expect(said(variedFor(PLANNED, asked))).toBe(expected);
	});

	it('gives a Direct Debit its ten working days', () => {
		const asked = { nextOn: day('2026-12-24'), today: day('2026-12-15'), policy: POLICY };
		expect(said(variedFor(PLANNED, asked))).toBe('too-little-notice');
	});
});
