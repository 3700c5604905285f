import { describe, expect, it } from 'vitest';
import { day } from '../time/day.ts';
import { AGENT_FEES } from './charges/agent-fees.ts';
import { EARNINGS_ORDERS } from './deductions/earnings-tables.ts';
import { ruleById, STATUTE } from './register.ts';
import { citationOf, mayBeQuoted, ruleInForce, theRuleInForce, type Rule } from './rule.ts';

const NOTHING_BEFORE = day('1990-01-01');

describe('a rule in force', () => {
	it.each([
		['1998-09-30', 'England', null],
		['1998-10-01', 'England', 'AEO.EW-1998'],
		['2007-03-31', 'Wales', 'AEO.EW-1998'],
		['2007-04-01', 'England', 'AEO.E-2007'],
		['2022-03-31', 'Wales', 'AEO.W-2007'],
		['2022-04-01', 'Wales', 'AEO.W-2022'],
		['2026-11-19', 'England', 'AEO.E-2007']
	] as const)('for an order made on %s in %s is %s', (on, nation, id) => {
		expect(ruleInForce(EARNINGS_ORDERS, { on: day(on), nation })?.id ?? null).toBe(id);
	});

	it('is never an announced one, of any rule, on any day, in either nation', () => {
		const announced = STATUTE.flat().filter((rule) => rule.from === null);
		expect(announced.map(({ id }) => id)).toEqual([
			'FEES.TCG-announced-2025',
			'CT.instalments-announced-2025',
			'CT.reform-announced',
			'TCG.notice-announced'
		]);
		const days = Array.from({ length: 80 }, (_, year) => day(`${1990 + year}-04-01`));
		for (const versions of STATUTE)
			for (const on of days)
				for (const nation of ['England', 'Wales'] as const)
					expect(announced).not.toContain(ruleInForce(versions, { on, nation }));
	});

	it('is never one that is only announced', () => {
		expect(ruleInForce(AGENT_FEES, { on: day('2099-01-01') })?.id).toBe('FEES.TCG-2014');
		const announced = STATUTE.flat().filter((rule) => rule.from === null);
		expect(announced.length).toBeGreaterThan(2);
		expect(announced.filter(mayBeQuoted)).toEqual([]);
	});

	it('is a mistake of ours where there must be one and is none', () => {
		expect(() => theRuleInForce(AGENT_FEES, { on: NOTHING_BEFORE })).toThrow('FEES.TCG-2014');
	});
});

describe('the register', () => {
	const rules: readonly Rule[] = STATUTE.flat();

	it('has every rule once, with its citation, its address and plain words', () => {
		expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
		for (const rule of rules) {
			expect(ruleById(rule.id)).toBe(rule);
			expect(citationOf(rule)).toContain(rule.instrument);
			expect(rule.address ?? 'https://').toMatch(/^https:\/\//);
			expect(rule.plain).toMatch(/\.$/);
		}
		expect(ruleById('constructor')).toBeNull();
	});

	it('never has two versions of one thing in force on one day in one nation', () => {
		for (const versions of STATUTE) {
			const edges = versions.flatMap((rule) => [rule.from, rule.to]).filter((on) => on !== null);
			for (const on of edges)
				for (const nation of ['England', 'Wales'] as const) {
					const inForce = versions.filter((rule) => ruleInForce([rule], { on, nation }) !== null);
					expect(inForce.length).toBeLessThanOrEqual(1);
				}
		}
	});
});
