import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../time/day.ts';
import { callDocument } from './document.ts';
import type { CallEvent } from './events.ts';
import { forgetEnded, isAbandoned, liveCalls, NO_LINES, type Lines } from './lines.ts';
import { applyCallEvent } from './reduce.ts';

type Body = CallEvent extends infer E
	? E extends CallEvent
		? Omit<E, 'source' | 'sequence' | 'receivedAt' | 'direction'>
		: never
	: never;

const AT = instant('2026-11-19T10:00:00Z');
const ALLOWED = { number: '+447700900142', presentation: 'allowed', name: null } as const;
const WITHHELD = { number: null, presentation: 'withheld', name: null } as const;
const C = { contactId: 'c1' };
const PRIYA = { ...C, agent: '1001', legId: 'l1' };
const TOM = { ...C, agent: '1002', legId: 'l2' };
const STARTED: Body = { type: 'contact.started', ...C, caller: ALLOWED, dialled: '01632960100' };
const QUEUED: Body = { type: 'contact.queued', ...C, queue: 'council-tax', position: 1 };

function heard(...bodies: Body[]): Lines {
	return events(bodies).reduce(applyCallEvent, NO_LINES);
}

function events(bodies: readonly Body[]): CallEvent[] {
	return bodies.map(
		(body, index) =>
			({
				direction: 'inbound',
				...body,
				source: 'asterisk',
				sequence: index + 1,
				receivedAt: AT
			}) as CallEvent
	);
}

const call = (...bodies: Body[]) => heard(...bodies).calls.get('c1');

describe('who has the customer', () => {
	it('is whoever shares their bridge, whether or not a queue offered the call', () => {
		expect(call(STARTED, { type: 'agent.connected', ...TOM })?.with).toEqual([
			{ agent: '1002', legId: 'l2' }
		]);
	});

	it('is known even where the call was first heard of then', () => {
		expect(call({ type: 'agent.connected', ...TOM })?.connected).toEqual(['1002']);
	});

	it('is the second officer after a transfer, and each has had them once', () => {
		const after = call(
			STARTED,
			{ type: 'agent.connected', ...PRIYA },
			{ type: 'agent.disconnected', ...PRIYA },
			{ type: 'agent.connected', ...TOM },
			{ type: 'contact.transferred', ...PRIYA, kind: 'attended', to: '1002' },
			{ type: 'agent.disconnected', ...TOM },
			{ type: 'agent.connected', ...TOM }
		);
		expect(after?.with.map(({ agent }) => agent)).toEqual(['1002']);
		expect(after?.connected).toEqual(['1001', '1002']);
	});
});

describe('a conference', () => {
	const together: Body = { type: 'conference.changed', ...C, parties: ['1002', '1001'] };
	const began = [STARTED, { type: 'agent.connected', ...PRIYA }] as const;

	it('is who shares the line, in whatever order the switch lists them', () => {
		const once = heard(...began, together);
		const [again] = events([{ ...together, parties: ['1001', '1002'] }]);
		expect(once.calls.get('c1')?.conference).toEqual(['1001', '1002']);
		expect(again && applyCallEvent(once, again)).toBe(once);
	});

	it.each<[string, Body]>([
		['is over when the call is', { type: 'contact.ended', ...C, by: 'caller', abandoned: false }],
		['is over when the customer is parked', { type: 'contact.parked', ...C }],
		['is over when one is left', { type: 'conference.changed', ...C, parties: [] }]
	])('%s', (_, after) => {
		expect(call(...began, together, after)?.conference).toEqual([]);
	});
});

describe('a hold that is not known', () => {
	const unknown: Body = { type: 'leg.holdUnknown', ...PRIYA };
	const began = [STARTED, { type: 'agent.connected', ...PRIYA }, unknown] as const;

	it.each(['leg.held', 'leg.retrieved', 'agent.disconnected'] as const)(
		'is known again after %s',
		(type) => {
			expect(call(...began)?.holdUnknown).toEqual(['l1']);
			expect(call(...began, { type, ...PRIYA })?.holdUnknown).toEqual([]);
		}
	);
});

describe('a ring', () => {
	const rung = [
		STARTED,
		QUEUED,
		{ type: 'agent.offered', ...PRIYA, queue: 'council-tax' }
	] as const;

	it.each(['noAnswer', 'declined', 'answeredElsewhere', 'callerGone', 'connected'] as const)(
		'ends with the reason the switch gives: %s',
		(because) => {
			const ended = call(...rung, { type: 'agent.offerEnded', ...PRIYA, because });
			expect(ended?.offers[0]?.ended).toBe(because);
		}
	);

	it('may be given a better reason later, but stays answered once answered', () => {
		const bettered = call(
			...rung,
			{ type: 'agent.offerEnded', ...PRIYA, because: 'noAnswer' },
			{ type: 'agent.offerEnded', ...PRIYA, because: 'declined' }
		);
		expect(bettered?.offers[0]?.ended).toBe('declined');
		const answered = call(
			...rung,
			{ type: 'agent.connected', ...PRIYA },
			{ type: 'agent.offerEnded', ...PRIYA, because: 'noAnswer' }
		);
		expect(answered?.offers[0]?.ended).toBe('connected');
	});

	it('ends with the call, whatever else was heard', () => {
		const gone = call(...rung, { type: 'contact.ended', ...C, by: 'caller', abandoned: true });
		expect(gone?.offers[0]?.ended).toBe('callerGone');
	});
});

describe('hold', () => {
	const talking = [STARTED, { type: 'agent.connected', ...PRIYA }] as const;

	it('is a set of held legs: an unhold of a leg not held is nothing', () => {
		const lines = heard(...talking);
		const [unheld] = events([{ type: 'leg.retrieved', ...PRIYA }]);
		expect(unheld && applyCallEvent(lines, unheld)).toBe(lines);
	});

	it('is counted each time, finished or not', () => {
		const held = { type: 'leg.held', ...PRIYA } as const;
		const back = { type: 'leg.retrieved', ...PRIYA } as const;
		expect(call(...talking, held, held, back, held)?.holdCount).toBe(2);
	});

	it('ends for whoever gives the customer away, and parking is not one', () => {
		const held = { type: 'leg.held', ...PRIYA } as const;
		const given = { type: 'contact.transferred', ...PRIYA, kind: 'blind', to: '7001' } as const;
		expect(call(...talking, held, given)?.held).toEqual([]);
		expect(call(...talking, { type: 'contact.parked', ...C })?.holdCount).toBe(0);
	});
});

describe('a blind transfer', () => {
	const given: Body[] = [
		STARTED,
		{ type: 'agent.connected', ...PRIYA },
		{ type: 'contact.transferred', ...PRIYA, kind: 'blind', to: '7001' },
		{ type: 'agent.disconnected', ...PRIYA }
	];

	it('leads to the queue that is joined next', () => {
		const queued = { ...QUEUED, queue: 'benefit-overpayments' } as Body;
		expect(call(...given, queued)?.transfers[0]?.to).toBe('benefit-overpayments');
	});

	it('leads to the telephone it names where one rings before any queue', () => {
		const rung: Body = { type: 'agent.offered', ...TOM, queue: null };
		expect(call(...given, rung, QUEUED)?.transfers[0]?.to).toBe('7001');
	});

	it('is one, however often it is told', () => {
		expect(call(...given, ...given)?.transfers).toHaveLength(1);
	});
});

describe('an abandoned call', () => {
	it.each([
		['waits and hangs up', [STARTED, QUEUED], 'caller', true],
		['is sent away by the switch', [STARTED, QUEUED], 'unknown', false],
		['was answered', [STARTED, { type: 'agent.connected', ...PRIYA }], 'caller', false],
		[
			'was answered, and hangs up while waiting again',
			[
				STARTED,
				{ type: 'agent.connected', ...PRIYA },
				{ type: 'agent.disconnected', ...PRIYA },
				QUEUED
			],
			'caller',
			true
		],
		[
			'hangs up in a parking space',
			[STARTED, { type: 'agent.connected', ...PRIYA }, { type: 'contact.parked', ...C }],
			'caller',
			true
		]
	] as const)('%s', (_, bodies, by, abandoned) => {
		const known = call(...bodies);
		expect(known && isAbandoned(known, by)).toBe(abandoned);
	});

	it('is never one we made ourselves', () => {
		const known = call(STARTED);
		expect(known && isAbandoned({ ...known, direction: 'outbound' }, 'caller')).toBe(false);
	});
});

describe('a withheld number', () => {
	it('once withdrawn does not come back', () => {
		const after = call(
			STARTED,
			{ type: 'contact.callerChanged', ...C, caller: WITHHELD },
			{ type: 'contact.callerChanged', ...C, caller: ALLOWED }
		);
		expect(after?.caller).toEqual(WITHHELD);
	});
});

describe('the recording', () => {
	const states = (...all: ('recording' | 'paused' | 'stopped' | 'unknown')[]) =>
		call(STARTED, ...all.map((state): Body => ({ type: 'recording.changed', ...C, state })))
			?.recordingChanges;

	it.each([
		[
			['recording', 'paused', 'recording', 'stopped'],
			['started', 'paused', 'resumed', 'stopped']
		],
		[['recording', 'unknown', 'recording'], ['started']],
		[
			['recording', 'paused', 'unknown', 'paused'],
			['started', 'paused']
		],
		[
			['recording', 'paused', 'unknown', 'recording'],
			['started', 'paused', 'resumed']
		],
		[['stopped'], []]
	] as const)('%j is %j', (told, changes) => {
		expect(states(...told)).toEqual(changes);
	});

	it('stops with a recorded call, and only with one', () => {
		const end: Body = { type: 'contact.ended', ...C, by: 'agent', abandoned: false };
		const recording: Body = { type: 'recording.changed', ...C, state: 'recording' };
		expect(call(STARTED, recording, end)?.recordingChanges).toEqual(['started', 'stopped']);
		expect(call(STARTED, end)?.recordingChanges).toEqual([]);
	});
});

describe('a lost link', () => {
	const up: Body = { type: 'source.connected' };
	const lost: Body = { type: 'source.lost' };

	it('leaves every call of that switch in doubt until the switch lists them', () => {
		expect(call(up, STARTED, lost)?.linkIsLost).toBe(true);
		const back: Body = { type: 'source.resynced', liveContactIds: ['c1'] };
		expect(call(up, STARTED, lost, up, back)?.linkIsLost).toBe(false);
	});

	it('ends what the switch no longer lists, nobody knows how', () => {
		const back: Body = { type: 'source.resynced', liveContactIds: [] };
		const lines = heard(up, STARTED, lost, up, back);
		expect(lines.calls.get('c1')?.ended).toMatchObject({ by: 'unknown', abandoned: false });
		expect(liveCalls(lines)).toEqual([]);
	});
});

describe('whatever comes', () => {
	const leg = fc.constantFrom(PRIYA, TOM);
	const body: fc.Arbitrary<Body> = fc.oneof(
		fc.constant<Body>(STARTED),
		fc.constant<Body>(QUEUED),
		fc.constant<Body>({ type: 'contact.dequeued', ...C, queue: 'council-tax' }),
		leg.map((of): Body => ({ type: 'agent.offered', ...of, queue: null })),
		leg.map((of): Body => ({ type: 'agent.offerEnded', ...of, because: 'noAnswer' })),
		leg.map((of): Body => ({ type: 'agent.connected', ...of })),
		leg.map((of): Body => ({ type: 'agent.disconnected', ...of })),
		leg.map((of): Body => ({ type: 'leg.held', ...of })),
		leg.map((of): Body => ({ type: 'leg.retrieved', ...of })),
		leg.map((of): Body => ({ type: 'consult.started', ...of, to: '1003' })),
		leg.map((of): Body => ({ type: 'consult.ended', ...of })),
		leg.map((of): Body => ({ type: 'contact.transferred', ...of, kind: 'blind', to: '1003' })),
		fc.constant<Body>({ type: 'contact.parked', ...C }),
		fc.constant<Body>({ type: 'conference.changed', ...C, parties: ['1001', '1002'] }),
		fc.constant<Body>({ type: 'leg.holdUnknown', ...PRIYA }),
		fc.constant<Body>({ type: 'contact.unparked', ...C }),
		fc.constant<Body>({ type: 'recording.changed', ...C, state: 'paused' }),
		fc.constant<Body>({ type: 'contact.data', ...C, attributes: { choice: 'rates' } }),
		fc.constant<Body>({ type: 'contact.ended', ...C, by: 'caller', abandoned: false })
	);

	it('comes to the same when each event is heard twice', () => {
		fc.assert(
			fc.property(fc.array(body, { maxLength: 40 }), (bodies) => {
				const once = heard(...bodies);
				const twice = heard(...bodies.flatMap((each) => [each, each]));
				expect(callDocument(twice.calls.values())).toEqual(callDocument(once.calls.values()));
			})
		);
	});

	it('changes nothing after the call has ended', () => {
		fc.assert(
			fc.property(fc.array(body, { maxLength: 40 }), (bodies) => {
				const over = heard(STARTED, { type: 'contact.ended', ...C, by: 'agent', abandoned: false });
				expect(events(bodies).reduce(applyCallEvent, over)).toBe(over);
			})
		);
	});

	it('is dropped where it is of a call nobody knows and says nothing of one that is on', () => {
		expect(heard({ type: 'leg.held', ...PRIYA })).toBe(NO_LINES);
		expect(heard({ type: 'contact.ended', ...C, by: 'caller', abandoned: true })).toBe(NO_LINES);
	});
});

it('keeps no more ended calls than it is told to, and every live one', () => {
	const many = ['a', 'b', 'c', 'd'].flatMap((contactId): Body[] => [
		{ ...STARTED, contactId },
		{ type: 'contact.ended', contactId, by: 'agent', abandoned: false }
	]);
	const lines = forgetEnded(heard(STARTED, ...many), 2);
	expect([...lines.calls.keys()]).toEqual(['c1', 'c', 'd']);
});
