import { describe, expect, it } from 'vitest';
import { pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import { NOTHING_TOLD } from './business/cash-flow.ts';
import { changesOf } from './compared.ts';
import { NOT_ASKED } from './home.ts';
import type { Statement } from './statement.ts';

const gas = {
	line: 'gas',
	amount: pence(62_00),
	frequency: 'monthly',
	provenance: 'said'
} as const;

const STATEMENT: Statement = {
	form: 'full',
	madeOn: day('2026-11-19'),
	household: { adults: 1, childrenUnder16: 2, youngPeople: 0 },
	lines: [gas],
	answers: { affordable: true, change: null, otherArrears: false }
};

describe('beside the statement before', () => {
	it.each<readonly [string, Partial<Statement>, readonly (readonly [string, string, string])[]]>([
		['the same says nothing', {}, []],
		['another day alone says nothing', { madeOn: day('2027-02-01') }, []],
		['where it is from alone says nothing', { lines: [{ ...gas, provenance: 'bank' }] }, []],
		[
			'another amount',
			{ lines: [{ ...gas, amount: pence(75_00) }] },
			[['Gas', '£62.00 monthly', '£75.00 monthly']]
		],
		[
			'the same amount at another frequency',
			{ lines: [{ ...gas, frequency: 'four-weekly' }] },
			[['Gas', '£62.00 monthly', '£62.00 4-weekly']]
		],
		['a line that is gone', { lines: [] }, [['Gas', '£62.00 monthly', 'nothing']]],
		[
			'a child more',
			{ household: { adults: 1, childrenUnder16: 3, youngPeople: 0 } },
			[['Children under 16', '2', '3']]
		],
		[
			'where they live, told for the first time',
			{ home: { ...NOT_ASKED, tenure: 'social-tenant' } },
			[['Home', 'not said', 'Social rent']]
		],
		[
			'each answer of the three questions',
			{ answers: { affordable: false, change: 'A new job', otherArrears: true } },
			[
				['Affordable after rent, food and heating', 'yes', 'no'],
				['What is about to change', 'nothing', 'A new job'],
				['Other arrears', 'no', 'yes']
			]
		],
		[
			'answers that were not given again',
			{ answers: null },
			[
				['Affordable after rent, food and heating', 'yes', 'not said'],
				['What is about to change', 'nothing', 'not said'],
				['Other arrears', 'no', 'not said']
			]
		],
		[
			'a figure of a business',
			{ cashFlow: { ...NOTHING_TOLD, overdraft: pence(500_00) } },
			[['Agreed overdraft', 'nothing', '£500.00']]
		]
	])('%s', (_what, change, said) => {
		const changes = changesOf(STATEMENT, { ...STATEMENT, ...change });
		expect(changes.map(({ what, was, is }) => [what, was, is])).toEqual(said);
	});
});
