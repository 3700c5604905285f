import { describe, expect, it } from 'vitest';
import { debitWord, type DirectDebitWord } from './direct-debit.ts';
import { STATES, type ArrangementState } from '../life/states.ts';

describe('the Direct Debit of a plan', () => {
	it.each<[ArrangementState, DirectDebitWord | null, DirectDebitWord | null]>([
		['active', 'set-up', null],
		['late', 'change', null],
		['broken', 'set-up', 'cancel'],
		['completed', 'change', 'cancel'],
		['cancelled', 'cancel', null],
		['superseded', 'set-up', 'cancel'],
		['active', 'cancel', 'set-up'],
		['late', 'cancel', 'set-up']
	])('%s after %s: %s', (state, last, word) => {
		expect(debitWord({ state, last })).toBe(word);
	});

	it('that there never was is never told of', () => {
		for (const state of STATES) expect(debitWord({ state, last: null })).toBeNull();
	});

	it('is told once, however often it is asked', () => {
		for (const state of STATES) {
			const word = debitWord({ state, last: 'set-up' }) ?? 'set-up';
			expect(debitWord({ state, last: word })).toBeNull();
		}
	});
});
