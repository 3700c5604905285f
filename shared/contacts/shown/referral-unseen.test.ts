/** A fraud referral changes nothing that anybody sees: two records that differ only in it are one and the same. */
import { describe, expect, it } from 'vitest';
import { debtThat } from '../../../tests/builders/debts.ts';
import { debtDetail } from '../../debts/detail/detail.ts';
import type { DebtRecord } from '../../debts/debt.ts';
import { HOLDS } from '../../debts/holds.ts';
import { TRANSITIONS } from '../../debts/ladder/ladders.ts';
import { ladderOf } from '../../debts/ladder/ladder-codes.ts';
import { entersMoratorium } from '../../debts/moratorium/entering.ts';
import { mayMove } from '../../debts/moving/move.ts';
import { STREAMS } from '../../debts/streams.ts';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { debtsView } from './debts-view.ts';
import { NOTHING_GIVEN } from '../../../tests/builders/givens.ts';
import { knownDebts } from './known-debts.ts';

const TODAY = day('2026-11-19');

/** As a careless source might bring one: beside the facts, in a place that nobody reads. */
function referred(debt: DebtRecord): DebtRecord {
	const beside = { fraudReferral: true, referredOn: '2026-09-01', marker: 'FR1' };
	return { ...debt, ...beside, facts: { ...debt.facts, ...beside } };
}

const DEBTS: DebtRecord[] = STREAMS.flatMap((stream) => {
	const rungs = TRANSITIONS.get(ladderOf(stream)) ?? [];
	return rungs.map(({ value: { from } }, at) =>
		debtThat({
			id: `${stream}-${at}`,
			owes: 40000 + at,
			stream,
			stage: from,
			dues: [{ on: day('2026-09-01'), amount: pence(40000) }]
		})
	);
});

function seen(debt: DebtRecord): string {
	const known = knownDebts([debt]);
	const view = (stage: 'before-identity' | 'after-identity') =>
		debtsView([debt], { stage, hasSupportNeed: false, givens: NOTHING_GIVEN, today: TODAY });
	const detail = debtDetail(
		{
			debt,
			history: [],
			entries: [],
			holds: [],
			liability: { fromOn: debt.fromOn, toOn: null, exception: null },
			agents: null,
			told: null,
			ends: null,
			kept: null,
			plan: null,
			discrepancy: null
		},
		{
			customerId: 'kelly',
			hasSupportNeed: false,
			deductionsRun: false,
			moratorium: null,
			confirmed: new Map(),
			asOf: null,
			costs: NOTHING_GIVEN.policyOn(TODAY),
			today: TODAY
		}
	);
	const history = { history: [], lastPaidOn: null, running: [], holds: [] };
	const moves = (TRANSITIONS.get(ladderOf(debt.stream)) ?? []).map(({ value: { to } }) =>
		mayMove(
			{ ...debt, ...history },
			{ to, against: ['kelly'], isLookedAt: true, today: TODAY },
			{
				deductionsRun: false,
				hasSupportNeed: false,
				moratoriumFrom: null,
				earningsOrders: 0,
				confirmed: new Set(),
				costs: NOTHING_GIVEN.policyOn(TODAY)
			}
		)
	);
	const entering = entersMoratorium({ ...debt, history: [] }, TODAY);
	const views = [view('before-identity'), view('after-identity')];
	return JSON.stringify([known, views, detail, moves, entering]);
}

describe('a fraud referral', () => {
	it.each(DEBTS.map((debt) => [debt.id, debt] as const))('of %s is seen by nobody', (_id, debt) => {
		expect(seen(referred(debt))).toBe(seen(debt));
	});

	it('is no kind of hold', () => {
		expect(Object.keys(HOLDS).filter((kind) => /fraud|referr|investig/.test(kind))).toEqual([]);
	});
});
