import { expect, test } from 'vitest';
import { sayProgress } from './say-import.ts';

const READ = { step: 'reading', rows: 4_000, rowsInAll: null, bytes: 2_048, ms: 2_000 } as const;
const PUBLISHED = { step: 'entries', rows: 50_000, rowsInAll: 80_000, ms: 10_000 } as const;

test.for([
	[{ ...READ, msLeft: 200_000 }, '4,000 lines, 2,000 a second, 4 minutes left …'],
	[{ ...READ, msLeft: null }, '4,000 lines, 2,000 a second, 2 KB read …'],
	[
		{ ...READ, step: 'checking', rowsInAll: 4_000, msLeft: null },
		'Looking at it as a whole: 4,000 lines …'
	],
	[
		{ ...PUBLISHED, step: 'people', rows: 0, msLeft: null },
		'Publishing people, 1 of 4: 80,000 lines …'
	],
	[
		{ ...PUBLISHED, msLeft: 5_100 },
		'Publishing entries, 3 of 4: 50,000 of 80,000 lines, 5,000 a second, 6 seconds left …'
	]
] as const)('how far an import is: %o', ([progress, words]) => {
	expect(sayProgress(progress)).toBe(words);
});
