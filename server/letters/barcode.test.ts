import { describe, expect, it } from 'vitest';
import { barsOf } from './barcode.ts';

describe('the barcode of a payment reference', () => {
	// As JsBarcode 3.12.3 and any reader have them.
	it.each([
		['9000000017', '2112322141212122222122222122221232211422112331112'],
		['9099999992', '2112322141211131411131411131411111432221222331112']
	])('%s is Code 128 in its set C', (digits, widths) => {
		expect(barsOf(digits).join('')).toBe(widths);
	});

	it('of every pair is a symbol of eleven modules, three bars and three spaces', () => {
		const seen = new Set<string>();
		for (let pair = 0; pair < 100; pair += 1) {
			const symbol = barsOf(String(pair).padStart(2, '0')).slice(6, 12);
			expect(symbol.reduce((sum, width) => sum + width, 0)).toBe(11);
			seen.add(symbol.join(''));
		}
		expect(seen.size).toBe(100);
	});

	it('of an odd number ends with one digit in set B', () => {
		expect(barsOf('123').join('')).toBe(
			['211232', '112232', '114131', '221132', '121124', '2331112'].join('')
		);
	});

	it.each(['', '1', '12a4', '12 34'])('is not made of %j', (digits) => {
		expect(() => barsOf(digits)).toThrow('of digits');
	});
});
