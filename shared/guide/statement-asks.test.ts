import { describe, expect, it } from 'vitest';
import { FULL_LINES } from '../affordability/lines.ts';
import { isAskedFirst, linesAskedFirst, usualFrequency } from '../affordability/usual.ts';
import { sayFaults } from './say-rules.ts';
import { REASON_ASKS, STATEMENT_ASKS, THREE_QUESTIONS } from './statement-asks.ts';

describe('every question of the statement', () => {
	it.each(Object.entries({ ...STATEMENT_ASKS, ...REASON_ASKS, ...THREE_QUESTIONS }))(
		'%s can be said aloud',
		(_id, say) => {
			expect(sayFaults(say)).toEqual([]);
			expect(say).toMatch(/\?$/);
		}
	);

	it('is asked once', () => {
		const asks = Object.values(STATEMENT_ASKS);
		expect(new Set(asks).size).toBe(asks.length);
	});
});

describe('the lines asked first', () => {
	const family = { adults: 2, childrenUnder16: 1, youngPeople: 0 };

	it('are a few of the whole, and about children only where there are some', () => {
		const alone = linesAskedFirst(null).map(({ id }) => id);
		expect(alone.length).toBeLessThan(FULL_LINES.length / 3);
		expect(alone).not.toContain('child-benefit');
		expect(linesAskedFirst(family).map(({ id }) => id)).toEqual(
			expect.arrayContaining(['child-benefit', 'childcare', 'partner-salary'])
		);
	});

	it.each([
		['young people', { adults: 1, childrenUnder16: 0, youngPeople: 1 }, true],
		['nobody but one adult', { adults: 1, childrenUnder16: 0, youngPeople: 0 }, false]
	])('with %s', (_name, household, expected) => {
		expect(isAskedFirst({ id: 'child-benefit' }, household)).toBe(expected);
	});

	it('come as often as they usually do', () => {
		expect(usualFrequency('groceries')).toBe('weekly');
		expect(usualFrequency('rent')).toBe('monthly');
	});
});
