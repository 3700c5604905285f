import { describe, expect, it } from 'vitest';
import { heldFor, ID, NOW, now, promised } from '../../tests/builders/outcomes.ts';
import { DEMO_DAY } from '../../tests/builders/plans.ts';
import { pence } from '../money/pence.ts';
import { addDays, day } from '../time/day.ts';
import { decide, type Circumstance, type Decided } from './decide.ts';
import type { StagedOutcome } from './outcome.ts';

const moratorium = { kind: 'breathing-space', fromOn: DEMO_DAY, untilOn: null } as const;
const earlier = { kind: 'adviser', fromOn: day('2026-10-10'), untilOn: day('2026-11-25') } as const;

const CALL = { kind: 'callback', id: ID, on: addDays(DEMO_DAY, 1), at: '10:00' } as const;

describe('who may decide', () => {
	it.each<[string, StagedOutcome, Circumstance, Partial<Decided> | object]>([
		[
			'a promise for fourteen days',
			promised(),
			NOW,
			{ ok: true, role: 'officer', until: '2026-12-10' }
		],
		['one for fifteen', promised({ by: day('2026-12-04') }), NOW, { ok: true, role: 'leader' }],
		[
			'one for twenty-nine',
			promised({ by: day('2026-12-18') }),
			NOW,
			{ ok: false, because: 'too-late' }
		],
		[
			'one for yesterday',
			promised({ by: addDays(DEMO_DAY, -1) }),
			NOW,
			{ ok: false, because: 'in-the-past' }
		],
		[
			'a second on one debt',
			promised(),
			now({ agreed: { arrangedOn: null, promise: 'live' } }),
			{ ok: false, because: 'one-is-live' }
		],
		[
			'one after one not kept',
			promised(),
			now({ agreed: { arrangedOn: null, promise: 'broken' } }),
			{ ok: false, because: 'two-running' }
		],
		[
			'one in breathing space',
			promised(),
			now({ holds: [moratorium] }),
			{ ok: false, because: 'in-moratorium' }
		],
		[
			'one for a penny too much',
			promised({ amount: pence(1184_38) }),
			NOW,
			{ ok: false, because: 'more-than-owed' }
		],
		[
			'a dispute held for 28 days',
			heldFor('dispute', 28),
			NOW,
			{ ok: true, role: 'officer', until: '2026-12-17' }
		],
		['a dispute held for 29', heldFor('dispute', 29), NOW, { ok: false, because: 'too-long' }],
		['an adviser’s 30 days', heldFor('adviser', 30), NOW, { ok: true, role: 'officer' }],
		['30 more', heldFor('adviser', 30), now({ holds: [earlier] }), { ok: true, role: 'leader' }],
		[
			'agents called back',
			{ kind: 'recall', id: ID, debtId: 'agents' },
			NOW,
			{ ok: true, role: 'leader' }
		],
		[
			'agents called back for a support need',
			{ kind: 'recall', id: ID, debtId: 'agents' },
			{ ...NOW, hasSupportNeed: true },
			{ ok: true, role: 'officer' }
		],
		[
			'a debt without agents called back',
			{ kind: 'recall', id: ID, debtId: 'order' },
			NOW,
			{ ok: false, because: 'not-with-agents' }
		],
		[
			'a debt that is not theirs',
			promised({ debtId: 'other' }),
			NOW,
			{ ok: false, because: 'no-such-debt' }
		],
		[
			'ninety days with nothing left',
			{
				kind: 'no-surplus',
				id: ID,
				debtIds: ['order'],
				days: 90,
				steps: [{ step: 'debt-advice', answer: 'done' }]
			},
			NOW,
			{ ok: true, role: 'leader', until: '2027-02-17' }
		],
		[
			'nothing left and the hold declined',
			{ kind: 'no-surplus', id: ID, debtIds: [], days: 90, steps: [] },
			NOW,
			{ ok: true, role: 'officer', until: null, cites: ['policy.P3'] }
		],
		[
			'a hold longer than policy',
			{ kind: 'no-surplus', id: ID, debtIds: ['order'], days: 91, steps: [] },
			NOW,
			{ ok: false, because: 'too-long' }
		],
		[
			'agents called back where they have Council Tax Support',
			{ kind: 'recall', id: ID, debtId: 'agents' },
			{ ...NOW, hasCouncilTaxSupport: true },
			{ ok: true, role: 'officer' }
		],
		[
			'a payment of more than is owed',
			{ kind: 'payment', id: ID, debtId: 'nursery', amount: pence(126_01), receipt: 'T-1' },
			NOW,
			{ ok: false, because: 'more-than-owed' }
		],
		[
			'a call with somebody whom the council does not name',
			{ ...CALL, about: 'debt-advice', adviser: 'Quick Loans' },
			NOW,
			{ ok: false, because: 'no-such-adviser' }
		],
		[
			'a call with an adviser of the council’s list',
			{ ...CALL, about: 'debt-advice', adviser: 'National Debtline' },
			NOW,
			{ ok: true, cites: ['policy.C1', 'policy.DA'] }
		],
		[
			'put through to somebody whom the council does not name',
			{
				kind: 'no-surplus',
				id: ID,
				debtIds: [],
				days: 90,
				steps: [{ step: 'debt-advice', answer: 'done', adviser: 'Quick Loans' }]
			},
			NOW,
			{ ok: false, because: 'no-such-adviser' }
		],
		[
			'a call back yesterday',
			{ kind: 'callback', id: ID, on: addDays(DEMO_DAY, -1), at: '10:00' },
			NOW,
			{ ok: false, because: 'in-the-past' }
		]
	])('%s', (_, outcome, circumstance, expected) => {
		expect(decide(outcome, circumstance)).toMatchObject(expected);
	});

	it('is always by a rule that is named', () => {
		expect(decide(promised(), NOW)).toMatchObject({ cites: ['policy.L8'] });
		expect(decide(heldFor('dispute', 1), NOW)).toMatchObject({ cites: ['policy.H1'] });
	});
});
