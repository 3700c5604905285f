import { expect, test } from 'vitest';
import { day } from '../time/day.ts';
import { acknowledges, type Acknowledged, type ToldNow } from './acknowledgements.ts';

const TODAY = day('2026-11-20');
const TOLD: ToldNow = {
	what: 'recall',
	reference: '7710298812',
	state: 'told',
	toldOn: day('2026-11-19'),
	toAgent: true
};
const SAID: Acknowledged = {
	lineNumber: 2,
	instruction: 12,
	what: 'recall',
	reference: '7710298812',
	on: day('2026-11-19'),
	name: 'J Harrow'
};

test.each<[string, ToldNow | null, Partial<Acknowledged>, string]>([
	['confirms it', TOLD, {}, 'confirmed'],
	['a second time is known', { ...TOLD, state: 'confirmed' }, {}, 'known'],
	['of nothing we said', null, {}, 'agents were never told of an instruction 12'],
	[
		'of what a source was told',
		{ ...TOLD, toAgent: false },
		{},
		'agents were never told of an instruction 12'
	],
	[
		'of another debt',
		TOLD,
		{ reference: '7710298813' },
		'instruction 12 is not "recall" of 7710298813'
	],
	['of another thing', TOLD, { what: 'paid' }, 'instruction 12 is not "paid" of 7710298812'],
	[
		'before it was sent',
		{ ...TOLD, state: 'to-send', toldOn: null },
		{},
		'instruction 12 has not been sent yet'
	],
	['on a day to come', TOLD, { on: day('2026-11-21') }, '21 November 2026 is still to come'],
	['of a day before', TOLD, { on: day('2026-11-18') }, 'they were not told before 19 November 2026']
])('an answer %s', (_, told, said, match) => {
	const is = acknowledges(told, { ...SAID, ...said }, TODAY);
	expect((is.is === 'wrong' ? is.says : is.is).replaceAll('\u00a0', ' ')).toBe(match);
});
