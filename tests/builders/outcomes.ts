/** Outcomes for tests: three debts, and what may be staged about them. */
import { meansOf, offerOf, planned, DEMO_DAY, POLICY, requestOf, SORTING } from './plans.ts';
import { debtThat } from './debts.ts';
import { sortDebts } from '../../shared/arrangements/terms/in-or-out.ts';
import type { DebtRecord } from '../../shared/debts/debt.ts';
import { NO_REACH } from '../../shared/customers/wishes/wish.ts';
import { pence } from '../../shared/money/pence.ts';
import { day } from '../../shared/time/day.ts';
import { debtsAsStaged } from '../../shared/outcomes/as-staged.ts';
import type { Circumstance } from '../../shared/outcomes/decide.ts';
import type { StagedOutcome } from '../../shared/outcomes/outcome.ts';
import type { ReadBackInput } from '../../shared/outcomes/read-back.ts';

export const ID = '0b0e8f5e-3a51-4c57-9d35-0f6f6a6f0a11';
export const order = debtThat({ id: 'order', owes: 1184_37 });
export const nursery = debtThat({
	id: 'nursery',
	owes: 126_00,
	stream: 'invoice',
	stage: 'REMINDER'
});
export const agents = debtThat({
	id: 'agents',
	owes: 500_00,
	stage: 'ENFORCEMENT_AGENT',
	facts: { method: { kind: 'agents', sinceOn: day('2026-10-30') } }
});
export const NOW: Circumstance = {
	debts: [order, nursery, agents],
	hasSupportNeed: false,
	payer: 'person',
	today: DEMO_DAY,
	policy: POLICY,
	reach: NO_REACH
};

export const promised = (change: object = {}): StagedOutcome => ({
	kind: 'promise',
	id: ID,
	debtId: 'order',
	amount: pence(100_00),
	by: day('2026-12-03'),
	method: 'card',
	...change
});
export const heldFor = (why: 'dispute' | 'adviser', days: number): StagedOutcome => ({
	kind: 'hold',
	id: ID,
	debtIds: ['order'],
	why,
	days
});

export function now(change: Partial<DebtRecord>): Circumstance {
	return { ...NOW, debts: [{ ...order, ...change }, nursery, agents] };
}

export function input(pounds: number, change: Partial<ReadBackInput> = {}): ReadBackInput {
	const staged = change.staged ?? [];
	const debts = debtsAsStaged(staged, NOW);
	const request = requestOf(debts, { means: meansOf(160_62, 144_56) });
	const { outside } = sortDebts(debts, SORTING);
	const plan = planned(offerOf(pounds * 100), request);
	const base = {
		...NOW,
		staged,
		planned: { ok: true, plan, outside },
		paymentReference: '9000000017',
		means: null,
		help: null,
		conditions: []
	} as const;
	return { ...base, ...change };
}
