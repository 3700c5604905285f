import { describe, expect, it } from 'vitest';
import { ID, input, promised } from '../../tests/builders/outcomes.ts';
import { POLICY } from '../../tests/builders/plans.ts';
import { day, instant } from '../time/day.ts';
import { covers, lapsesAt, mayAnswer, needsOf, roleFor } from './approval.ts';
import type { StagedOutcome } from './outcome.ts';
import { readBack } from './read-back.ts';

describe('what a leader is asked', () => {
	function needs(staged: StagedOutcome[]) {
		const made = { ...input(60, { staged }), planned: null };
		const said = readBack(made);
		if (!said.ok) throw new Error('There is no read-back.');
		return needsOf(said, { own: 'officer', input: made });
	}
	const longer = promised({ by: day('2026-12-10') });

	it('is only what is above the officer', () => {
		expect(needs([promised()])).toEqual([]);
		expect(needs([longer]).map(({ id, role }) => [id, role])).toEqual([[ID, 'leader']]);
		expect(roleFor(needs([longer]))).toBe('leader');
	});

	it.each([
		['granted in these figures', 'granted', longer, true],
		['granted in other figures', 'granted', promised({ by: day('2026-12-11') }), false],
		['still waiting', 'waiting', longer, false],
		['timed out', 'timed-out', longer, false],
		['refused', 'refused', longer, false]
	] as const)('%s', (_, state, committed, isCovered) => {
		expect(covers({ state, needs: needs([longer]) }, needs([committed]))).toBe(isCovered);
	});

	it('needs no answer for what is the officer’s own', () => {
		expect(covers(null, [])).toBe(true);
	});

	it('has three minutes', () => {
		const { minutes } = POLICY.A1.value;
		expect(lapsesAt(instant('2026-11-19T10:00:00Z'), { minutes })).toBe('2026-11-19T10:03:00.000Z');
	});

	const asked = { state: 'opened', officerId: 'priya', role: 'leader', leaderId: 'ruth' } as const;
	it.each([
		['the leader who opened it', asked, { id: 'ruth', role: 'leader' }, null],
		[
			'a manager, while nobody has it',
			{ ...asked, leaderId: null },
			{ id: 'marcus', role: 'manager' },
			null
		],
		['who asked', asked, { id: 'priya', role: 'leader' }, 'own-request'],
		['another officer', asked, { id: 'tom', role: 'officer' }, 'not-yours-to-decide'],
		['an administrator', asked, { id: 'alice', role: 'administrator' }, 'not-yours-to-decide'],
		[
			'a leader, of what is a manager’s',
			{ ...asked, role: 'manager' },
			{ id: 'ruth', role: 'leader' },
			'not-yours-to-decide'
		],
		[
			'another leader, once it is open',
			asked,
			{ id: 'grace', role: 'leader' },
			'not-opened-by-you'
		],
		[
			'anybody, once it is over',
			{ ...asked, state: 'timed-out' },
			{ id: 'ruth', role: 'leader' },
			'not-open'
		]
	] as const)('may be answered by %s or not', (_, of, person, because) => {
		expect(mayAnswer(of, person)).toBe(because);
	});
});
