import { describe, expect, it } from 'vitest';
import { samplePolicy } from '../law/northmere/policy.ts';
import { debtThat } from '../../tests/builders/debts.ts';
import { pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import type { DebtRecord } from './debt.ts';
import type { Method } from './facts.ts';
import { nextStep } from './ladder/next-step.ts';
import { RUNGS } from './ladder/rungs.ts';
import { sumsOf } from './sums.ts';
import { PERSONAL_STAGES, toldStanding } from './told-standing.ts';

const TODAY = day('2026-11-19');
const OF_PAY: Method = {
	kind: 'earnings-order',
	sinceOn: day('2026-09-17'),
	takesPence: pence(63_13),
	every: 'month'
};

function taken(given: Partial<DebtRecord> = {}): DebtRecord {
	return debtThat({
		id: 'order',
		owes: 500_00,
		ground: 'couple',
		others: ['Dean Ashworth'],
		stage: 'AEO',
		stageOn: day('2026-09-17'),
		facts: { taxYear: 2025, method: OF_PAY },
		anothersStep: { outOfOn: day('2026-08-14') },
		...given
	});
}

describe('a joint debt taken from somebody else who owes it', () => {
	it('stands where it stood before, since then, with no method and no sum of it', () => {
		const told = toldStanding(taken());
		expect(told).toMatchObject({ stage: 'LIABILITY_ORDER', stageOn: '2026-08-14' });
		expect(told.facts).toEqual({ taxYear: 2025, stepOfAnother: true });
		expect(JSON.stringify(told)).not.toMatch(/6313|2026-09-17|earnings|AEO|anothers/);
	});

	it('stands on its own first day where nobody knows since when', () => {
		const told = toldStanding(taken({ anothersStep: { outOfOn: null } }));
		expect(told.stageOn).toBe('2025-04-01');
	});

	it('is not asked of this person, and no step follows against them', () => {
		const told = toldStanding(taken());
		expect(sumsOf(told, TODAY)).toEqual({ overdue: 0, soon: 0, later: 500_00, balance: 500_00 });
		expect(
			nextStep(told, {
				hasSupportNeed: false,
				costs: samplePolicy(TODAY),
				today: TODAY
			})
		).toBeNull();
	});

	it('of an overpayment comes out of its invoice', () => {
		const told = toldStanding(taken({ stream: 'overpayment', stage: 'DEA' }));
		expect(told.stage).toBe('INVOICE');
	});

	it('is told whole to whom it is taken from, and to one who owes it alone', () => {
		const own = debtThat({ id: 'order', owes: 500_00, stage: 'AEO', facts: { method: OF_PAY } });
		expect(toldStanding(own)).toEqual(own);
		expect(toldStanding({ ...own, anothersStep: null })).toEqual(own);
	});

	it.each([
		['agents, who may come to each of them', 'ENFORCEMENT_AGENT'],
		['an order', 'LIABILITY_ORDER'],
		['a summons', 'SUMMONS']
	])('%s is no step of one person', (_what, stage) => {
		expect(toldStanding(taken({ stage })).stage).toBe(stage);
	});

	it('is each stage by which something goes on being taken, but for agents', () => {
		const running = Object.values(RUNGS).flatMap((rungs) =>
			Object.entries(rungs).filter(([, rung]) => rung.isRunning && !rung.adds)
		);
		expect(PERSONAL_STAGES).toEqual(expect.arrayContaining(running.map(([stage]) => stage)));
	});
});
