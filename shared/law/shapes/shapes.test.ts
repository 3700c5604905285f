import { describe, expect, it, test } from 'vitest';
import { NORTHMERE } from '../northmere/policy.ts';
import type { PolicyRowId } from '../policy-values.ts';
import { isPolicyRow, POLICY_ROWS, readValue } from './shapes.ts';

describe('the shape of a row of policy', () => {
	it.each(POLICY_ROWS)('takes what the sample says of %s, and changes nothing of it', (row) => {
		for (const { value } of NORTHMERE[row])
			expect(readValue(row, JSON.parse(JSON.stringify(value)))).toEqual({ ok: true, value });
	});

	it('is there for every row of the sample', () => {
		expect(POLICY_ROWS.toSorted()).toEqual(Object.keys(NORTHMERE).toSorted());
		expect(isPolicyRow('constructor')).toBe(false);
	});

	test.each<readonly [string, PolicyRowId, unknown, Record<string, string>]>([
		['a part of a penny', 'P4', { wholeUnit: 1.5 }, { wholeUnit: 'amount of money' }],
		['money below nothing', 'P4', { wholeUnit: -1 }, { wholeUnit: 'amount of money' }],
		['words for money', 'P4', { wholeUnit: 'a pound' }, { wholeUnit: 'amount of money' }],
		['more than all of it', 'L1', { keptPercent: 101 }, { keptPercent: '0 to 100' }],
		['nobody’s role', 'L3', { looks: 'mayor' }, { looks: 'Choose an officer' }],
		['no time at all to answer', 'A1', { minutes: 0 }, { minutes: '1 to 10,000' }],
		['a field that there is not', 'A1', { minutes: 3, seconds: 1 }, { '': 'seconds' }],
		['a kind of debt twice', 'P6', { ranks: ['rent'] }, { ranks: 'one place' }],
		['an hour that ends before it begins', 'C1', { hours: [[20, 8]] }, { 'hours.0': 'before' }],
		['no debt adviser', 'DA', { advisers: [] }, { advisers: 'at least one' }],
		['an adviser twice', 'DA', { advisers: ['Shelter', 'SHELTER'] }, { advisers: 'once' }],
		['an adviser of no name', 'DA', { advisers: [' '] }, { 'advisers.0': 'Write something' }],
		['a long tale', 'DA', { advisers: ['a'.repeat(81)] }, { 'advisers.0': '80 letters' }],
		['nothing', 'A1', null, { '': '' }]
	])('refuses %s, in words', (_, row, value, expected) => {
		const read = readValue(row, value);
		expect(read.ok).toBe(false);
		for (const [field, says] of Object.entries(expected))
			expect(read.ok ? {} : read.problems).toHaveProperty([field], expect.stringContaining(says));
	});

	it('refuses a debt that is outside a plan and has a date to be clear by', () => {
		const [row] = NORTHMERE.CT4;
		expect(readValue('CT4', { ...row?.value, inPlan: 'no' }).ok).toBe(false);
	});
});
