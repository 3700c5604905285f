import { expect, it } from 'vitest';
import { pence } from '../../shared/money/pence.ts';
import { differencesOf } from './reconcile.ts';

const of = (count: number, total: number) => ({ count, total: pence(total) });

it.each([
	['all of it', of(3, 1000), of(3, 1000), []],
	['a line too few', of(2, 1000), of(3, 1000), ['The trailer says 3 lines and 2 could be taken.']],
	[
		'a penny too few',
		of(3, 999),
		of(3, 1000),
		['The trailer says £10.00 and the lines that could be taken come to £9.99: £0.01 less.']
	],
	[
		'too much of both',
		of(1001, -5),
		of(1000, -1000),
		[
			'The trailer says 1,000 lines and 1,001 could be taken.',
			'The trailer says -£10.00 and the lines that could be taken come to -£0.05: £9.95 more.'
		]
	],
	['nothing to compare with', of(3, 1000), null, [expect.stringMatching(/no trailer/)]]
])('%s', (_, taken, trailer, differences) => {
	expect(differencesOf(taken, trailer)).toEqual(differences);
});
