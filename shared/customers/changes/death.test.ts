import { describe, expect, it } from 'vitest';
import { day } from '../../time/day.ts';
import { readDied, whoDied } from './death.ts';

const TODAY = day('2026-11-19');
const KELLY = { customerId: 'kelly', givenNames: 'Kelly', familyName: 'Ashworth' };
const DEAN = { customerId: 'dean', givenNames: 'Dean', familyName: 'Ashworth' };
const FATHER = { customerId: 'father', givenNames: 'Dean', familyName: 'Ashworth' };

describe('a death is of', () => {
	it.each([
		['Dean Ashworth', 'dean'],
		['my husband, Dean', null],
		['dean ashwroth', 'dean'],
		['Ashworth', null],
		['Somebody Else', null],
		['', null]
	])('“%s”: %s', (said, who) => {
		expect(whoDied(said, [KELLY, DEAN])).toBe(who);
	});

	it('nobody, where a father and a son of one name may be meant', () => {
		expect(whoDied('Dean Ashworth', [KELLY, DEAN, FATHER])).toBeNull();
	});
});

describe('the day somebody died', () => {
	it.each([
		['3 November', '2026-11-03'],
		['3 November 2026', '2026-11-03'],
		['yesterday', '2026-11-18'],
		['19 November 2026', '2026-11-19'],
		['', null]
	])('“%s” is %s', (said, on) => {
		expect(readDied(said, TODAY)).toEqual({ ok: true, on });
	});

	it.each([
		['20 November 2026', /still to come/],
		['31 February', /no such day/],
		['last week', /no such day/],
		['3 November 1926', /twenty years/]
	])('“%s” is refused', (said, because) => {
		const read = readDied(said, TODAY);
		expect(read.ok ? '' : read.because).toMatch(because);
	});
});
