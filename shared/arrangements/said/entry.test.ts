import { expect, it } from 'vitest';
import { readOffered } from './entry.ts';

it.each([
	['£1,200', 1200_00],
	['1,200', 1200_00],
	[' £ 43.20 ', 43_20],
	['.5', 50],
	['116', 116_00]
])('%j is an amount', (typed, amount) => {
	expect(readOffered(typed)).toEqual({ ok: true, amount });
});

it.each([
	['1200.005', 'Enter whole pence: two figures after the point, for example 43.20.'],
	['-5', 'Enter an amount above nothing, for example 43.20.'],
	['0', 'Enter an amount above nothing, for example 43.20.'],
	['1e9', 'Enter the amount in figures, for example 43.20.'],
	['two hundred', 'Enter the amount in figures, for example 43.20.'],
	['12,00', 'Enter the amount in figures, for example 43.20.'],
	['NaN', 'Enter the amount in figures, for example 43.20.'],
	['Infinity', 'Enter the amount in figures, for example 43.20.'],
	['١٢٠', 'Enter the amount in figures, for example 43.20.'],
	['1000000000', 'Enter less: no household pays that much.'],
	['', 'Enter how much they can pay, for example 43.20.'],
	[' ', 'Enter how much they can pay, for example 43.20.']
])('%j is none, and says what to do', (typed, says) => {
	expect(readOffered(typed)).toEqual({ ok: false, says });
});
