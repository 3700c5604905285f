import { describe, expect, it } from 'vitest';
import { cardNumberIn, holdsCardNumber } from './card-number.ts';

const VISA = '4111111111111111';

describe('a card number', () => {
	it.each([
		['in figures of double width', '４１１１　１１１１　１１１１　１１１１'],
		['with long dashes', '4111–1111—1111‑1111'],
		['with spaces about its dashes', '4111 - 1111 - 1111 - 1111'],
		['with hard spaces', '4111\u00a01111\u00a01111\u00a01111'],
		['with what cannot be seen in it', '4111\u200b1111\u200b1111\u200b1111'],
		['one figure at a time', VISA.split('').join(' ')],
		['on several lines', '4111\n1111\n1111\n1111'],
		['of thirteen figures', '4222222222222'],
		['of nineteen figures', '6304000000000000000'],
		['beside an id of ours', `7f8d7a52-1b5e-4d8e-9d2a-0b7d3f1c2e4a ${VISA}`]
	])('is seen %s', (_, text) => {
		expect(holdsCardNumber(text)).toBe(true);
	});

	it.each([
		['an id of ours', '41111111-1111-4111-8111-111111111111'],
		['an amount and a day', '411.11 2026-11-19 11.11'],
		['a bank’s account', 'GB33BUKB20201555555555'],
		['a mobile number', '07700 900142, 07700 900143'],
		['twelve figures', '411111111116']
	])('is not seen in %s', (_, text) => {
		expect(holdsCardNumber(text)).toBe(false);
	});
});

describe('an input', () => {
	it.each([
		['a field', { note: VISA }, ['note']],
		['a list in a field', { lines: [{ text: 'x' }, { text: VISA }] }, ['lines', '1', 'text']],
		['a number', { pence: Number('4111111111111111') }, ['pence']],
		['a key', { words: { [VISA]: 'x' } }, ['words']],
		['itself', VISA, []]
	])('is told by where it stands: %s', (_, input, path) => {
		expect(cardNumberIn(input)).toEqual(path);
	});

	it.each([[null], [undefined], [{ at: '2026-11-19T10:00:00.000Z', pence: 411_100 }], [[]]])(
		'without one has no such place: %j',
		(input) => {
			expect(cardNumberIn(input)).toBeNull();
		}
	);
});
