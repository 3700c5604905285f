import { expect, test } from 'vitest';
import { pence } from '#shared/money/pence.ts';
import { day, formatDay } from '#shared/time/day.ts';
import { entryText, toldEndText, toldSourceText } from './detail-words.ts';

const ON = day('2026-11-19');
const EXTRACT = day('2026-11-20');

test.for([
	[
		'to-send',
		{ kind: 'stop', toldOn: null, confirmedOn: null },
		'Its system is to be told to stop.'
	],
	[
		'told',
		{ kind: 'restart', toldOn: ON, confirmedOn: null },
		`Its system was told to start again on ${formatDay(ON)}, not confirmed yet.`
	],
	[
		'confirmed',
		{ kind: 'stop', toldOn: ON, confirmedOn: EXTRACT },
		`Its system was told to stop on ${formatDay(ON)}, confirmed by its extract of ${formatDay(EXTRACT)}.`
	]
] as const)('what a source was told reads as it is: %s', ([state, told, words]) => {
	expect(toldSourceText({ ...told, state })).toBe(words);
});

test('what collected it was told to end, and whether an extract shows that it did', () => {
	const end = { by: 'direct-debit', toldOn: ON, confirmedOn: null, stillOn: null } as const;
	const asked = `Its system was told to end the Direct Debit on ${formatDay(ON)}`;
	expect(toldEndText({ ...end, state: 'to-send', toldOn: null })).toBe(
		'Its system is to be told to end the Direct Debit.'
	);
	expect(toldEndText({ ...end, state: 'told' })).toBe(`${asked}, not confirmed yet.`);
	expect(toldEndText({ ...end, state: 'told', stillOn: EXTRACT })).toBe(
		`${asked}, not confirmed yet; its extract of ${formatDay(EXTRACT)} has it still.`
	);
	expect(toldEndText({ ...end, state: 'confirmed', confirmedOn: EXTRACT })).toBe(
		`${asked}, confirmed by its extract of ${formatDay(EXTRACT)}.`
	);
});

test.for([
	['arudd-0', 'Taken back, Refer to payer'],
	['charge-back-paid-twice', 'Taken back, Charged back: paid twice'],
	['standing-order', 'Taken back, standing order'],
	['cheque', 'Taken back, cheque']
] as const)('a payment that came back says why: %s', ([method, words]) => {
	const entry = { kind: 'reversal', on: ON, amount: pence(1_00), method, isOurs: false } as const;
	expect(entryText(entry)).toBe(words);
});
