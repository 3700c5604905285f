import { describe, expect, test } from 'vitest';
import type { ImportSeen } from '#shared/officers/imports.ts';
import { instant } from '#shared/time/day.ts';
import { sayProgress } from './words.ts';

const at = (seconds: number) => instant(new Date(Date.UTC(2026, 10, 19, 10, 0, seconds)));
const NOW = Date.parse(at(30));

const SEEN: ImportSeen = {
	id: '1',
	title: 'Council Tax',
	fileName: 'tax.csv',
	state: 'reading',
	step: 'reading',
	on: null,
	startedAt: at(0),
	rows: 60_000,
	rowsPublished: 0,
	publishingAt: null,
	expectedAt: null,
	rejected: 0,
	listed: 0,
	bytesRead: 3_000,
	bytesInAll: 9_000,
	stoppedAt: null,
	says: [],
	isMatched: false,
	acceptedBy: null,
	acceptedBecause: null
};

describe('how far an extract is', () => {
	test.for<[Partial<ImportSeen>, string]>([
		[{}, '2,000 lines a second, 60 seconds left'],
		[{ bytesInAll: null }, '2,000 lines a second'],
		[{ step: 'checking' }, 'Looking at it as a whole …'],
		[{ step: 'publishing' }, 'Publishing …'],
		[
			{ step: 'entries', publishingAt: at(20), rowsPublished: 20_000, expectedAt: at(130) },
			'Publishing entries, 3 of 4: 20,000 of 60,000 lines, 2,000 lines a second, 2 minutes left'
		],
		[
			{ step: 'people', publishingAt: at(29) },
			'Publishing people, 1 of 4: 0 of 60,000 lines, 0 lines a second'
		],
		[
			{ step: 'balances', publishingAt: at(20), rowsPublished: 60_000, expectedAt: at(29) },
			'Comparing balances, 4 of 4: 60,000 of 60,000 lines, 6,000 lines a second, 0 seconds left'
		],
		[
			{ stoppedAt: 4_599 },
			'Its file stopped coming at 51%. Choose the same file again, and it goes on from there. After ten minutes it is given up.'
		],
		[{ state: 'published' }, 'Comparing its people with those we know …']
	])('%o', ([seen, words]) => {
		expect(sayProgress({ ...SEEN, ...seen }, NOW)).toBe(words);
	});
});
