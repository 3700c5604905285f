import { expect, it } from 'vitest';
import { noSuchDay } from './no-such-day.ts';

it.each([
	['31 November', 'November has 30 days.'],
	['31/11/2026', 'November 2026 has 30 days.'],
	['31.11.26', 'November 2026 has 30 days.'],
	['30 February', 'February has 29 days.'],
	['29 February 2027', 'February 2027 has 28 days.'],
	['30 November', null],
	['29 February', null],
	['32 1', null],
	['soon', null],
	['', null]
])('%j: %s', (said, why) => {
	expect(noSuchDay(said)).toBe(why);
});
