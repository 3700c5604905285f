import { expect, test } from 'vitest';
import { day, formatDay } from '#shared/time/day.ts';
import { toldSourceText } from './detail-words.ts';

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
