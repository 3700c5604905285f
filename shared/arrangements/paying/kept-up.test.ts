import { expect, it } from 'vitest';
import { meansOf } from '../../../tests/builders/plans.ts';
import type { Statement } from '../../affordability/statement.ts';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { keptUpBeside, sayKeptUp } from './kept-up.ts';

const SAID = { frequency: 'monthly', provenance: 'said', note: '' } as const;
const STATEMENT: Statement = {
	form: 'full',
	madeOn: day('2026-11-19'),
	household: null,
	lines: [
		{ line: 'council-tax', amount: pence(118_00), ...SAID },
		{ line: 'rent', amount: pence(120_00), ...SAID, frequency: 'weekly' }
	],
	answers: null
};
const WHOLE_YEAR = {
	...meansOf(50_00, 40_00),
	meanwhile: { left: pence(168_00), usable: pence(151_20), until: day('2027-03-31') }
};

it.each([
	['this year’s tax', [], meansOf(50_00, 40_00), ['Council Tax: £118.00 a month']],
	[
		'rent, where it is owed to us',
		['rent'],
		meansOf(50_00, 40_00),
		['Council Tax: £118.00 a month', 'Rent: £520.00 a month']
	],
	[
		'the next bill, where all of this year’s is in the plan',
		[],
		WHOLE_YEAR,
		[
			'Council Tax: all of this year’s is in the plan. From 1 April 2027 the next bill, £118.00 a month until it is known'
		]
	]
] as const)('%s is kept up beside a plan', (_, streams, means, says) => {
	const kept = keptUpBeside(STATEMENT, { means, streams });
	expect(kept.map((one) => sayKeptUp(one).replaceAll('\u00a0', ' '))).toEqual(says);
});

it('is nothing where the statement has none of it', () => {
	const none = { ...STATEMENT, lines: [] };
	expect(keptUpBeside(none, { means: null, streams: ['rent'] })).toEqual([]);
});
