import { describe, expect, it } from 'vitest';
import { day } from '../time/day.ts';
import type { Hold } from './debt.ts';
import { holdLabel, holdsInForce, HOLDS, isPaused } from './holds.ts';

const GARETH: Hold = {
	kind: 'breathing-space',
	fromOn: day('2026-11-08'),
	untilOn: day('2027-01-06')
};

describe('a hold', () => {
	it.each([
		['the day before it begins', '2026-11-07', false],
		['its first day', '2026-11-08', true],
		['day 60, the last protected day', '2027-01-06', true],
		['the day after', '2027-01-07', false]
	])('%s', (_name, today, expected) => {
		expect(isPaused({ holds: [GARETH] }, day(today))).toBe(expected);
	});

	it('without an end goes on', () => {
		const open: Hold = { kind: 'deceased', fromOn: day('2026-11-19'), untilOn: null };
		expect(holdsInForce({ holds: [open, GARETH] }, day('2030-01-01'))).toEqual([open]);
	});

	it('made for another person never says why it protects this one', () => {
		expect(holdLabel(GARETH)).toBe('Breathing space');
		expect(holdLabel({ ...GARETH, mine: false })).toBe('Recovery paused');
	});

	it('protects everyone liable in a moratorium and only the person in insolvency', () => {
		expect(HOLDS['breathing-space'].protectsOthers).toBe(true);
		expect(HOLDS['mental-health-crisis'].protectsOthers).toBe(true);
		expect(HOLDS.insolvency.protectsOthers).toBe(false);
	});
});
