import { describe, expect, test } from 'vitest';
import type { Channel, ContactEventBody } from '../contacts/log/events.ts';
import { eventAt } from '../contacts/log/events.ts';
import { foldContact, type Contact } from '../contacts/state/fold.ts';
import { instant } from '../time/day.ts';
import { foremost, isInHand, presenceIn } from './in-hand.ts';

/** Begun at this minute past ten. */
function contact(channel: Channel, minute: number, ...bodies: ContactEventBody[]): Contact {
	const started = { type: 'contactStarted', channel, direction: 'inbound' } as const;
	const lines: ContactEventBody[] = [{ ...started, presentation: null, dialled: null }, ...bodies];
	return foldContact(
		lines.map((body, index) => {
			const at = instant(new Date(Date.UTC(2026, 10, 19, 10, minute, index)));
			return eventAt({ seq: index + 1, at, by: 'priya' }, body);
		})
	);
}

const mine = { officerId: 'priya' };
const ringing = contact('phone', 9, { type: 'offered', ...mine, queue: null });
const onCall = contact('phone', 8, { type: 'answered', ...mine });
const onHold = contact('phone', 7, { type: 'answered', ...mine }, { type: 'held', ...mine });
const atDesk = contact('desk', 6, { type: 'received', ...mine });
const left = contact('desk', 5, { type: 'received', ...mine }, { type: 'conversationEnded' });
const older = contact('desk', 1, { type: 'received', ...mine });

describe('a contact on an officer’s tile', () => {
	test.each([
		['a call that rings', ringing, 'ringing', false],
		['a call they have', onCall, 'on-call', true],
		['a caller held', onHold, 'on-hold', true],
		['somebody at the desk', atDesk, 'desk', true],
		['somebody who has left, still to write up', left, 'wrap-up', true]
	] as const)('%s', (_, one, presence, inHand) => {
		expect(presenceIn(one, 'priya')).toBe(presence);
		expect(isInHand(one, 'priya')).toBe(inHand);
		expect(presenceIn(one, 'tom')).toBeNull();
	});

	test('the caller on the line goes before everything, what is left to write up last', () => {
		const items = [left, ringing, atDesk, older, onHold, onCall].map((one) => ({ contact: one }));
		const order = foremost(items, 'priya').map(({ presence }) => presence);
		expect(order).toEqual(['on-call', 'on-hold', 'desk', 'desk', 'ringing', 'wrap-up']);
		expect(foremost(items, 'priya')[2]?.item.contact).toBe(older);
		expect(foremost(items, 'tom')).toEqual([]);
	});
});
