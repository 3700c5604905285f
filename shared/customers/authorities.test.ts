import { describe, expect, test } from 'vitest';
import { day, type Day } from '../time/day.ts';
import {
	coversDebt,
	isInForce,
	judgeAuthority,
	usualEnd,
	type AuthorityDraft,
	type AuthorityGround
} from './authorities.ts';
import { samplePolicy } from '../law/northmere/policy.ts';

const TODAY = day('2026-11-19');
const policy = samplePolicy(TODAY).AU.value;

const ADVISER: AuthorityDraft = {
	kind: 'adviser',
	name: 'Ruth Penney',
	organisation: 'Northmere Advice',
	scope: 'agree',
	streams: null,
	debtIds: null,
	evidence: 'signed-authority',
	fromOn: TODAY,
	untilOn: day('2027-11-19')
};

const GROUND: AuthorityGround = {
	today: TODAY,
	customer: { kind: 'person', hasDied: false },
	isCustomerSpeaking: false,
	policy
};

const DEAD = { kind: 'person', hasDied: true } as const;
const FIRM = { kind: 'organisation', hasDied: false } as const;

describe('an authority to speak for somebody', () => {
	test.for<[string, Partial<AuthorityDraft>, Partial<AuthorityGround>, string | true]>([
		['an adviser with a signed authority for a year', {}, {}, true],
		['nobody named', { name: ' . ' }, {}, 'nobody-named'],
		['an adviser of no organisation', { organisation: ' ' }, {}, 'no-organisation'],
		['one that never ends', { untilOn: null }, {}, 'no-end'],
		['a day longer than policy allows', { untilOn: day('2027-11-20') }, {}, 'too-long'],
		['one that ends before it begins', { untilOn: day('2026-11-18') }, {}, 'backwards'],
		['no debts at all', { debtIds: [] }, {}, 'covers-nothing'],
		['no streams at all', { streams: [] }, {}, 'covers-nothing'],
		['what a grant of probate says of the living', { kind: 'executor' }, {}, 'still-alive'],
		['an adviser of somebody who died', {}, { customer: DEAD }, 'has-died'],
		[
			'an executor with the grant',
			{ kind: 'executor', evidence: 'grant-or-will', untilOn: null },
			{ customer: DEAD },
			true
		],
		[
			'an executor on a signed paper',
			{ kind: 'executor' },
			{ customer: DEAD },
			'not-that-evidence'
		],
		[
			'a word of a customer who is not there',
			{ evidence: 'said-by-customer' },
			{},
			'not-said-by-them'
		],
		[
			'a word of the customer in this contact',
			{ evidence: 'said-by-customer' },
			{ isCustomerSpeaking: true },
			true
		],
		[
			'an attorney without a last day',
			{ kind: 'attorney', evidence: 'registered-power', untilOn: null, organisation: '' },
			{},
			true
		],
		[
			'an appointee for every debt',
			{ kind: 'appointee', evidence: 'benefit-appointment', untilOn: null },
			{},
			'not-those-debts'
		],
		[
			'an appointee for council tax',
			{
				kind: 'appointee',
				evidence: 'benefit-appointment',
				streams: ['overpayment', 'council-tax']
			},
			{},
			'not-those-debts'
		],
		[
			'an appointee for the overpayment',
			{ kind: 'appointee', evidence: 'benefit-appointment', streams: ['overpayment'] },
			{},
			true
		],
		['a landlord who would agree', { kind: 'landlord' }, {}, 'only-told'],
		['a landlord for everything', { kind: 'landlord', scope: 'told' }, {}, 'covers-nothing'],
		['a landlord for one debt', { kind: 'landlord', scope: 'told', debtIds: ['a'] }, {}, true],
		['a member who would agree', { kind: 'member', evidence: 'members-letter' }, {}, 'only-told'],
		[
			'a member for longer than casework lasts',
			{ kind: 'member', evidence: 'members-letter', scope: 'told' },
			{},
			'too-long'
		],
		[
			'an employee of a person',
			{ kind: 'employee', evidence: 'employers-letter' },
			{},
			'not-an-organisation'
		],
		[
			'an employee of the organisation',
			{ kind: 'employee', evidence: 'employers-letter' },
			{ customer: FIRM },
			true
		]
	])('%s', ([, draft, ground, expected]) => {
		const judged = judgeAuthority({ ...ADVISER, ...draft }, { ...GROUND, ...ground });
		expect(judged.ok ? true : judged.because).toBe(expected);
	});

	test.for<[Day, Day, Day | null, boolean]>([
		[day('2026-11-19'), day('2026-11-19'), day('2026-11-19'), true],
		[day('2026-11-20'), day('2026-11-19'), day('2026-11-19'), false],
		[day('2026-11-18'), day('2026-11-19'), null, false],
		[day('2099-01-01'), day('2026-11-19'), null, true]
	])('on %s it stands from %s until %s: %s', ([today, fromOn, untilOn, expected]) => {
		expect(isInForce({ fromOn, untilOn }, today)).toBe(expected);
	});

	test('it covers every debt, those of its streams, or those it names', () => {
		const debt = { id: 'a', stream: 'care' };
		expect(coversDebt({ streams: null, debtIds: null }, debt)).toBe(true);
		expect(coversDebt({ streams: ['care'], debtIds: null }, debt)).toBe(true);
		expect(coversDebt({ streams: ['rent'], debtIds: null }, debt)).toBe(false);
		expect(coversDebt({ streams: null, debtIds: ['a'] }, debt)).toBe(true);
		expect(coversDebt({ streams: null, debtIds: ['b'] }, debt)).toBe(false);
	});

	test('its last day is suggested from policy', () => {
		expect(usualEnd('adviser', TODAY, policy)).toBe('2027-11-19');
		expect(usualEnd('attorney', TODAY, policy)).toBe(null);
	});
});
