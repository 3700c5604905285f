import { describe, expect, test } from 'vitest';
import { eventAt, type ContactEventBody } from '#shared/contacts/log/events.ts';
import { foldContact } from '#shared/contacts/state/fold.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import { instant } from '#shared/time/day.ts';
import { missedCalls, unsaid } from './missed.ts';

const AT = instant('2026-11-19T10:00:00Z');
const NUMBER = '+447700900142';
const RANG: readonly ContactEventBody[] = [
	{
		type: 'contactStarted',
		channel: 'phone',
		direction: 'inbound',
		presentation: 'allowed',
		dialled: null
	},
	{ type: 'queued', queue: 'council-tax' },
	{ type: 'offered', officerId: 'priya', queue: 'council-tax' }
];
const gone: ContactEventBody = { type: 'callEnded', endedBy: 'caller', abandoned: true };
const missedBy = (because: 'noAnswer' | 'declined' | 'answeredElsewhere' | 'callerGone') =>
	({ type: 'offerEnded', officerId: 'priya', because }) as const;

function view(...then: ContactEventBody[]): ContactView {
	const events = [...RANG, ...then].map((body, index) =>
		eventAt(
			{ seq: index + 1, at: instant(new Date(Date.parse(AT) + index * 60_000)), by: null },
			body
		)
	);
	return {
		contactId: 'c',
		version: events.length,
		at: AT,
		contact: foldContact(events),
		caller: { number: NUMBER, presentation: 'allowed', name: null },
		people: { kind: 'gone' },
		drafts: {},
		policy: null,
		verbs: []
	};
}

const said = (cannot: string | null) => ({ at: AT, missed: [{ id: 'c', cannot }] });
const silent = { at: AT, missed: [] };

describe('a call that rang here and was missed', () => {
	test.each([
		[
			'rang out and still waits',
			view(missedBy('noAnswer')),
			silent,
			'10:03 The call was not answered [They wait still: your colleagues are offered the call.]'
		],
		[
			'was sent back and taken by a colleague',
			view(missedBy('declined'), { type: 'answered', officerId: 'tom' }),
			silent,
			'10:03 Sent back to the queue [A colleague is speaking to them.]'
		],
		[
			'was answered elsewhere and is over',
			view(
				missedBy('answeredElsewhere'),
				{ type: 'answered', officerId: 'tom' },
				{ ...gone, abandoned: false }
			),
			silent,
			'10:03 Answered by somebody else [A colleague has spoken to them.]'
		],
		[
			'was given up a moment ago',
			view(missedBy('callerGone'), gone),
			silent,
			'10:03 The caller rang off [Whether they may be rung back is being looked at.]'
		],
		[
			'was given up, and may be rung',
			view(missedBy('callerGone'), gone),
			said(null),
			'10:03 The caller rang off [ring 07700 900142]'
		],
		[
			'was given up, and is only counted',
			view(missedBy('noAnswer'), gone),
			said('They withheld their number, so it is never rung.'),
			'10:03 The call was not answered [They withheld their number, so it is never rung.]'
		],
		[
			'ended while nobody listened',
			view(missedBy('noAnswer'), { type: 'callEnded', endedBy: 'unknown', abandoned: false }),
			silent,
			'10:03 The call was not answered [It is not known how the call ended: nobody is rung for it.]'
		]
	])('and %s', (_, missed, work, says) => {
		const [row] = missedCalls([missed], { officerId: 'priya', work });
		const back = row?.cannot ?? `ring ${row?.number}`;
		expect(`${row?.time} ${row?.why} [${back}]`.replaceAll('\u00a0', ' ')).toBe(says);
	});

	test('is nobody else’s, and gone once it is put away', () => {
		const missed = view(missedBy('callerGone'), gone);
		expect(missedCalls([missed], { officerId: 'tom', work: silent })).toEqual([]);
		expect(unsaid([missed], { officerId: 'priya', work: silent })).toEqual(['c']);
		expect(unsaid([missed], { officerId: 'priya', work: said(null) })).toEqual([]);
	});
});
