import { describe, expect, it } from 'vitest';
import { groupedReference, isPlanReference, planReference } from './plan-reference.ts';
import { oneSlipAway, readReference, referencesIn } from './reference.ts';

const GIVEN = Array.from({ length: 400 }, (_, serial) => planReference(serial + 1)).flatMap(
	(reference) => reference ?? []
);

describe('the reference of a plan’s payment', () => {
	it('is ten digits, and never given out twice', () => {
		expect(new Set(GIVEN).size).toBe(GIVEN.length);
		expect(GIVEN.every((reference) => /^90\d{8}$/.test(reference))).toBe(true);
		expect(GIVEN.length).toBeGreaterThan(350);
	});

	it.each([
		[1, '9000000017'],
		[2, '9000000025'],
		[5, null],
		[9_999_999, '9099999992']
	])('number %i is %s', (serial, reference) => {
		expect(planReference(serial)).toBe(reference);
	});

	it('ends when its digits do, and is never cut', () => {
		expect(() => planReference(10_000_000)).toThrow('no more references');
	});

	it.each(['9000 000 017', 'PLAN 9000000017 THANK YOU', '9000-000-017', 'rf 9000000017'])(
		'is found in %s',
		(written) => {
			expect(referencesIn(written)).toEqual(['9000000017']);
			expect(readReference(written)).toMatchObject({ is: 'ours', name: 'Payment plan' });
		}
	);

	it('with a slip is never the reference of another plan', () => {
		const slips = GIVEN.slice(0, 60).flatMap((reference) =>
			[...oneSlipAway(reference)].filter((slip) => slip.length === reference.length)
		);
		const taken = slips.filter((slip) => slip.startsWith('90') && referencesIn(slip).length > 0);
		expect(taken).toEqual([]);
		expect(readReference('9000000018')).toEqual({ is: 'wrong-check', name: 'Payment plan' });
	});

	it.each([
		['9000000017', true],
		['7710448261', false],
		['90000000170', false]
	])('%s is one: %s', (reference, is) => {
		expect(isPlanReference(reference)).toBe(is);
	});

	it('is read out in groups', () => {
		expect(groupedReference('9000000017')).toBe('9000 000 017');
		expect(groupedReference('SI00903316')).toBe('SI00903316');
	});
});
