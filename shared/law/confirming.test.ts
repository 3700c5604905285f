import { describe, expect, it } from 'vitest';
import { day } from '../time/day.ts';
import { BANKRUPTCY_LEAST } from './clocks/claims.ts';
import { confirmRefusal } from './confirming.ts';

const TODAY = day('2026-11-19');
const RULES = [BANKRUPTCY_LEAST];

describe('a confirmation', () => {
	it.each([
		['INS.bankruptcy', 'Ann Marlow', '2026-11-19', null],
		['INS.bankruptcy', 'Ann Marlow', '2015-10-01', null],
		['INS.bankruptcy', 'Ann Marlow', '2026-11-20', 'in-the-future'],
		['INS.bankruptcy', 'Ann Marlow', '2015-09-30', 'before-the-rule'],
		['INS.bankruptcy', '  ', '2026-11-19', 'no-name'],
		['CT.reminder', 'Ann Marlow', '2026-11-19', 'no-such-rule'],
		['constructor', 'Ann Marlow', '2026-11-19', 'no-such-rule']
	])('of %s by %s on %s: %s', (ruleId, by, on, refusal) => {
		expect(confirmRefusal({ ruleId, by, on: day(on) }, { rules: RULES, today: TODAY })).toBe(
			refusal
		);
	});
});
