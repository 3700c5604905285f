import { describe, expect, it } from 'vitest';
import { day } from '../../time/day.ts';
import { holdersOf, mayNote, notedUntil, type Belongs } from './belonging.ts';

const link = (customerId: string, belongs: Belongs | null = null) => ({ customerId, belongs });

describe('to whom a number belongs', () => {
	it.each([
		['nobody noted anything', [link('a'), link('b')], ['a', 'b'], false],
		['one is certain', [link('a'), link('b', 'own')], ['b', 'a'], false],
		['two are certain', [link('a', 'own'), link('b', 'own')], ['a', 'b'], false],
		['it is wrong on another record', [link('a'), link('b', 'only-own')], ['b'], false],
		[
			'it is wrong elsewhere, but noted for one more',
			[link('a', 'own'), link('b', 'only-own'), link('c')],
			['a', 'b'],
			false
		],
		['a household has it, of whom one is known', [link('a', 'household')], ['a'], true],
		['a household has it with a stranger', [link('a'), link('b', 'household')], ['a', 'b'], true],
		['somebody speaks from it', [link('a', 'speaker')], [], false],
		['its owner speaks for another too', [link('a', 'speaker'), link('b')], ['b'], false],
		['it is linked to nobody', [], [], false]
	] as const)('%s', (_, links, expected, isHousehold) => {
		const found = holdersOf(links);
		expect(found.holders.map(({ customerId }) => customerId)).toEqual(expected);
		expect(found.isHousehold).toBe(isHousehold);
	});

	it.each([
		['2026-11-19', '2027-11-19'],
		['2028-02-29', '2029-02-28']
	])('what is noted on %s is used until %s', (on, until) => {
		expect(notedUntil(day(on))).toBe(day(until));
	});

	it('is said of their own telephone only by somebody who speaks for them', () => {
		const said = (['own', 'household', 'only-own', 'speaker'] as const).filter((belongs) =>
			mayNote(belongs, { isRepresentative: true })
		);
		expect(said).toEqual(['speaker']);
	});
});
