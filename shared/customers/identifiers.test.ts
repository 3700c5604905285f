import { describe, expect, it } from 'vitest';
import { holdsCardNumber } from './card-number.ts';
import { isNino, isUprn, normalNino } from './identifiers.ts';

describe('a National Insurance number', () => {
	it.each(['AB123456C', 'ab 12 34 56 c', 'OA123456A', 'NX000000A'])('may be %s', (text) => {
		expect(isNino(text)).toBe(true);
	});

	it.each(['QQ123456C', 'AO123456C', 'GB123456A', 'TN123456B', 'JK98765D', 'AB123456E', ''])(
		'is never "%s"',
		(text) => {
			expect(isNino(text)).toBe(false);
		}
	);

	it('is kept in capitals without spaces', () => {
		expect(normalNino(' ab 12 34 56 c ')).toBe('AB123456C');
	});
});

describe('a property reference', () => {
	it.each([
		['1', true],
		['100012345678', true],
		['1000123456789', false],
		['ABC', false],
		['', false]
	])('"%s": %s', (text, expected) => {
		expect(isUprn(text)).toBe(expected);
	});
});

describe('a card number', () => {
	it.each([
		'4111111111111111',
		'paid with 4111 1111 1111 1111 today',
		'4111-1111-1111-1111',
		'4111.1111.1111.1111',
		'4111 1111  1111 1111 12/27',
		'378282246310005',
		'ref 7710448261 4111111111111111'
	])('is seen in "%s"', (text) => {
		expect(holdsCardNumber(text)).toBe(true);
	});

	it('is looked for in a long text without delay', () => {
		expect(holdsCardNumber('1 '.repeat(100_000))).toBe(false);
	});

	it.each([
		'4111111111111112',
		'88123456',
		'7710 448 261',
		'0000 0000 0000 0000',
		'07700 900142',
		''
	])('is not seen in "%s"', (text) => {
		expect(holdsCardNumber(text)).toBe(false);
	});
});
