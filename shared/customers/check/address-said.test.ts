import { expect, it } from 'vitest';
import { compareAddress } from './address-said.ts';

const LANTERN = { line1: '14 Lantern Row', line2: null, postcode: 'NM4 7QT' };
const COOPER = { line1: "Flat 2, 7 Cooper's Yard", line2: null, postcode: 'NM1 3DA' };
const TANNER = { line1: 'Flat 6', line2: "Tanner's Court", postcode: 'NM3 1RD' };
const ROSE = { line1: 'Rose Cottage', line2: null, postcode: 'NM2 4LB' };

it.each([
	['14 Lantern Row, NM4 7QT', LANTERN, 'matches'],
	['14 lantern row nm47qt', LANTERN, 'matches'],
	['NM4 7QT 14 Lantern Row', LANTERN, 'matches'],
	['14 Lantren Row NM4 7QT', LANTERN, 'matches'],
	['14 Lantern Row, Northmere, NM4 7QT', LANTERN, 'matches'],
	['2/7 Coopers Yard NM1 3DA', COOPER, 'matches'],
	['apartment 2, 7 coopers yard, nm1 3da', COOPER, 'matches'],
	["Flat 6 Tanner's Ct NM3 1RD", TANNER, 'matches'],
	['rose cotage nm2 4lb', ROSE, 'matches'],
	// Asked again.
	['14 Lantern Row', LANTERN, 'nearly'],
	['14 Lantern Row NM4 7QD', LANTERN, 'nearly'],
	['14 NM4 7QT', LANTERN, 'nearly'],
	// Next door is not the address, and neither is another flat.
	['41 Lantern Row NM4 7QT', LANTERN, 'differs'],
	['14a Lantern Row NM4 7QT', LANTERN, 'differs'],
	['Lantern Row NM4 7QT', LANTERN, 'differs'],
	['14 Mill Lane NM4 7QT', LANTERN, 'differs'],
	['14 Lantern Row NM1 3DA', LANTERN, 'differs'],
	["Flat 7, 2 Cooper's Yard NM1 3DA", COOPER, 'differs'],
	['NM2 4LB', ROSE, 'differs'],
	['', LANTERN, 'differs']
] as const)('%j for %j: %s', (said, held, expected) => {
	expect(compareAddress(said, held)).toBe(expected);
});

it('takes the two ways of writing a road and a saint for one', () => {
	const held = { line1: "3 St Mary's Road", line2: null, postcode: 'NM4 7QT' };
	expect(compareAddress('3 Saint Marys Rd NM4 7QT', held)).toBe('matches');
});
