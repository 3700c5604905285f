import { expect, it } from 'vitest';
import { allRecognised } from './words.ts';

it.each([
	[{ a: 'yes', b: 'yes' }, 'all'],
	[{ a: 'yes', b: 'unsure' }, 'unsure'],
	[{ a: 'no', b: 'unsure' }, 'some'],
	[{ a: 'no' }, 'some'],
	[{ a: 'yes' }, null],
	[{}, null]
] as const)('the answers %j come to %s', (answers, expected) => {
	expect(allRecognised(['a', 'b'], answers)).toBe(expected);
});

it('nothing owed is all recognised', () => {
	expect(allRecognised([], {})).toBe('all');
});
