import { describe, expect, it } from 'vitest';
import { pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import { decisionRefusal, sayDecision, type ClaimDecision } from './claim-decision.ts';

const AT = { startedOn: day('2026-10-05'), today: day('2026-11-19') };
const AWARD: ClaimDecision = {
	answer: 'awarded',
	on: day('2026-11-10'),
	awarded: pence(412_00),
	fromOn: day('2026-04-01')
};

describe('the decision of a claim', () => {
	it.each<[string, Partial<ClaimDecision>, string | null]>([
		['an award', {}, null],
		['of a penny', { awarded: pence(1) }, null],
		['from before the claim, as awards may be', { fromOn: day('2025-04-01') }, null],
		['from no day that is known', { fromOn: null }, null],
		['made today', { on: day('2026-11-19') }, null],
		['made tomorrow', { on: day('2026-11-20') }, 'in-the-future'],
		['made on the day of the claim', { on: day('2026-10-05') }, null],
		['made before the claim', { on: day('2026-10-04') }, 'before-the-claim'],
		['of nothing', { awarded: pence(0) }, 'no-award'],
		['of less than nothing', { awarded: pence(-5) }, 'no-award'],
		['without a sum', { awarded: null }, 'no-award'],
		['of a slip of the hand', { awarded: pence(100_000_01) }, 'too-much'],
		['a refusal needs no sum', { answer: 'refused', awarded: null, fromOn: null }, null],
		['nor does one not gone on with', { answer: 'withdrawn', awarded: null, fromOn: null }, null]
	])('%s', (_, change, because) => {
		expect(decisionRefusal({ ...AWARD, ...change }, AT)).toBe(because);
	});

	it('is said with what it is worth and from when', () => {
		expect(sayDecision('council-tax-support', AWARD)).toBe(
			'Council Tax Support awarded: £412.00, from 1\u00a0April\u00a02026'
		);
		expect(sayDecision('council-tax-support', { ...AWARD, answer: 'refused' })).toBe(
			'Council Tax Support refused'
		);
	});
});
