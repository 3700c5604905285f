import { describe, expect, it } from 'vitest';
import { samplePolicy } from '../law/northmere/policy.ts';
import type { Stream } from '../debts/streams.ts';
import { day } from '../time/day.ts';
import { contactPolicy } from './contact-policy.ts';

const WHOLE = samplePolicy(day('2026-11-19'));

const rowsFor = (...streams: Stream[]) =>
	Object.keys(
		contactPolicy(
			WHOLE,
			streams.map((stream) => ({ stream }))
		)
	);

describe('the policy that leaves with a contact', () => {
	it.each<[Stream, string[], string[]]>([
		['council-tax', ['CT1', 'CT8', 'HO', 'OT', 'P1', 'L8'], ['NR1', 'PC1', 'MA', 'W1']],
		['bid', ['NR1', 'NR2', 'NR3'], ['CT1', 'RE1']],
		['former-tenant', ['RE1', 'RE3'], ['IN1', 'CA1']],
		['parking', ['PC1', 'PC3'], ['HB1', 'I1', 'RF']]
	])('of who owes %s has %j and not %j', (stream, has, hasNot) => {
		const rows = rowsFor(stream);
		for (const row of has) expect(rows).toContain(row);
		for (const row of hasNot) expect(rows).not.toContain(row);
	});

	it('is the same rows, word for word, and less than two thirds of them for most', () => {
		const sent = contactPolicy(WHOLE, [{ stream: 'council-tax' }, { stream: 'overpayment' }]);
		expect(sent.CT4).toBe(WHOLE.CT4);
		const size = (policy: object) => JSON.stringify(policy).length;
		expect(size(sent)).toBeLessThan((size(WHOLE) * 2) / 3);
	});
});
