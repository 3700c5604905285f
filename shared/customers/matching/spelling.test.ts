import { describe, expect, it } from 'vitest';
import { meaningsAmong, shortsOf, slipsAllowed } from './spelling.ts';

const HELD = [
	'ashworth',
	'ash',
	'asher',
	'mohammed',
	'muhammad',
	'14',
	'15',
	'7qt',
	'lee',
	'marsden'
];

describe('a word that was typed', () => {
	it.each([
		['ashworth', 'ashworth', 'same'],
		['ashw', 'ashworth', 'begins'],
		['ashwroth', 'ashworth', 'one-slip'],
		['asworht', 'ashworth', undefined],
		['ashwrthh', 'ashworth', 'two-slips'],
		['muhammed', 'mohammed', 'sounds'],
		['mohammad', 'muhammad', 'sounds'],
		['mohammmed', 'muhammad', 'one-slip'],
		['marsdn', 'marsden', 'one-slip'],
		['7qr', '7qt', 'one-slip'],
		['14', '15', undefined],
		['le', 'lee', undefined]
	])('%s means %s: %s', (typed, held, nearness) => {
		expect(meaningsAmong(typed, HELD).get(held)).toBe(nearness);
	});

	it.each([
		['14', 0],
		['10448', 0],
		['ng', 0],
		['lee', 1],
		['marsden', 1],
		['ashworth', 2]
	])('%s may have %i slips', (word, slips) => {
		expect(slipsAllowed(word)).toBe(slips);
	});

	it('is looked up by itself and by itself without a letter', () => {
		expect(shortsOf('lee')).toEqual(['lee', 'ee', 'le']);
		expect(shortsOf('14')).toEqual([]);
	});
});
