import { describe, expect, it } from 'vitest';
import type { ContactEventBody } from '#shared/contacts/log/events.ts';
import { eventAt } from '#shared/contacts/log/events.ts';
import { foldContact } from '#shared/contacts/state/fold.ts';
import { instant } from '#shared/time/day.ts';
import { LiveCalls, type LiveCall } from './live-calls.ts';

const AT = instant('2026-11-19T10:00:00Z');
const LOG: readonly ContactEventBody[] = [
	{
		type: 'contactStarted',
		channel: 'phone',
		direction: 'inbound',
		presentation: 'allowed',
		dialled: null
	},
	{ type: 'answered', officerId: 'priya' },
	{ type: 'held', officerId: 'priya' },
	{ type: 'callEnded', endedBy: 'agent', abandoned: false },
	{ type: 'wrappedUp' }
];

/** The call as its log stood after so many lines. */
function callAfter(count: number): LiveCall {
	const events = LOG.slice(0, count).map((body, index) =>
		eventAt({ seq: index + 1, at: AT, by: 'priya' }, body)
	);
	return {
		contactId: 'contact-1',
		source: 'asterisk',
		sourceContactId: 'call-1',
		contact: foldContact(events),
		caller: { number: null, presentation: 'unknown', name: null }
	};
}

describe('the calls that are up', () => {
	it('are never put back to an older copy that was read while the switch went on', () => {
		const calls = new LiveCalls();
		calls.put(callAfter(2));
		calls.put(callAfter(3));
		calls.put(callAfter(2));
		expect(calls.get('asterisk', 'call-1')?.contact.heldBy).toEqual(['priya']);
	});

	it('are let go when nobody has to look at them, and no older copy brings them back', () => {
		const calls = new LiveCalls();
		calls.put(callAfter(4));
		expect(calls.byContact('contact-1')).toBeDefined();
		calls.put(callAfter(5));
		calls.put(callAfter(4));
		expect(calls.byContact('contact-1')).toBeUndefined();
	});
});
