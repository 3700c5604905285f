import { describe, expect, it } from 'vitest';
import { agents, ID, input, NOW, order, promised } from '../../tests/builders/outcomes.ts';
import type { Entitlement } from '../law/entitlements.ts';
import { pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import { dispositionsOf } from './disposition.ts';
import { DISCOUNTS, helpLeft, helpOf, sayHelpLeft, type HelpAsked } from './help.ts';
import { instructionsFor } from './instruct.ts';
import {
	NO_SURPLUS_STEPS,
	stagedOutcome,
	type NoSurplusStep,
	type OutcomeOf,
	type StagedOutcome
} from './outcome.ts';
import { givenHelp, readBack } from './read-back.ts';

const SETTLED: Entitlement[] = [...DISCOUNTS.person, 'council-tax-support'];

const claimed = (entitlement: Entitlement, onAccount: number | null = null): StagedOutcome => ({
	kind: 'claim',
	id: entitlement,
	entitlement,
	name: entitlement,
	debtIds: [],
	days: 28,
	onAccount: onAccount === null ? null : pence(onAccount)
});
const booked: StagedOutcome = {
	kind: 'callback',
	id: 'booked',
	on: day('2026-11-23'),
	at: '10:00',
	about: 'debt-advice',
	adviser: 'National Debtline'
};
const recalled: StagedOutcome = { kind: 'recall', id: 'recalled', debtId: 'agents' };
const helped = (
	steps: OutcomeOf<'no-surplus'>['steps'] = [],
	debtIds: string[] = ['order']
): StagedOutcome => ({ kind: 'no-surplus', id: ID, debtIds, days: 90, steps });

const ALL: StagedOutcome[] = [
	claimed('hardship-relief'),
	claimed('benefit-check'),
	booked,
	recalled,
	helped()
];

const asked = (change: Partial<HelpAsked> = {}): HelpAsked => ({
	...NOW,
	staged: ALL,
	help: { settled: SETTLED, hasConsulted: false },
	...change
});

const without = (id: string) => ALL.filter((one) => one.id !== id);

describe('help in place of a plan', () => {
	it('is whole when all seven are done', () => {
		expect(helpOf(asked()).map(({ state }) => state)).toEqual(Array(7).fill('done'));
		expect(helpLeft(asked())).toEqual([]);
	});

	it.each<[string, Partial<HelpAsked>, NoSurplusStep[]]>([
		[
			'nothing was begun',
			{ staged: [], help: { settled: [], hasConsulted: false } },
			[...NO_SURPLUS_STEPS]
		],
		[
			'one discount was not asked about',
			{ help: { settled: SETTLED.slice(1), hasConsulted: false } },
			['discounts']
		],
		[
			'Council Tax Support was not asked about',
			{ help: { settled: DISCOUNTS.person, hasConsulted: false } },
			['council-tax-support']
		],
		[
			'their statement has Council Tax Support',
			{ help: { settled: DISCOUNTS.person, hasConsulted: false }, hasCouncilTaxSupport: true },
			[]
		],
		[
			'hardship relief is not asked for',
			{ staged: without('hardship-relief') },
			['hardship-relief']
		],
		['no benefit check is arranged', { staged: without('benefit-check') }, ['benefit-check']],
		['nobody gives advice', { staged: without('booked') }, ['debt-advice']],
		[
			'a call back is about something else',
			{ staged: [...without('booked'), { ...booked, about: undefined }] },
			['debt-advice']
		],
		[
			'they are said to be put through, and nobody was rung',
			{
				staged: [
					...without('booked').slice(0, 3),
					helped([{ step: 'debt-advice', answer: 'done', adviser: 'National Debtline' }])
				]
			},
			['debt-advice']
		],
		[
			'they are put through',
			{
				staged: [
					...without('booked').slice(0, 3),
					helped([{ step: 'debt-advice', answer: 'done', adviser: 'National Debtline' }])
				],
				help: { settled: SETTLED, hasConsulted: true }
			},
			[]
		],
		[
			'they are put through, and nobody says to whom',
			{
				staged: [
					...without('booked').slice(0, 3),
					helped([{ step: 'debt-advice', answer: 'done' }])
				],
				help: { settled: SETTLED, hasConsulted: true }
			},
			['debt-advice']
		],
		[
			'a call is booked with nobody of the council’s list',
			{ staged: [...without('booked'), { ...booked, adviser: 'Quick Loans' }] },
			['debt-advice']
		],
		[
			'a call is booked, and nobody says with whom',
			{ staged: [...without('booked'), { ...booked, adviser: undefined }] },
			['debt-advice']
		],
		[
			'somebody else was rung, and it was not for advice',
			{ staged: without('booked'), help: { settled: SETTLED, hasConsulted: true } },
			['debt-advice']
		],
		['the agents still have it', { staged: without('recalled') }, ['agents-recalled']],
		[
			'the agents have one of two',
			{ debts: [order, agents, { ...agents, id: 'agents-too' }] },
			['agents-recalled']
		],
		['nothing is with agents', { debts: [order], staged: without('recalled') }, []],
		['nothing is held', { staged: [...without(ID), helped([], [])] }, ['hold']],
		[
			'what an older screen ticked as done, and nothing was',
			{
				staged: [helped(NO_SURPLUS_STEPS.map((step) => ({ step, answer: 'done' })))],
				help: { settled: [], hasConsulted: false }
			},
			NO_SURPLUS_STEPS.filter((step) => step !== 'hold')
		],
		[
			'declined with no reason',
			{
				staged: [
					...without('hardship-relief').slice(0, 3),
					helped([{ step: 'hardship-relief', answer: 'declined' }])
				]
			},
			['hardship-relief']
		],
		[
			'declined with one',
			{
				staged: [
					...without('hardship-relief').slice(0, 3),
					helped([{ step: 'hardship-relief', answer: 'declined', because: 'does-not-want' }])
				]
			},
			[]
		],
		[
			'every one declined, and nothing held',
			{
				staged: [
					helped(
						NO_SURPLUS_STEPS.map((step) => ({ step, answer: 'declined', because: 'cut-off' })),
						[]
					)
				],
				help: { settled: [], hasConsulted: false }
			},
			[]
		],
		[
			'a company, which is asked about its own relief',
			{ payer: 'company', help: { settled: ['small-business-relief'], hasConsulted: false } },
			[]
		]
	])('%s', (_, change, left) => {
		expect(helpLeft(asked(change))).toEqual(left);
	});

	it('says what is missing as a person would', () => {
		expect(sayHelpLeft(['hold'])).toBe(
			'Nothing is left to pay with, and the hold is neither done nor declined.'
		);
		expect(sayHelpLeft(['discounts', 'debt-advice', 'hold'])).toBe(
			'Nothing is left to pay with, and discounts, free debt advice and the hold are neither done nor declined.'
		);
	});

	it('takes no reason that is not one of ours', () => {
		const sent = {
			...helped(),
			debtIds: [],
			steps: [{ step: 'hold', answer: 'declined', because: 'x' }]
		};
		expect(stagedOutcome.safeParse(sent).success).toBe(false);
	});
});

describe('the read-back where nothing is left', () => {
	const nothingLeft = (staged: readonly StagedOutcome[]) => ({
		...input(50),
		planned: null,
		staged,
		help: { settled: SETTLED, hasConsulted: false }
	});

	it('is refused until each is done or declined, whatever else is agreed', () => {
		for (const staged of [[], [promised()], without('booked')])
			expect(readBack(nothingLeft(staged))).toMatchObject({ ok: false, because: 'help-open' });
	});

	it('takes no promise: a token payment is never asked for', () => {
		const staged = [...ALL, { ...promised(), id: 'token' }];
		expect(readBack(nothingLeft(staged))).toEqual({
			ok: false,
			because: 'token-promise',
			outcomeId: 'token'
		});
	});

	it('takes what they want to pay all the same, which stops nothing', () => {
		const token: StagedOutcome = {
			kind: 'payment',
			id: 'token',
			debtId: 'nursery',
			amount: pence(1_00),
			receipt: 'T-1'
		};
		const said = readBack(nothingLeft([...ALL, token]));
		const text = said.ok ? said.lines.find(({ id }) => id === 'token')?.text : '';
		expect(text).toContain('You do not have to. It changes nothing else, and stops no step.');
		expect(instructionsFor([token], { planDebtIds: [], ended: [] })).toEqual([]);
	});

	it('asks for nothing on account while a claim is decided', () => {
		const staged = [...ALL, claimed('single-person-discount', 88_50)];
		const said = readBack(nothingLeft(staged));
		const text = said.ok ? said.lines.map((line) => line.text).join(' ') : '';
		expect(text).not.toContain('on account');
	});

	it('says until when recovery is held, and the record says each with its reason', () => {
		const staged = [
			...without('hardship-relief').slice(0, 3),
			helped([{ step: 'hardship-relief', answer: 'declined', because: 'does-not-want' }])
		];
		const now = nothingLeft(staged);
		const said = readBack(now);
		const text = said.ok ? said.lines.find(({ id }) => id === ID)?.text : '';
		expect(text).toMatch(/until after 17\sFebruary\s2027/);
		expect(dispositionsOf(null, staged, { help: givenHelp(now) }).at(-1)?.text).toContain(
			'hardship relief declined (they do not want it), the benefit check done, free debt advice done'
		);
	});
});
