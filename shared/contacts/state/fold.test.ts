import { describe, expect, it } from 'vitest';
import { instant } from '../../time/day.ts';
import { eventAt, type ContactEvent, type ContactEventBody, type LogPlace } from '../log/events.ts';
import { callState, foldContact, officersOf, standingOf } from './fold.ts';

const START: ContactEventBody = {
	type: 'contactStarted',
	channel: 'phone',
	direction: 'inbound',
	presentation: 'allowed',
	dialled: '01632960100'
};

function log(...bodies: (ContactEventBody & { by?: string })[]): ContactEvent[] {
	return bodies.map(({ by = null, ...body }, index) => {
		const at = instant(new Date(Date.UTC(2026, 10, 19, 10, 0, index)));
		return eventAt({ seq: index + 1, at, by }, body);
	});
}

const offered = (officerId: string) =>
	({ type: 'offered', officerId, queue: 'council-tax' }) as const;
const answered = (officerId: string) => ({ type: 'answered', officerId }) as const;

describe('a call', () => {
	it('rings for the officer it is offered to', () => {
		const contact = foldContact(log(START, offered('priya')));
		expect(callState(contact)).toBe('ringing');
		expect(standingOf(contact, 'priya')).toBe('ringing');
		expect(officersOf(contact)).toEqual(['priya']);
	});

	it('comes back to an officer who had finished and is given the customer again', () => {
		const contact = foldContact(
			log(
				START,
				offered('priya'),
				answered('priya'),
				{ type: 'released', officerId: 'priya' },
				{ type: 'wrappedUp', by: 'priya' },
				answered('priya')
			)
		);
		expect(standingOf(contact, 'priya')).toBe('on-call');
		expect(officersOf(contact)).toEqual(['priya']);
	});

	it('is missed by the officer whom somebody else answered before', () => {
		const contact = foldContact(
			log(START, offered('priya'), offered('tom'), answered('tom'), {
				type: 'offerEnded',
				officerId: 'priya',
				because: 'answeredElsewhere'
			})
		);
		expect(standingOf(contact, 'priya')).toBe('missed');
		expect(standingOf(contact, 'tom')).toBe('on-call');
	});

	it('is held while any leg is held, and an unhold of a leg not held changes nothing', () => {
		const held = log(START, offered('priya'), answered('priya'), {
			type: 'held',
			officerId: 'priya'
		});
		expect(callState(foldContact(held))).toBe('on-hold');
		const contact = foldContact(
			log(START, answered('priya'), { type: 'retrieved', officerId: 'priya' })
		);
		expect(callState(contact)).toBe('on-call');
	});

	it('ends once: whatever comes after, it stays ended', () => {
		const contact = foldContact(
			log(
				START,
				answered('priya'),
				{ type: 'callEnded', endedBy: 'caller', abandoned: false },
				{ type: 'callEnded', endedBy: 'unknown', abandoned: true },
				answered('tom')
			)
		);
		expect(callState(contact)).toBe('ended');
		expect(contact.endedBy).toBe('caller');
		expect(contact.abandoned).toBe(false);
		expect(standingOf(contact, 'priya')).toBe('wrap-up');
	});

	it('stays on the screen of whoever missed it until they put it away', () => {
		const missed = log(
			START,
			offered('priya'),
			{ type: 'offerEnded', officerId: 'priya', because: 'callerGone' },
			{ type: 'callEnded', endedBy: 'caller', abandoned: true }
		);
		expect(officersOf(foldContact(missed))).toEqual(['priya']);
		const putAway = [...missed, { ...log({ type: 'dismissed', by: 'priya' })[0], seq: 5 }];
		expect(officersOf(foldContact(putAway as ContactEvent[]))).toEqual([]);
	});

	it('is withheld once the network says so, whatever it said first', () => {
		const contact = foldContact(log(START, { type: 'callerWithdrawn' }));
		expect(contact.presentation).toBe('withheld');
	});

	it('after a transfer leaves wrap-up to the first officer and the customer to the second', () => {
		const contact = foldContact(
			log(
				START,
				answered('priya'),
				{ type: 'held', officerId: 'priya' },
				{ type: 'consultStarted', to: '1002' },
				{ type: 'transferred', kind: 'attended', to: '1002' },
				answered('tom'),
				{ type: 'released', officerId: 'priya' }
			)
		);
		expect(standingOf(contact, 'priya')).toBe('wrap-up');
		expect(standingOf(contact, 'tom')).toBe('on-call');
		expect(contact.heldSince).toBeNull();
	});
});

describe('a contact without a call', () => {
	const atTheDesk: ContactEventBody = {
		type: 'contactStarted',
		channel: 'desk',
		direction: 'inbound',
		presentation: null,
		dialled: null
	};
	const received = { type: 'received', officerId: 'priya' } as const;

	it('never rings: it is with the officer who received them', () => {
		const contact = foldContact(log(atTheDesk, received));
		expect(standingOf(contact, 'priya')).toBe('on-call');
		expect(standingOf(contact, 'tom')).toBe('none');
		expect(officersOf(contact)).toEqual(['priya']);
		expect(contact.answeredAt).toBeNull();
		expect(Object.keys(contact.steps)).toEqual(['greeting']);
	});

	it('is left to write up once they have gone', () => {
		const contact = foldContact(
			log(atTheDesk, received, { type: 'conversationEnded', by: 'priya' })
		);
		expect(standingOf(contact, 'priya')).toBe('wrap-up');
		expect(contact.endedBy).toBeNull();
	});

	it('is over when it is wrapped up, whether or not anybody said that they had gone', () => {
		const contact = foldContact(log(atTheDesk, received, { type: 'wrappedUp', by: 'priya' }));
		expect(contact.endedAt).not.toBeNull();
		expect(standingOf(contact, 'priya')).toBe('finished');
	});

	it('is no way to end a call: only its switch can say that it is over', () => {
		const ended = log(START, answered('priya'), { type: 'conversationEnded', by: 'priya' });
		expect(standingOf(foldContact(ended), 'priya')).toBe('on-call');
	});
});

type KeysOf<Body> = Body extends unknown ? keyof Body : never;

describe('the log', () => {
	it('gives no line a word of its own for who wrote it and where', () => {
		const clashes: [KeysOf<ContactEventBody> & keyof LogPlace] extends [never] ? false : true =
			false;
		expect(clashes).toBe(false);
	});

	it('keeps who ended a call apart from who wrote the line', () => {
		const contact = foldContact(
			log(START, { type: 'callEnded', endedBy: 'agent', abandoned: false })
		);
		expect(contact.endedBy).toBe('agent');
	});

	it('folds the same in one go and event by event', () => {
		const events = log(START, offered('priya'), answered('priya'), {
			type: 'stepEntered',
			step: 'reason',
			by: 'priya'
		});
		const whole = foldContact(events);
		expect(whole.version).toBe(4);
		expect(whole.step).toBe('reason');
		expect(Object.keys(whole.steps)).toEqual(['greeting', 'reason']);
	});
});
