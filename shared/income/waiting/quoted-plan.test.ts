import { describe, expect, it } from 'vitest';
import { day } from '../../time/day.ts';
import { sayQuotedPlan } from './quoted-plan.ts';

const PLAN = { number: 'NA 2026 000 001', sinceOn: day('2027-05-03') };

const said = (state: string, isOwed: boolean) =>
	sayQuotedPlan({ ...PLAN, state, isOwed }).replaceAll('\u00a0', ' ');

describe('money that quotes a plan and waits', () => {
	it('says that the plan was paid up, and what to do', () => {
		expect(said('completed', false)).toBe(
			'It quotes plan NA 2026 000 001, which was paid up on 3 May 2027. Nothing is owed any more on its accounts. Place it on another account that the payer means, or give it back. A standing order for it is theirs to cancel.'
		);
	});

	it.each([
		['cancelled', 'which was cancelled on 3 May 2027'],
		['superseded', 'which ended, with another plan in its place, on 3 May 2027'],
		['broken', 'which was broken on 3 May 2027'],
		['late', 'which runs']
	])('says of one that is %s how it stands', (state, says) => {
		expect(said(state, false)).toContain(says);
	});

	it('does not say that nothing is owed where something is', () => {
		expect(said('active', true)).not.toContain('Nothing is owed');
	});
});
