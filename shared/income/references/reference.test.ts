import { describe, expect, it } from 'vitest';
import { hasItsCheckDigit, insideCreditorReference } from './check-digits.ts';
import { normalised, oneSlipAway, referencesIn } from './reference.ts';

describe('what a payer wrote', () => {
	it.each([
		['7710448261', ['7710448261']],
		['7710 448 261', ['7710448261']],
		['ct 7710-448-261 thank you', ['7710448261']],
		['COUNCILTAX7710448261', ['7710448261']],
		['7710448261 16 NOV', ['7710448261']],
		['si 0090 3316', ['SI00903316']],
		['INVOICE SI00903316', ['SI00903316']],
		['HBO210877/7710448261', ['HBO210877', '7710448261']],
		['7710448261 7710448261', ['7710448261']],
		['40101277531', ['40101277531']],
		['BID0001277', ['BID0001277']],
		// Neither longer, nor shorter, nor the end of another word.
		['77104482610', []],
		['771044826', []],
		['VISI00903316', []],
		['177104482611', []],
		['RENT', []],
		['', []],
		['=HYPERLINK("http://example.com")', []],
		["'; drop table debts; --", []]
	] as const)('"%s" names %j', (written, found) => {
		expect(referencesIn(written)).toEqual(found);
	});

	it.each([
		['ct 7710 448 261', '7710448261'],
		['happy birthday', 'HAPPYBIRTHDAY'],
		['  ', null],
		['£££', null]
	])('"%s" is compared as %s', (written, plain) => {
		expect(normalised(written)).toBe(plain);
	});
});

describe('one slip away', () => {
	it.each([
		['a digit mistyped', '7710448262'],
		['two changed round', '7710448216'],
		['one left out', '771044826'],
		['one too many', '77104482611']
	])('is %s', (_name, slipped) => {
		expect(oneSlipAway('7710448261').has(slipped)).toBe(true);
		expect(oneSlipAway(slipped).has('7710448261')).toBe(true);
	});

	it('is not the reference itself, nor two slips', () => {
		const slips = oneSlipAway('7710448261');
		expect(slips.has('7710448261')).toBe(false);
		expect(slips.has('7710448333')).toBe(false);
		expect(slips.size).toBeLessThan(230);
	});
});

describe('check digits', () => {
	it.each([
		['79927398713', { by: 'mod-10' }, true],
		['79927398710', { by: 'mod-10' }, false],
		['2000000002', { by: 'mod-11', weights: [10, 9, 8, 7, 6, 5, 4, 3, 2] }, true],
		['2000000003', { by: 'mod-11', weights: [10, 9, 8, 7, 6, 5, 4, 3, 2] }, false],
		['', { by: 'mod-10' }, false]
	] as const)('%s by %j: %s', (reference, check, holds) => {
		expect(hasItsCheckDigit(reference, check)).toBe(holds);
	});

	it.each([
		['RF18 5390 0754 7034', '539007547034'],
		['rf18539007547034', '539007547034'],
		['RF19 5390 0754 7034', null],
		['RF18', null],
		['539007547034', null]
	])('%s holds %s', (written, inside) => {
		expect(insideCreditorReference(written)).toBe(inside);
	});
});
