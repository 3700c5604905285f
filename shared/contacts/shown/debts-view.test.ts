import { describe, expect, it } from 'vitest';
import { debtThat } from '../../../tests/builders/debts.ts';
import type { DebtRecord } from '../../debts/debt.ts';
import { transition } from '../../debts/ladder/ladders.ts';
import { NO_STEP_AGAINST_THEM } from '../../debts/told-standing.ts';
import { pence } from '../../money/pence.ts';
import { day, instant } from '../../time/day.ts';
import { debtsView, type DebtsAudience } from './debts-view.ts';
import { NOTHING_GIVEN } from '../../../tests/builders/givens.ts';

const TODAY = day('2026-11-19');

function shown(debts: readonly DebtRecord[], given: Partial<DebtsAudience> = {}) {
	return debtsView(debts, {
		stage: 'after-identity',
		hasSupportNeed: false,
		givens: NOTHING_GIVEN,
		today: TODAY,
		...given
	});
}

const CLAIM = debtThat({
	id: 'claim',
	owes: 126_00,
	stream: 'invoice',
	stage: 'LETTER_OF_CLAIM',
	stageOn: day('2026-11-01')
});

describe('what can happen next on a row', () => {
	it('may be quoted once the council has confirmed its rule, and not before', () => {
		const rates = debtThat({ id: 'rates', owes: 900_00, stream: 'business-rates' });
		const rule = transition('NDR', { from: 'LIABILITY_ORDER', to: 'ENFORCEMENT_AGENT' });
		expect(rule.confidence).toBe('unconfirmed');
		expect(shown([rates]).debts[0]?.next).toContain('unconfirmed, do not quote');
		const givens = { ...NOTHING_GIVEN, confirmed: [rule.id] };
		const [debt] = shown([rates], { givens }).debts;
		expect(debt?.next).toContain('Enforcement agents');
		expect(debt?.next).not.toContain('unconfirmed');
	});
});

describe('a joint debt taken from the other person', () => {
	const joint = debtThat({
		id: 'order',
		owes: 500_00,
		ground: 'couple',
		others: ['Dean Ashworth'],
		stage: 'AEO',
		stageOn: day('2026-09-17'),
		facts: {
			method: {
				kind: 'earnings-order',
				sinceOn: day('2026-09-17'),
				takesPence: pence(63_13),
				every: 'month'
			}
		},
		anothersStep: { outOfOn: day('2026-08-14') }
	});

	it.each(['before-identity', 'after-identity'] as const)(
		'%s has no method, day or sum of it on the row, and is not asked for',
		(stage) => {
			const view = shown([joint], { stage });
			expect(view.debts[0]).toMatchObject({
				stage: 'Liability order',
				stageOn: '2026-08-14',
				next: NO_STEP_AGAINST_THEM,
				sums: { overdue: 0, soon: 0, later: 500_00, balance: 500_00 }
			});
			expect(JSON.stringify(view)).not.toMatch(/arnings|AEO|6313|2026-09-17/);
		}
	);
});

describe('how fresh the figures are', () => {
	const at = instant('2026-11-18T23:20:00Z');
	const fresh = {
		invoice: { on: day('2026-11-18'), at },
		care: { on: day('2026-11-18'), at },
		'council-tax': { on: day('2026-11-10'), at }
	};
	const care = debtThat({ id: 'care', owes: 100, stream: 'care', stage: 'INVOICE' });
	const tax = debtThat({ id: 'tax', owes: 100 });

	it('is said of each stream that is named, and says what is old', () => {
		const view = shown([CLAIM, care, tax], { givens: { ...NOTHING_GIVEN, fresh } });
		expect(view.asOf.map(({ stream, isOld }) => [stream, isOld])).toEqual([
			['invoice', false],
			['care', false],
			['council-tax', true]
		]);
	});

	it('before identity names no stream that is not named', () => {
		const givens = { ...NOTHING_GIVEN, fresh };
		const view = shown([CLAIM, care], { stage: 'before-identity', givens });
		expect(view.asOf.map(({ stream }) => stream)).toEqual(['invoice']);
	});
});

describe('a balance that its source says otherwise', () => {
	const differs = { stated: pence(126_01), on: day('2026-11-18'), more: pence(1) };

	it('is named on its row after identity, and not before', () => {
		const debt = { ...CLAIM, discrepancy: differs };
		expect(shown([debt]).debts[0]?.discrepancy).toEqual(differs);
		expect(shown([debt], { stage: 'before-identity' }).debts[0]?.discrepancy).toBeNull();
	});
});
