import { describe, expect, it } from 'vitest';
import { day } from './day.ts';
import { ordinal, sayPayDays } from './spoken.ts';

describe('pay-days aloud', () => {
	it.each([
		['monthly', '2026-12-01', 'on the 1st of each month, starting on Tuesday 1 December 2026'],
		['monthly', '2026-12-22', 'on the 22nd of each month, starting on Tuesday 22 December 2026'],
		[
			'monthly',
			'2026-12-31',
			'on the 31st of each month, or its last day, starting on Thursday 31 December 2026'
		],
		['weekly', '2026-12-04', 'every Friday, starting on Friday 4 December 2026'],
		['fortnightly', '2026-12-04', 'every second Friday, starting on Friday 4 December 2026'],
		['four-weekly', '2026-12-06', 'every fourth Sunday, starting on Sunday 6 December 2026']
	] as const)('%s from %s', (rhythm, firstOn, said) => {
		expect(sayPayDays({ rhythm, firstOn: day(firstOn) }).replaceAll('\u00a0', ' ')).toBe(said);
	});

	it.each([
		[1, '1st'],
		[2, '2nd'],
		[3, '3rd'],
		[4, '4th'],
		[11, '11th'],
		[13, '13th'],
		[21, '21st'],
		[30, '30th']
	])('%i is %s', (number, said) => {
		expect(ordinal(number)).toBe(said);
	});
});
