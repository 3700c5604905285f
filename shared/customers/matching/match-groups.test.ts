import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePolicy } from '../../law/northmere/policy.ts';
import { day } from '../../time/day.ts';
import { matchOf, type Matchable } from './match.ts';
import { groupsOf, type Candidate, type Pair } from './match-groups.ts';

const WEIGHTS = samplePolicy(day('2026-11-19')).MA.value;

const JOHN: Matchable = {
	source: 'revenues',
	kind: 'person',
	givenNames: 'John',
	isGivenCommon: true,
	familyName: 'Barlow',
	formerNames: [],
	bornOn: null,
	nino: null,
	e164: null,
	email: null,
	address: { line1: '12 Lantern Row', line2: null, postcode: 'NM4 2QA' },
	formerAddresses: [],
	accounts: [],
	namesAccounts: []
};
const FATHER = { ...JOHN, source: 'housing', bornOn: day('1950-03-12') };
const SON = { ...JOHN, source: 'benefits', bornOn: day('1980-11-02') };

type People = Record<string, Partial<Candidate> & { is: Matchable }>;

/** Every two of them compared, each a customer with one record. */
function groups(people: People, order: (pairs: Pair[]) => Pair[] = (pairs) => pairs) {
	const names = Object.keys(people);
	const pairs = names.flatMap((one, at) =>
		names.slice(at + 1).flatMap((other) => {
			const [mine, theirs] = [people[one], people[other]];
			if (!mine || !theirs) return [];
			const match = matchOf({ one: mine.is, other: theirs.is }, WEIGHTS);
			if (match.verdict === 'separate') return [];
			return [
				{ recordId: one, otherRecordId: other, customerId: one, otherCustomerId: other, match }
			];
		})
	);
	const candidates = new Map(
		Object.entries(people).map(([name, { is, ...said }], at) => [
			name,
			{ members: [is], standing: at, hasHistory: false, isNot: new Set<string>(), ...said }
		])
	);
	const { joins, reviews } = groupsOf(order(pairs), { candidates, closeCall: WEIGHTS.closeCall });
	return {
		joins: joins.map(({ from, to }) => `${from} to ${to}`).toSorted(),
		reviews: reviews.map((pair) => `${pair.recordId} and ${pair.otherRecordId}`).toSorted()
	};
}

describe('customers that match', () => {
	it('become the one of most standing, through one another too', () => {
		const people = {
			tax: { is: FATHER },
			keeper: { is: JOHN },
			invoice: { is: { ...JOHN, source: 'invoicing' } }
		};
		expect(groups(people)).toEqual({ joins: ['invoice to tax', 'keeper to tax'], reviews: [] });
	});

	it('go to neither father nor son where they fit both', () => {
		const people = { father: { is: FATHER }, son: { is: SON }, keeper: { is: JOHN } };
		expect(groups(people)).toEqual({
			joins: [],
			reviews: ['father and keeper', 'son and keeper']
		});
	});

	it('go to the father where the email is his, and a person is asked of the son', () => {
		const email = 'john@example.com';
		const people = {
			father: { is: { ...FATHER, email } },
			son: { is: SON },
			keeper: { is: { ...JOHN, email } }
		};
		expect(groups(people)).toEqual({ joins: ['keeper to father'], reviews: ['son and keeper'] });
	});

	it('are looked at by a person where we have spoken with both', () => {
		const people = {
			one: { is: FATHER, hasHistory: true },
			other: { is: FATHER, hasHistory: true }
		};
		expect(groups(people)).toEqual({ joins: [], reviews: ['one and other'] });
	});

	it('stay two where they owe together or were kept apart, and nobody is asked again', () => {
		const people = {
			one: { is: FATHER, isNot: new Set(['other']) },
			other: { is: FATHER, isNot: new Set(['one']) }
		};
		expect(groups(people)).toEqual({ joins: [], reviews: [] });
	});

	it('are the same in whatever order they come', () => {
		const people: People = {
			father: { is: FATHER },
			son: { is: SON },
			keeper: { is: JOHN },
			mail: { is: { ...FATHER, email: 'john@example.com' } },
			mailed: { is: { ...JOHN, email: 'john@example.com' } }
		};
		const expected = groups(people);
		fc.assert(
			fc.property(fc.array(fc.integer(), { minLength: 10, maxLength: 10 }), (keys) => {
				const shuffled = (pairs: Pair[]) =>
					pairs
						.map((pair, at) => ({ pair, key: keys[at] ?? 0 }))
						.toSorted((one, other) => one.key - other.key)
						.map(({ pair }) => pair);
				expect(groups(people, shuffled)).toEqual(expected);
			})
		);
	});
});
