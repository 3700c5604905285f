import { describe, expect, it } from 'vitest';
import { instant } from '../../time/day.ts';
import { eventAt, type ContactEventBody } from '../log/events.ts';
import { foldContact, standingOf } from './fold.ts';

const AT = instant('2026-11-19T10:00:00Z');
const STARTED: ContactEventBody = {
	type: 'contactStarted',
	channel: 'phone',
	direction: 'inbound',
	presentation: 'allowed',
	dialled: null
};
const HAS_THEM: readonly ContactEventBody[] = [STARTED, { type: 'answered', officerId: 'priya' }];
const PARKED: readonly ContactEventBody[] = [
	...HAS_THEM,
	{ type: 'parkedIn', officerId: 'priya', space: '701', seconds: 45 },
	{ type: 'released', officerId: 'priya' }
];
const RINGS: ContactEventBody = { type: 'offered', officerId: 'priya', queue: null };
const GONE: ContactEventBody = { type: 'callEnded', endedBy: 'caller', abandoned: true };

const after = (...log: readonly ContactEventBody[]) =>
	foldContact(log.map((body, index) => eventAt({ seq: index + 1, at: AT, by: null }, body)));

describe('a customer who is parked', () => {
	it('is said with who left them where, and when they ring again', () => {
		expect(after(...PARKED).parked).toEqual({
			by: 'priya',
			space: '701',
			since: AT,
			until: instant('2026-11-19T10:00:45Z')
		});
	});

	it.each<[string, readonly ContactEventBody[], string]>([
		['and waits', [], 'on-hold'],
		['and nobody took in time', [{ type: 'parkTimedOut' }], 'on-hold'],
		['and rings their officer again', [{ type: 'parkTimedOut' }, RINGS], 'ringing'],
		['and gave up', [GONE], 'wrap-up'],
		['and was taken by a colleague', [{ type: 'answered', officerId: 'tom' }], 'wrap-up']
	])('%s', (_, log, standing) => {
		const contact = after(...PARKED, ...log);
		expect(standingOf(contact, 'priya')).toBe(standing);
		expect(contact.parked === null).toBe(log.length > 0);
	});
});
