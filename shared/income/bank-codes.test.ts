import { describe, expect, it } from 'vitest';
import { NORTHMERE } from '../law/northmere/policy.ts';
import { theRuleInForce } from '../law/rule.ts';
import { day } from '../time/day.ts';
import {
	actOn,
	ADDACS,
	ARUDD,
	CHARGE_BACK_CODES,
	meaningOf,
	type AdviceAct
} from './bank-codes.ts';

const L2 = theRuleInForce(NORTHMERE.L2, { on: day('2026-11-19') }).value;

describe('a payment that comes back', () => {
	it.each<[string, AdviceAct]>([
		['0', 'retry'],
		['1', 'direct-debit-lost'],
		['2', 'bereavement'],
		['3', 'update-details'],
		['4', 'look'],
		['5', 'look'],
		['6', 'direct-debit-lost'],
		['7', 'look'],
		['8', 'look'],
		['9', 'look'],
		['A', 'look'],
		['B', 'direct-debit-lost'],
		['Z', 'look'],
		['', 'look']
	])('with code %s: %s', (code, act) => {
		expect(actOn({ kind: 'arudd', code, timesReturned: 1 }, L2)).toBe(act);
	});

	it('is asked for again once, and only where policy says so', () => {
		expect(actOn({ kind: 'arudd', code: '0', timesReturned: 2 }, L2)).toBe('look');
		const never = { ...L2, retryOnce: [] };
		expect(actOn({ kind: 'arudd', code: '0', timesReturned: 1 }, never)).toBe('look');
	});
});

describe('a payment that is charged back', () => {
	it.each(CHARGE_BACK_CODES)('for %s is never asked of the card again', (code) => {
		expect(actOn({ kind: 'charge-back', code, timesReturned: 1 }, L2)).toBe('charged-back');
		expect(meaningOf({ kind: 'charge-back', code })).toMatch(/^Charged back/);
	});
});

describe('an instruction that changes', () => {
	it.each<[string, AdviceAct]>([
		['0', 'direct-debit-lost'],
		['1', 'direct-debit-lost'],
		['2', 'bereavement'],
		['3', 'update-details'],
		['B', 'direct-debit-lost'],
		['C', 'update-details'],
		['D', 'look'],
		['E', 'update-details'],
		['R', 'nothing'],
		['F', 'look']
	])('with code %s: %s', (code, act) => {
		expect(actOn({ kind: 'addacs', code, timesReturned: 1 }, L2)).toBe(act);
	});

	it('has words for every code, and says one it does not know', () => {
		for (const { means } of [...Object.values(ARUDD), ...Object.values(ADDACS)])
			expect(means).not.toBe('');
		expect(meaningOf({ kind: 'arudd', code: 'B' })).toBe('Account closed');
		expect(meaningOf({ kind: 'addacs', code: 'Q' })).toBe('Code Q');
	});
});
