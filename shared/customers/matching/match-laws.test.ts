import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM, ELSEWHERE, KELLY, WEIGHTS, lives } from '../../../tests/builders/matching.ts';
import { day } from '../../time/day.ts';
import { commonFrom } from './match-name.ts';
import { isContradiction, matchOf, type Matchable } from './match.ts';

describe('an account that another system names', () => {
	it.each([
		['benefits', 'council-tax 7710448261', 'The benefit claim names this council tax account'],
		['housing', 'overpayment HBO300042', 'The tenancy names this benefit claim'],
		['invoicing', 'council-tax 7710448261', 'The other record names this council tax account']
	])('is said by its system: %s', (source, account, words) => {
		const one = { ...KELLY, accounts: [account] };
		const { reasons } = matchOf(
			{ one, other: { ...CLAIM, source, namesAccounts: [account] } },
			WEIGHTS
		);
		expect(reasons).toContainEqual({ compared: 'linked-account', weight: 450, words });
	});
});

describe('a contradiction', () => {
	it.each([
		['another date of birth', { bornOn: day('1962-03-14') }, true],
		['another first name', { givenNames: 'Dean' }, true],
		['another number', { nino: 'ZE999999B' }, true],
		['another address', { address: ELSEWHERE }, false],
		['another surname', { familyName: 'Barlow' }, false],
		['one source', { source: 'revenues', bornOn: null, nino: null }, true]
	] as const)('of %s', (_, other, is) => {
		expect(isContradiction(KELLY, { ...KELLY, source: 'housing', ...other })).toBe(is);
	});
});

describe('a first name is one that people have', () => {
	it.each([
		['in an empty council', 0, 10],
		['in a town', 6_000, 10],
		['in a large town', 120_000, 10],
		['in a city, where the same slip is made ten times', 514_000, 43]
	])('%s', (_, records, bearers) => {
		expect(commonFrom(records)).toBe(bearers);
	});
});

describe('every match', () => {
	const text = fc.oneof(
		fc.constantFrom('Kelly', 'Ashworth', 'K', '', 'Mohammed'),
		fc.string(),
		// Few letters: names that are nearly one another.
		fc.string({ unit: fc.constantFrom(...'aeklny 0'), maxLength: 14 })
	);
	const matchable = fc.record({
		source: fc.constantFrom('revenues', 'parking'),
		kind: fc.constantFrom('person', 'organisation'),
		givenNames: text,
		isGivenCommon: fc.boolean(),
		familyName: text,
		formerNames: fc.array(text, { maxLength: 2 }),
		bornOn: fc.constantFrom(null, day('1987-03-14'), day('1950-01-01')),
		nino: fc.constantFrom(null, 'ZE123456A', 'ZE999999B'),
		e164: fc.constantFrom(null, '+447700900301'),
		email: fc.constantFrom(null, 'kelly@example.com'),
		address: fc.constantFrom(null, lives('12 Lantern Row'), ELSEWHERE),
		formerAddresses: fc.constant([]),
		accounts: fc.constantFrom([], ['council-tax 7710448261']),
		namesAccounts: fc.constantFrom([], ['council-tax 7710448261'])
	}) as fc.Arbitrary<Matchable>;

	it('is out of 1000, the same both ways, and never links what contradicts', () => {
		fc.assert(
			fc.property(matchable, matchable, (one, other) => {
				const match = matchOf({ one, other }, WEIGHTS);
				expect(match.score).toBeGreaterThanOrEqual(0);
				expect(match.score).toBeLessThanOrEqual(1000);
				const { score, verdict } = matchOf({ one: other, other: one }, WEIGHTS);
				expect({ score, verdict }).toEqual({ score: match.score, verdict: match.verdict });
				if (isContradiction(one, other)) expect(verdict).not.toBe('linked');
			})
		);
	});
});
