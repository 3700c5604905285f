import { expect, it } from 'vitest';
import { day } from './day.ts';
import { readDayAhead } from './day-ahead.ts';

// A Thursday.
const TODAY = day('2026-11-19');

it.each([
	['1 December', '2026-12-01'],
	['1st dec', '2026-12-01'],
	['1/12', '2026-12-01'],
	['1/12/26', '2026-12-01'],
	['1 December 2026', '2026-12-01'],
	['1\u00a0December\u00a02026', '2026-12-01'],
	['2026-12-01', '2026-12-01'],
	['19 November', '2026-11-19'],
	// Gone by this year, so it is the next one.
	['18 November', '2027-11-18'],
	['1 1', '2027-01-01'],
	['29 February 2028', '2028-02-29'],
	['today', '2026-11-19'],
	['Tomorrow', '2026-11-20'],
	['friday', '2026-11-20'],
	['Thu', '2026-11-26'],
	['wednesday', '2026-11-25'],
	// Taken as typed: whether it is too late is a rule's to say.
	['1 December 2020', '2020-12-01']
])('%j on 19 November 2026 is %s', (said, expected) => {
	expect(readDayAhead(said, TODAY)).toBe(expected);
});

it.each([
	'',
	' ',
	'1',
	'29 February 2027',
	'31 April',
	'32 1',
	'next month',
	'soon',
	'1 2 3 4',
	'mo'
])('%j is no day', (said) => {
	expect(readDayAhead(said, TODAY)).toBeNull();
});
