import { describe, expect, it } from 'vitest';
import { counterDigits, withoutCounters, type Counter } from './counter-barcodes.ts';
import { referencesIn } from './reference.ts';

const REFERENCE = '9000000017';
/** Invented, as every council's is its own. */
const POST_OFFICE: Counter = {
	name: 'Post Office',
	begins: '982699',
	digits: 20,
	check: 'modulus-10'
};
const SHOPS: Counter = { name: 'Shops', begins: '77', digits: 12, check: 'no-check' };

describe('a barcode of a counter network', () => {
	it('is the council’s own number, the reference filled up, and the check digit', () => {
		expect(counterDigits(REFERENCE, POST_OFFICE)).toBe('98269900090000000170');
		expect(counterDigits(REFERENCE, SHOPS)).toBe('779000000017');
	});

	it.each([
		['a reference with letters', 'HBO210877', POST_OFFICE],
		['no room for it', REFERENCE, { ...SHOPS, digits: 11 }]
	])('is none for %s', (_, reference, counter) => {
		expect(counterDigits(reference, counter)).toBeNull();
	});

	it.each([
		['whole', '98269900090000000170'],
		['in fours', '9826 9900 0900 0000 0170'],
		['among words', 'PO 98269900090000000170 NORTHMERE'],
		['the reference alone', '9000000017'],
		['of another network', '77-9000000017']
	])('is read as its reference, %s', (_, written) => {
		expect(referencesIn(withoutCounters(written, [POST_OFFICE, SHOPS]))).toEqual([REFERENCE]);
	});

	it.each([
		['a digit mistyped', '98269900090000000180'],
		['another council’s number', '98269800090000000171'],
		['one digit too many', '982699000900000001700'],
		['nothing', '']
	])('is left as it is written with %s', (_, written) => {
		expect(withoutCounters(written, [POST_OFFICE])).toBe(written);
	});

	it('changes nothing for a council that is with none', () => {
		expect(withoutCounters('98269900090000000170', [])).toBe('98269900090000000170');
	});
});
