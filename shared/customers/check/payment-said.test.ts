import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { compareAmount, comparePayment, readAmount, readPayment } from './payment-said.ts';
import { compareReference, readReference } from './reference-said.ts';

const LAST = { amount: pence(4000), on: day('2026-09-02'), method: 'card' };

describe('the last payment said', () => {
	it.each([
		['40, 2 September', 'matches'],
		['£40.00 on 2/9/26', 'matches'],
		['40 card', 'matches'],
		['40 pounds by card in September', 'matches'],
		['40 2 9', 'matches'],
		['40 31 august', 'matches'],
		// The amount alone is nearly: anybody may guess a round one.
		['40', 'nearly'],
		['40 on 2 August', 'differs'],
		['40 by direct debit', 'differs'],
		['40 somehow', 'differs'],
		['400 card', 'differs'],
		['41 2 September', 'differs'],
		['2/9/26', 'unread'],
		['in September', 'unread'],
		['0 card', 'unread'],
		['', 'unread']
	] as const)('%j: %s', (said, expected) => {
		const read = readPayment(said);
		expect(read ? comparePayment(read, [LAST]) : 'unread').toBe(expected);
	});

	it('may be of any debt of theirs', () => {
		const other = { amount: pence(11800), on: day('2026-08-03'), method: 'direct-debit' };
		const read = readPayment('118 direct debit');
		expect(read && comparePayment(read, [LAST, other])).toBe('matches');
	});
});

describe('the amount of a regular payment said', () => {
	it.each([
		['118', 'matches'],
		['£118.00 a month', 'matches'],
		['88', 'nearly'],
		['88.50', 'matches'],
		['117.99', 'differs'],
		['1180', 'differs'],
		['-118', 'unread'],
		['a hundred', 'unread']
	] as const)('%j: %s', (said, expected) => {
		const read = readAmount(said);
		const held = [pence(11800), pence(8850)];
		expect(read ? compareAmount(read, held) : 'unread').toBe(expected);
	});
});

describe('a reference said', () => {
	const held = ['7710448262', 'HBO210877'];
	it.each([
		['7710 448 262', 'matches'],
		['7710448262', 'matches'],
		['hbo 210 877', 'matches'],
		['HB0-210-877', 'matches'],
		['210877', 'matches'],
		['7710 448 226', 'nearly'],
		// The account beside it, which the other person of a joint bill may know.
		['7710 448 261', 'differs'],
		['7710 448 999', 'differs'],
		['12345', 'unread'],
		['Kelly', 'unread']
	] as const)('%j: %s', (said, expected) => {
		const read = readReference(said);
		expect(read ? compareReference(read, held) : 'unread').toBe(expected);
	});
});

it('never throws, whatever is typed', () => {
	fc.assert(
		fc.property(fc.string(), (said) => {
			readPayment(said);
			readAmount(said);
			readReference(said);
		})
	);
});
