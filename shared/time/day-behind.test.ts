import { describe, expect, it } from 'vitest';
import { readDayBehind } from './day-behind.ts';
import { day } from './day.ts';

/** A Thursday. */
const TODAY = day('2026-11-19');

describe('a day that has been', () => {
	it.each([
		['12 November', '2026-11-12'],
		['19 November', '2026-11-19'],
		['20 November', '2025-11-20'],
		['1/12', '2025-12-01'],
		['12 11 2024', '2024-11-12'],
		['1 December 2026', '2026-12-01'],
		['today', '2026-11-19'],
		['yesterday', '2026-11-18'],
		['friday', '2026-11-13'],
		['thursday', '2026-11-19'],
		['31 February', null],
		['soon', null],
		['', null]
	])('%s is %s', (said, on) => {
		expect(readDayBehind(said, TODAY)).toBe(on);
	});
});
