import { expect, test } from 'vitest';
import { leftAloud } from './words.ts';

test.each([
	[{ counted: 0, toRing: 0, spokenTo: 0, missed: 0 }, null],
	[{ counted: 1, toRing: 0, spokenTo: 0, missed: 0 }, 'Nobody took 1: 1 only counted.'],
	[
		{ counted: 3, toRing: 1, spokenTo: 2, missed: 1 },
		'Nobody took 7: 1 to ring back, 2 spoken to since, 1 not reached, 3 only counted.'
	]
])('a leader reads what became of callers whom nobody took: %j', (counts, says) => {
	expect(leftAloud(counts)).toBe(says);
});
