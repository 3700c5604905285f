import { expect, it } from 'vitest';
import { callerOf } from './caller.ts';
import type { CallMessage } from './message.ts';

type Row = [
	why: string,
	headers: Pick<CallMessage, 'from' | 'fromName' | 'pai' | 'privacy'>,
	caller: [presentation: string, number: string | null, name?: string | null],
	event?: CallMessage['event']
];

const KELLY = '+447700900142';
const LINE = '<sip:+441632960987@trunk.example>';

const rows: Row[] = [
	['the number that is shown', { from: KELLY }, ['allowed', KELLY]],
	['a number as it is dialled at home', { from: '07700900142' }, ['allowed', KELLY]],
	['the number shown, and not that of the line', { from: KELLY, pai: LINE }, ['allowed', KELLY]],
	['never the number of the line', { from: 'reception', pai: LINE }, ['unknown', null]],
	['nor where nothing is shown', { pai: LINE }, ['unavailable', null]],
	['anonymous', { from: 'anonymous', pai: LINE }, ['withheld', null]],
	['unavailable', { from: 'unavailable', pai: LINE }, ['unavailable', null]],
	['a withheld number that leaks', { from: KELLY, pai: LINE, privacy: 'id' }, ['withheld', null]],
	['the same in capitals', { from: KELLY, privacy: 'ID' }, ['withheld', null]],
	['one wish among others', { from: KELLY, privacy: 'none;header' }, ['withheld', null]],
	['wishes with commas', { from: KELLY, privacy: 'critical , user' }, ['withheld', null]],
	['a wish nobody knows', { from: KELLY, privacy: 'x-yes' }, ['withheld', null]],
	['the wish to be shown', { from: KELLY, privacy: 'none;critical' }, ['allowed', KELLY]],
	['an empty wish', { from: KELLY, privacy: '' }, ['allowed', KELLY]],
	[
		'a network that withholds the line',
		{ from: KELLY, pai: '"Anonymous" <sip:anonymous@anonymous.invalid>' },
		['withheld', null]
	],
	['the network’s filler', { from: `08979${'1'.repeat(6)}`, pai: LINE }, ['unavailable', null]],
	['a name', { from: KELLY, fromName: '"Kelly Marsh"' }, ['allowed', KELLY, 'Kelly Marsh']],
	['a name with quotes', { from: KELLY, fromName: '"K\\"M"' }, ['allowed', KELLY, 'K"M']],
	['the number as a name', { from: KELLY, fromName: '"07700900142"' }, ['allowed', KELLY]],
	[
		'a name that turns the text about',
		{ from: KELLY, fromName: 'a\u202Eb\r\nc\u0000' },
		['allowed', KELLY, 'abc']
	],
	[
		'the name of one who withholds',
		{ from: KELLY, fromName: 'K', privacy: 'id' },
		['withheld', null]
	],
	['an answer, which has no wish', { from: KELLY }, ['unknown', null], 'call.ringing'],
	[
		'an answer with the INVITE’s',
		{ from: KELLY, privacy: 'none' },
		['allowed', KELLY],
		'call.ringing'
	]
];

it.each(rows)('%s', (_, headers, [presentation, number, name = null], event = 'call.offered') => {
	expect(callerOf({ event, ...headers })).toEqual({ number, presentation, name });
});

it('has no name longer than 80 characters', () => {
	const { name } = callerOf({ event: 'call.offered', from: KELLY, fromName: 'é'.repeat(500) });
	expect(name).toBe('é'.repeat(80));
});
