import { expect, it } from 'vitest';
import { debtThat } from '../../../tests/builders/debts.ts';
import { DEMO_DAY, SORTING } from '../../../tests/builders/plans.ts';
import type { DebtRecord } from '../../debts/debt.ts';
import { day } from '../../time/day.ts';
import { inOrOut } from './in-or-out.ts';

const since = { sinceOn: day('2026-10-30') };
const PARKING = { stream: 'parking', stage: 'NTO', facts: {} } as const;

it.each<[string, Partial<DebtRecord>, string | null]>([
	['a penalty', PARKING, 'our parking team'],
	['a penalty under a warrant', { ...PARKING, stage: 'WARRANT' }, 'enforcement agents, for us'],
	[
		'tax with agents',
		{ stage: 'ENFORCEMENT_AGENT', facts: { method: { kind: 'agents', ...since } } },
		'enforcement agents, for us'
	],
	['tax under an earnings order', { stage: 'AEO' }, 'their employer, from their pay'],
	[
		'tax taken from Universal Credit',
		{ facts: { method: { kind: 'benefit-deduction', benefit: 'universal-credit', ...since } } },
		'the DWP, from their Universal Credit'
	],
	[
		'an overpayment taken from Housing Benefit',
		{ stream: 'overpayment', stage: 'HB_DEDUCTION', facts: {} },
		'our benefits team, from their Housing Benefit'
	],
	[
		'tax that is taken from another person who owes it, of which nothing is said',
		{ stage: 'AEO', facts: { stepOfAnother: true } },
		'our Council Tax team'
	],
	['another’s', { ground: 'director' }, 'us, from whoever owes it'],
	[
		'one that is held',
		{ holds: [{ kind: 'dispute', fromOn: DEMO_DAY, untilOn: day('2026-12-17') }] },
		null
	]
])('outside a plan %s is collected by the right people', (_, given, collectedBy) => {
	const sorted = inOrOut(debtThat({ id: 'debt', owes: 900_00, ...given }), SORTING);
	expect(sorted).toMatchObject({ isIn: false, collectedBy });
});
