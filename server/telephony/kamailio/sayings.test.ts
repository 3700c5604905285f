import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callDocument } from '#shared/calls/document.ts';
import type { Call, Lines } from '#shared/calls/lines.ts';
import { NO_LINES } from '#shared/calls/lines.ts';
import { applyCallEvent } from '#shared/calls/reduce.ts';
import { instant } from '#shared/time/day.ts';
import { readMessage } from './message.ts';
import { NetstringParser } from './netstring.ts';
import { sayingsOf } from './sayings.ts';

type Given = Record<string, unknown>;

const AT = instant('2026-11-19T10:00:00Z');
const KELLY = '+447700900142';
const OFFERED = { event: 'call.offered', from: KELLY, to: '1001', privacy: 'none' };
const RINGING = { event: 'call.ringing', status: 180 };
const ANSWERED = { event: 'call.answered', status: 200 };

/** The call after these, as the switch folds it. */
function lines(...messages: (Given | string)[]): Lines {
	let sequence = 0;
	return messages.reduce<Lines>((before, given) => {
		const call =
			typeof given === 'string' ? given : JSON.stringify({ callId: 'c', to: '1001', ...given });
		const message = readMessage(call);
		if (!message || !('callId' in message)) return before;
		const said = sayingsOf(message, before.calls.get(message.callId));
		return said.reduce((after, each) => {
			sequence += 1;
			return applyCallEvent(after, { ...each, source: 'kamailio', sequence, receivedAt: AT });
		}, before);
	}, NO_LINES);
}

const after = (...messages: Given[]): Call | undefined => lines(...messages).calls.get('c');
const offersOf = (call: Call | undefined) =>
	call?.offers.map(({ agent, ended }) => `${agent} ${ended ?? 'rings'}`);

describe('a call', () => {
	it.each<[string, Given[], string[], string | null]>([
		['rings', [RINGING], ['1001 rings'], null],
		['rings once, however often it is said', [RINGING, RINGING], ['1001 rings'], null],
		[
			'rings at the telephone it is put through to',
			[{ ...RINGING, agent: '1002' }],
			['1002 rings'],
			null
		],
		['is answered', [RINGING, ANSWERED], ['1001 connected'], null],
		[
			'is ended by the caller',
			[RINGING, ANSWERED, { event: 'call.ended', by: 'caller' }],
			['1001 connected'],
			'caller'
		],
		[
			'is ended by the officer',
			[RINGING, ANSWERED, { event: 'call.ended', by: 'agent' }],
			['1001 connected'],
			'agent'
		],
		[
			'is ended by the switch',
			[RINGING, ANSWERED, { event: 'call.ended', by: 'switch' }],
			['1001 connected'],
			'unknown'
		],
		[
			'is ended by whoever sent the end',
			[RINGING, ANSWERED, { event: 'call.ended', from: '1001', to: KELLY, agent: '1001' }],
			['1001 connected'],
			'agent'
		],
		[
			'is given up',
			[RINGING, { event: 'call.cancelled' }],
			['1001 callerGone'],
			'caller abandoned'
		],
		['is given up before it rings', [{ event: 'call.cancelled' }], [], 'caller abandoned'],
		[
			'is not given up once it is answered',
			[RINGING, ANSWERED, { event: 'call.cancelled' }],
			['1001 connected'],
			null
		],
		[
			'is given up, which only its end says',
			[RINGING, { event: 'call.unanswered', status: 487 }],
			['1001 callerGone'],
			'caller abandoned'
		],
		[
			'is declined',
			[RINGING, { event: 'call.failed', status: 486 }, { event: 'call.unanswered', status: 486 }],
			['1001 declined'],
			'agent'
		],
		[
			'is not answered',
			[RINGING, { event: 'call.failed', status: 408 }, { event: 'call.unanswered', status: 408 }],
			['1001 noAnswer'],
			'unknown'
		],
		[
			'fails, and nobody has said why yet',
			[RINGING, { event: 'call.failed' }],
			['1001 rings'],
			null
		],
		[
			'rings at another after one declined',
			[
				RINGING,
				{ event: 'call.failed', status: 603, agent: '1001' },
				{ ...RINGING, agent: '1002' }
			],
			['1001 declined', '1002 rings'],
			null
		],
		[
			'is over, whatever is said late',
			[
				RINGING,
				{ event: 'call.cancelled' },
				{ event: 'call.failed' },
				{ event: 'call.unanswered', status: 487 },
				RINGING,
				ANSWERED
			],
			['1001 callerGone'],
			'caller abandoned'
		]
	])('%s', (_, messages, offers, ended) => {
		const call = after(OFFERED, ...messages);
		expect(offersOf(call)).toEqual(offers);
		const end = call?.ended && `${call.ended.by}${call.ended.abandoned ? ' abandoned' : ''}`;
		expect(end).toBe(ended);
		expect(call?.caller.number).toBe(KELLY);
		if (ended) expect(call?.with).toEqual([]);
	});

	it('that is given up stops ringing before it ends, so that whoever it rang for is told', () => {
		const call = after(OFFERED, RINGING);
		const message = readMessage(JSON.stringify({ event: 'call.cancelled', callId: 'c' }));
		if (message?.event !== 'call.cancelled') throw new Error('It is no message.');
		expect(sayingsOf(message, call)).toMatchObject([
			{ type: 'agent.offerEnded', agent: '1001', because: 'callerGone' },
			{ type: 'contact.ended', by: 'caller', abandoned: true }
		]);
	});

	it('is on hold while the officer’s telephone says so', () => {
		const held = [OFFERED, ANSWERED, { event: 'call.held' }];
		expect(after(...held)?.held).toHaveLength(1);
		expect(after(...held, { event: 'call.retrieved' })?.held).toEqual([]);
	});

	it('that is heard of late has a caller nobody knows, unless its Privacy is said', () => {
		const unknown = after({ ...ANSWERED, from: KELLY, to: '1001' });
		expect(unknown).toMatchObject({ caller: { number: null, presentation: 'unknown' } });
		expect(unknown?.connected).toEqual(['1001']);
		const known = after({ ...ANSWERED, from: KELLY, to: '1001', privacy: 'none' });
		expect(known?.caller.number).toBe(KELLY);
	});

	it('that is heard of at its end was none', () => {
		expect(
			after({ event: 'call.ended' }, { event: 'call.unanswered', status: 487 })
		).toBeUndefined();
	});

	it('gives its number back when a later message forbids it, for good', () => {
		const call = after(OFFERED, { ...RINGING, privacy: 'id' }, { ...OFFERED, privacy: 'none' });
		expect(call?.caller).toEqual({ number: null, presentation: 'withheld', name: null });
	});
});

describe('a message', () => {
	it.each<[string, string]>([
		['no JSON', '{"event":"call.offered"'],
		['nothing', ''],
		['a list', '[]'],
		['null', 'null'],
		['of an event nobody knows', '{"event":"call.offerred","callId":"c"}'],
		['without a call', '{"event":"call.offered","from":"1"}'],
		['of a call that is no text', '{"event":"call.offered","callId":{}}'],
		['of a call with a line break', '{"event":"call.offered","callId":"c\\r\\nd"}'],
		['of a call without end', `{"event":"call.offered","callId":"${'c'.repeat(251)}"}`],
		['with a wish that is no text', '{"event":"call.offered","callId":"c","privacy":["id"]}'],
		['with a wish that is null', '{"event":"call.offered","callId":"c","privacy":null}'],
		['for a telephone that is none', '{"event":"call.ringing","callId":"c","to":"10 01"}'],
		['with a status that is none', '{"event":"call.failed","callId":"c","status":"486"}'],
		['of a list that is none', '{"event":"calls.listed","calls":{"result":7}}'],
		['with a prototype', '{"__proto__":{"event":"call.offered"},"callId":"c"}']
	])('%s is none', (_, text) => {
		expect(readMessage(text)).toBeNull();
	});

	it('may have more in it than we know, which is not kept', () => {
		const text = '{"event":"call.offered","callId":"c","password":"x"}';
		expect(readMessage(text)).toEqual({ event: 'call.offered', callId: 'c' });
	});
});

it('the recording of a real Kamailio is one call answered and one given up', () => {
	const texts: string[] = [];
	const nothing = () => undefined;
	new NetstringParser({ text: (text) => texts.push(text), dropped: nothing, broken: nothing }).push(
		readFileSync(join(import.meta.dirname, '../../../tests/live/two-calls.netstring'))
	);
	expect(callDocument(lines(...texts).calls.values())).toEqual({
		contacts: [
			{
				contactId: '1-24195@127.0.20.2',
				direction: 'inbound',
				caller: { number: '+447700900123', presentation: 'allowed' },
				queues: [],
				offers: [{ agent: 'agent1', ended: 'connected' }],
				connected: ['agent1'],
				holds: 0,
				transfers: [],
				recording: [],
				ended: { by: 'caller', abandoned: false }
			},
			{
				contactId: '1-24222@127.0.20.2',
				direction: 'inbound',
				caller: { number: '+447700900123', presentation: 'allowed' },
				queues: [],
				offers: [{ agent: 'agent1', ended: 'callerGone' }],
				connected: [],
				holds: 0,
				transfers: [],
				recording: [],
				ended: { by: 'caller', abandoned: true }
			}
		]
	});
});
