import { describe, expect, it } from 'vitest';
import { formatPounds, parsePounds, pence, sayPounds, timesRate } from './pence.ts';

describe('an amount a person types', () => {
	it.each([
		['19.99', 1999],
		['1.15', 115],
		['£1,184.37', 118437],
		['140', 14000],
		['.5', 50],
		['0.01', 1],
		[' 2 016.33 ', 201633],
		['-12.34', -1234],
		['90071992547409.91', 9007199254740991]
	])('%s is %i pence', (typed, expected) => {
		expect(parsePounds(typed)).toBe(expected);
	});

	it.each(['', 'abc', '1.234', '1,23.00', '1e3', '£', '--1', '12.', '90071992547409.92', 'NaN'])(
		'"%s" is not an amount',
		(typed) => {
			expect(parsePounds(typed)).toBeNull();
		}
	);
});

describe('pence', () => {
	it.each([0.5, Number.NaN, Infinity, 2 ** 53])('refuses %d', (amount) => {
		expect(() => pence(amount)).toThrow();
	});

	it('is never minus nothing', () => {
		expect(Object.is(pence(-0), 0)).toBe(true);
	});
});

describe('a rate', () => {
	it.each([
		['weekly to monthly', 4320, { numerator: 52, denominator: 12 }, 'half-up', 18720],
		['12% of 1,286.40', 128640, { numerator: '0.12' }, 'half-down', 15437],
		['a half, down', 5, { numerator: 1, denominator: 2 }, 'half-down', 2],
		['a half, up', 5, { numerator: 1, denominator: 2 }, 'half-up', 3],
		['thirds, up', 100, { numerator: 1, denominator: 3 }, 'up', 34],
		['thirds, down', 100, { numerator: 1, denominator: 3 }, 'down', 33]
	] as const)('%s', (_, amount, rate, rounding, expected) => {
		expect(timesRate(pence(amount), rate, rounding)).toBe(expected);
	});
});

describe('an amount shown', () => {
	it.each([
		[0, '£0.00', '£0'],
		[62, '£0.62', '62p'],
		[14000, '£140.00', '£140'],
		[118437, '£1,184.37', '£1,184.37'],
		[-123456789, '-£1,234,567.89', '-£1,234,567.89']
	])('%i pence is %s, said %s', (amount, shown, said) => {
		expect(formatPounds(pence(amount))).toBe(shown);
		expect(sayPounds(pence(amount))).toBe(said);
	});
});
