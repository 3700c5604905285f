import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUESTION_WORDS, ORGANISATION_ADDRESS, SPEAKER_ASK } from '../customers/check/questions.ts';
import { pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import { guideFaults } from './checker.ts';
import type { GuideFacts } from './facts.ts';
import {
	actionOf,
	linesOf,
	nextStep,
	stillToDo,
	stepOf,
	type Guide,
	type Step,
	type StepId
} from './guide.ts';
import { fillingOf, sayAccounts, sayLine } from './lines.ts';
import { NORTHMERE_INBOUND } from './northmere-inbound.ts';
import { reasonsFor } from './reasons.ts';
import { REQUESTS } from './requests.ts';
import { sayFaults } from './say-rules.ts';
import { GUIDES, guideNamed } from './shipped.ts';
import { TAKE_UP_ASKS } from './take-up.ts';

const START: GuideFacts = {
	channel: 'phone',
	direction: 'inbound',
	hasCustomer: true,
	isBusiness: false,
	identity: 'open',
	requests: [],
	hasReason: false,
	hasAskedNeeds: false,
	needsSupport: false,
	debtCount: 5,
	recognisedCount: 0,
	isProtected: false,
	spottedCount: 0,
	takeUpCount: 0,
	statement: 'none',
	hasSurplus: null,
	plan: 'none',
	approval: 'not-needed',
	hasHelp: false,
	hasOutcomes: false,
	isReadBack: false,
	isCommitted: false,
	paysToday: false
};

const facts = (some: Partial<GuideFacts>): GuideFacts => ({ ...START, ...some });

describe('every guide we ship', () => {
	it.each(GUIDES.map((guide) => [guide.id, guide] as const))('%s keeps the rules', (_, guide) => {
		expect(guideFaults(guide)).toEqual([]);
	});

	it('asks its other questions by the same rules', () => {
		const asks = [
			...Object.values(QUESTION_WORDS).map(({ ask }) => ask),
			ORGANISATION_ADDRESS.ask,
			SPEAKER_ASK,
			...Object.values(TAKE_UP_ASKS)
		];
		expect(asks.flatMap(sayFaults)).toEqual([]);
	});
});

describe('the next step', () => {
	it.each([
		['greeting', {}, 'identity'],
		['identity', { identity: 'passed' }, 'reason'],
		['identity', { identity: 'stopped' }, 'wrap-up'],
		['identity', { requests: ['death'] }, 'wrap-up'],
		['reason', {}, 'support'],
		['support', {}, 'debts'],
		['debts', { spottedCount: 2 }, 'take-up'],
		['debts', {}, 'affordability'],
		['debts', { identity: 'passed', isProtected: true }, 'wrap-up'],
		['debts', { isProtected: true, spottedCount: 1 }, 'take-up'],
		['debts', { identity: 'passed', debtCount: 0 }, 'wrap-up'],
		['take-up', { identity: 'passed', isProtected: true }, 'wrap-up'],
		['take-up', {}, 'affordability'],
		['affordability', { hasSurplus: true }, 'plan'],
		['affordability', { hasSurplus: false }, 'plan'],
		['plan', { approval: 'needed' }, 'approval'],
		['plan', {}, 'read-back'],
		['approval', { approval: 'granted' }, 'read-back'],
		['approval', { approval: 'refused' }, 'plan'],
		['read-back', { paysToday: true }, 'payment'],
		['read-back', {}, 'wrap-up'],
		['payment', {}, 'wrap-up'],
		['wrap-up', {}, null]
	] as const)('from %s with %j is %s', (from, some, to) => {
		const next = nextStep(NORTHMERE_INBOUND, from, facts(some));
		expect(next?.id ?? null).toBe(to);
	});

	it('never leads on through a protected customer’s money', () => {
		const steps = fc.constantFrom(...NORTHMERE_INBOUND.steps.map(({ id }) => id));
		fc.assert(
			fc.property(steps, fc.nat(3), (from, spottedCount) => {
				const next = nextStep(
					NORTHMERE_INBOUND,
					from,
					facts({ identity: 'passed', isProtected: true, spottedCount })
				);
				expect(['affordability', 'plan', 'approval']).not.toContain(next?.id);
			})
		);
	});
});

describe('what is still to do', () => {
	it.each([
		['identity', {}, 'Finish the check first'],
		['identity', { identity: 'passed' }, null],
		...REQUESTS.map((request) => ['identity', { requests: [request] }, null] as const),
		['reason', {}, 'Choose why they got in touch'],
		['support', { hasAskedNeeds: true }, null],
		['debts', { recognisedCount: 4 }, 'Ask about each: is this one right?'],
		['debts', { recognisedCount: 5 }, null],
		[
			'take-up',
			{ spottedCount: 2, takeUpCount: 1 },
			'Answer each: applies, does not apply, check later'
		],
		['plan', {}, null],
		['plan', { hasSurplus: false }, 'Each kind of help done or declined, then the hold'],
		['plan', { hasSurplus: false, hasHelp: true }, null]
	] as const)('at %s with %j: %s', (id, some, says) => {
		const step = stepOf(NORTHMERE_INBOUND, id);
		expect(stillToDo(step, facts(some as Partial<GuideFacts>))).toBe(says);
	});
});

it('names the action for what it is: nothing is asked of somebody protected', () => {
	const step = stepOf(NORTHMERE_INBOUND, 'debts');
	expect(actionOf(step, facts({}))).toBe('Continue');
	expect(actionOf(step, facts({ isProtected: true }))).toBe('Ask for nothing today');
});

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

describe('the checker finds', () => {
	const step = (id: StepId, some: Partial<Step>): Guide => ({
		...NORTHMERE_INBOUND,
		steps: NORTHMERE_INBOUND.steps.map((one) => (one.id === id ? { ...one, ...some } : one))
	});
	const saying = (id: StepId, say: string) => step(id, { lines: [{ id: 'planted', say }] });

	it.each([
		[
			'a step nobody reaches',
			step('reason', { ways: [{ to: 'debts' }] }),
			'Nothing leads to the step support.'
		],
		['a step without a way out', step('payment', { ways: [] }), 'The step payment has no way out.'],
		[
			'a way out that may not hold',
			step('payment', { ways: [{ to: 'wrap-up', when: 'read-back' }] }),
			'The step payment may have no way out: its last way must always hold.'
		],
		[
			'a slot there is not',
			saying('debts', 'You owe {fortune}.'),
			'The line planted has the slot fortune, which there is not.'
		],
		[
			'a customer’s figure before identity',
			saying('identity', 'You owe {owed}.'),
			'The line planted says owed before identity.'
		],
		[
			'two questions',
			saying('reason', 'Who? Why?'),
			'The line planted asks more than one question.'
		],
		[
			'a figure',
			saying('reason', 'You owe £20.'),
			'The line planted has a figure in it: a slot says figures.'
		],
		[
			'a word we do not say',
			saying('reason', 'We send bailiffs.'),
			'The line planted says "bailiffs": say enforcement agents.'
		],
		[
			'a check that nothing opens',
			step('identity', { before: [{ must: 'identity-passed', says: 'Pass' }] }),
			'Without identity nothing leads on from the check.'
		]
	] as const)('%s', (_, guide, fault) => {
		expect(guideFaults(guide)).toContain(fault);
	});

	it('a line of 25 words', () => {
		const long = saying('reason', `${'word '.repeat(24)}word.`);
		expect(guideFaults(long)).toContain('The line planted has 25 words, 24 at most.');
	});
});

describe('a contact’s guide', () => {
	it('is the one it names, and the current one while it names none', () => {
		expect(guideNamed({ guide: 'northmere-inbound', version: 1 })).toBe(NORTHMERE_INBOUND);
		expect(guideNamed(null)).toBe(NORTHMERE_INBOUND);
		expect(() => guideNamed({ guide: 'northmere-inbound', version: 99 })).toThrow('version 99');
	});
});

it.each([
	['', 8],
	['bail', ['recovery']],
	['partner', ['household']],
	['hours', ['income']],
	['already paid', ['dispute']],
	['zebra', []]
] as const)('the reasons for %j', (typed, expected) => {
	const found = reasonsFor(typed);
	expect(typeof expected === 'number' ? found.length : found).toEqual(expected);
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
