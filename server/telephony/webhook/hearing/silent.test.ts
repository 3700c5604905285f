import { expect, it } from 'vitest';
import type { CallEvent } from '#shared/calls/events.ts';
import { NO_LINES } from '#shared/calls/lines.ts';
import { applyCallEvent } from '#shared/calls/reduce.ts';
import { instant } from '#shared/time/day.ts';
import { silent } from './silent.ts';

const BEGAN = instant('2026-11-19T10:00:00Z');
const OF = { source: 'webhook:x', sequence: 1, receivedAt: BEGAN, contactId: 'c' } as const;
const LEG = { ...OF, direction: 'inbound', agent: '1001', legId: 'leg' } as const;
const RINGS: CallEvent = { ...LEG, type: 'agent.offered', queue: null };
const TALKS: CallEvent = { ...LEG, type: 'agent.connected' };
const ENDED: CallEvent = { ...LEG, type: 'contact.ended', by: 'caller', abandoned: false };

const at = (minutes: number) => instant(new Date(Date.parse(BEGAN) + minutes * 60_000));

it.each<[string, CallEvent[], number, string[]]>([
	['rings, a minute under a quarter of an hour', [RINGS], 14, []],
	['rings, for a quarter of an hour', [RINGS], 15, ['agent.offerEnded']],
	['is talked on, for nearly four hours', [RINGS, TALKS], 239, []],
	['is talked on, for four hours', [RINGS, TALKS], 240, ['contact.ended']],
	['rings, for four hours', [RINGS], 240, ['contact.ended']],
	['has ended', [RINGS, TALKS, ENDED], 10_000, []],
	['is of a minute that has not come', [RINGS], -60, []]
])('a call that nothing was heard of and that %s', (_, events, minutes, types) => {
	const { calls } = events.reduce(applyCallEvent, NO_LINES);
	const known = [...calls.values()].map((call) => ({ call, at: BEGAN }));
	expect(silent(known, at(minutes)).map(({ type }) => type)).toEqual(types);
});

it('ends as nobody knows how', () => {
	const { calls } = applyCallEvent(NO_LINES, TALKS);
	const known = [...calls.values()].map((call) => ({ call, at: BEGAN }));
	expect(silent(known, at(300))).toEqual([
		{ type: 'contact.ended', contactId: 'c', direction: 'inbound', by: 'unknown' }
	]);
});
