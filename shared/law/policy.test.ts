import { describe, expect, it } from 'vitest';
import { pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import { NORTHMERE, samplePolicy } from './northmere/policy.ts';
import { policyInForce } from './policy.ts';
import { AGREEING_ROLES, ROW_IDS } from './policy-rows.ts';
import type { PolicyVersions } from './policy-values.ts';

const DEMO_DAY = day('2026-11-19');

describe('the sample policy', () => {
	const policy = samplePolicy(DEMO_DAY);

	it('says of every row that it is a sample, and no law', () => {
		for (const [row, rule] of Object.entries(NORTHMERE).flatMap(([row, versions]) =>
			versions.map((version) => [row, version] as const)
		)) {
			expect(rule.provision).toBe(row);
			expect(rule.instrument).toContain('SAMPLE');
			expect(rule.confidence).toBe('sample');
			expect(rule.plain).not.toBe('');
		}
	});

	it.each(ROW_IDS)('says of %s either when it must be clear or why it is outside', (id) => {
		const row = policy[id].value;
		expect(row.clearBy === null).toBe(row.inPlan === 'no');
		expect(row.outside === null).toBe(row.inPlan !== 'no');
	});

	it.each(ROW_IDS)('lets nobody above agree less of %s than somebody below', (id) => {
		const { clearBy } = policy[id].value;
		for (const limits of Object.values(clearBy ?? {})) {
			const lengths = AGREEING_ROLES.map((role) => limits[role]).map((limit) => {
				if (limit === null) return 0;
				if (limit.kind === 'as-ordered') return 1;
				return limit.kind === 'months' ? limit.months : limit.plusMonths;
			});
			expect(lengths).toEqual(lengths.toSorted((one, other) => one - other));
		}
	});

	it('is not in force before it began', () => {
		expect(() => samplePolicy(day('2024-03-31'))).toThrow('policy.P1');
	});
});

describe('a policy that changes', () => {
	const [first] = NORTHMERE.A1;
	if (!first) throw new Error('The sample has no row A1.');
	const changed: PolicyVersions = {
		...NORTHMERE,
		A1: [
			{ ...first, to: day('2026-12-31') },
			{ ...first, id: 'policy.A1.2', value: { minutes: 5 }, from: day('2027-01-01') }
		],
		W1: [
			...NORTHMERE.W1,
			{
				id: 'policy.W1.2',
				value: {
					most: { officer: pence(0), leader: pence(0), manager: pence(0) },
					sampledOneIn: 1
				},
				from: null,
				to: null,
				nations: first.nations,
				instrument: first.instrument,
				provision: 'W1',
				address: null,
				confidence: 'sample',
				plain: 'Drafted and not approved.'
			}
		]
	};

	it.each([
		['2026-12-31', 3],
		['2027-01-01', 5]
	])('is on %s as it was on that day: %i minutes', (on, minutes) => {
		expect(policyInForce(day(on), changed).A1.value.minutes).toBe(minutes);
	});

	it('is not changed by a draft without a day', () => {
		expect(policyInForce(DEMO_DAY, changed).W1.id).toBe('policy.W1');
	});
});
