import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts } from '../../tests/builders/guide.ts';
import { pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import type { GuideFacts } from './facts.ts';
import { linesOf, stepOf } from './guide.ts';
import { fillingOf, sayAccounts, sayLine } from './lines.ts';
import { NORTHMERE_INBOUND } from './northmere-inbound.ts';

describe('lines', () => {
	const council = 'Northmere City Council';
	const debts = { count: 5, overdue: pence(312462), owed: pence(366662) };
	const payDays = { rhythm: 'monthly', firstOn: day('2026-12-01') } as const;
	const plan = { amount: pence(110_00), payDays, accounts: 3 };

	it.each([
		['greeting', {}, 'Northmere City Council, Priya speaking. We record calls. How can I help?'],
		['greeting', { channel: 'desk' }, 'Hello, I am Priya. How can I help today?'],
		['payment', {}, 'I will pause the recording while you pay.'],
		['payment', { channel: 'desk' }, 'You can pay by card at the terminal.'],
		[
			'debts',
			{},
			'I can see five accounts. £3,124.62 is overdue. Shall we take them one at a time?'
		],
		[
			'debts',
			{ isProtected: true },
			'You are protected just now, so I will not ask you for any payment today.'
		],
		['plan', {}, 'What could you pay, after rent, food and heating?'],
		[
			'plan',
			{ hasSurplus: false },
			'Nothing is left after rent, food and heating, so I will not ask you for a payment.'
		],
		[
			'plan',
			{ plan: 'chosen' },
			'If you pay £110 on the 1st of each month, that covers three accounts. Could you keep that up?'
		]
	] as const)('at %s with %j', (id, some, says) => {
		const step = stepOf(NORTHMERE_INBOUND, id);
		const [line] = linesOf(step, facts(some));
		const filling = fillingOf({ council, officerName: 'Priya Nair', debts, plan });
		expect(sayLine(line?.say ?? '', filling)).toBe(says);
	});

	it('are there for every contact that can be', () => {
		const all = fc.record({
			channel: fc.constantFrom('phone', 'desk', 'writing'),
			identity: fc.constantFrom('open', 'passed', 'stopped'),
			debtCount: fc.nat(3),
			isProtected: fc.boolean(),
			approval: fc.constantFrom('needed', 'waiting', 'granted', 'refused')
		}) as fc.Arbitrary<Partial<GuideFacts>>;
		fc.assert(
			fc.property(all, (some) => {
				for (const step of NORTHMERE_INBOUND.steps) {
					if (step.id === 'approval' && some.approval === 'granted') continue;
					expect(linesOf(step, facts(some)).length).toBeGreaterThan(0);
				}
			})
		);
	});

	it('say one as one', () => {
		expect([0, 1, 2, 11].map(sayAccounts)).toEqual([
			'no accounts',
			'one account',
			'two accounts',
			'11 accounts'
		]);
	});
});

describe('where nothing is left, or nothing is offered yet', () => {
	const said = (some: Partial<GuideFacts>) =>
		linesOf(stepOf(NORTHMERE_INBOUND, 'plan'), facts(some)).map(
			({ say, mind }) => `${say} ${mind}`
		);

	it.each([
		['nothing left', { hasSurplus: false }],
		['nothing offered', { hasSurplus: true }],
		['no statement', { hasSurplus: null }]
	] as const)('a business with %s is not asked of its food and heating', (_what, some) => {
		const business = said({ ...some, isBusiness: true });
		expect(business.join(' ')).not.toMatch(/food|heating|next paid/);
		expect(business.join(' ')).toMatch(/wages, rent, tax and stock/);
		expect(said(some).join(' ')).toMatch(/rent, food and heating/);
		expect(said(some)).toHaveLength(business.length);
	});
});
