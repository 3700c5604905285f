import { describe, expect, it } from 'vitest';
import { samplePolicy } from '../law/northmere/policy.ts';
import { pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import { mayDecide } from './ceilings.ts';

const { most } = samplePolicy(day('2026-11-19')).W1.value;

describe('write-off, policy W1', () => {
	it.each([
		['officer', 1, 'alone'],
		['officer', 50_00, 'alone'],
		['officer', 50_01, 'leader'],
		['officer', 1_000_01, 'manager'],
		['officer', 5_000_01, 'section-151'],
		['leader', 50_01, 'alone'],
		['leader', 1_000_00, 'alone'],
		['leader', 1_000_01, 'manager'],
		['manager', 5_000_00, 'alone'],
		['manager', 5_000_01, 'section-151'],
		['administrator', 1, 'officer']
	] as const)('a %s with %i pence: %s decides', (role, amount, decides) => {
		const decision = mayDecide(role, { amount: pence(amount), most });
		expect(decision.ok ? 'alone' : decision.ask).toBe(decides);
	});

	it.each([0, -1])('is not asked about %i pence', (amount) => {
		expect(() => mayDecide('manager', { amount: pence(amount), most })).toThrow();
	});
});
