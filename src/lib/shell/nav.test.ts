import { describe, expect, test } from 'vitest';
import { isAt, placesFor } from './nav.ts';

describe('the pages in the top bar', () => {
	test.each([
		['officer', 'Calls, Desk, My work, Money'],
		['leader', 'Calls, Desk, My work, Money, Team, Cases, Records, Policy'],
		['manager', 'Calls, Desk, My work, Money, Team, Cases, Records, Law, Policy'],
		['administrator', 'Settings']
	] as const)('of the %s are %s', (role, names) => {
		expect(
			placesFor(role)
				.map((place) => place.name)
				.join(', ')
		).toBe(names);
	});

	test('one is current for itself and what lies under it, not for a longer word', () => {
		const calls = { href: '/calls', name: 'Calls' };
		expect(isAt(calls, '/calls')).toBe(true);
		expect(isAt(calls, '/calls/1')).toBe(true);
		expect(isAt(calls, '/callsign')).toBe(false);
	});
});
