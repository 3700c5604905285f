import { describe, expect, it } from 'vitest';
import type { CallEvent } from '#shared/calls/events.ts';
import { instant } from '#shared/time/day.ts';
import { createEars } from './adapter.ts';
import { hear } from './hear.ts';
import { messageOf } from './message.ts';
import { linkLost, linkUp, resync } from './resync.ts';

type Fields = readonly (readonly [string, string])[];

const CUSTOMER: Fields = [
	['Channel', 'PJSIP/trunk-00000001'],
	['CallerIDNum', '+447700900142'],
	['Uniqueid', 'c'],
	['Linkedid', 'c']
];
const OFFICER: Fields = [
	['Channel', 'PJSIP/1001-00000002'],
	['Uniqueid', 'p'],
	['Linkedid', 'c']
];
const BRIDGE = ['BridgeUniqueid', 'b'] as const;

const event = (name: string, ...fields: Fields) => messageOf([['Event', name], ...fields]);
const listed = (leg: Fields) => event('Status', ...leg, ['ChannelState', '6'], ['BridgeID', 'b']);

/** A call that was held when the link went, and what is said of it when the lists are read. */
function afterGap(members: Fields | null): readonly CallEvent['type'][] {
	const said: CallEvent['type'][] = [];
	const ears = createEars({
		source: 'asterisk',
		isTrustedTrunk: false,
		now: () => instant('2026-11-19T10:00:00Z'),
		onEvent: ({ type }) => said.push(type)
	});
	hear(ears, event('Newchannel', ...CUSTOMER));
	hear(ears, event('BridgeEnter', BRIDGE, ...OFFICER));
	hear(ears, event('BridgeEnter', BRIDGE, ...CUSTOMER));
	hear(ears, event('Hold', ...OFFICER));
	linkLost(ears);
	linkUp(ears);
	said.length = 0;
	resync(ears, {
		channels: [listed(CUSTOMER), listed(OFFICER)],
		waiting: [],
		members: members ? [event('QueueMember', ...members)] : [],
		bridges: [event('BridgeListItem', BRIDGE)]
	});
	if (!members) hear(ears, event('Unhold', ...OFFICER));
	return said.filter((type) => type.startsWith('leg.'));
}

const member = (status: string): Fields => [
	['Queue', 'council-tax'],
	['Location', 'PJSIP/1001'],
	['Status', status]
];

describe('a call that was held when the link was lost', () => {
	it('is not known to be where its phone is in no queue, until the phone is heard', () => {
		expect(afterGap(null)).toEqual(['leg.holdUnknown', 'leg.retrieved']);
	});

	it('is as the queue says of its phone', () => {
		expect(afterGap(member('8'))).toEqual([]);
		expect(afterGap(member('2'))).toEqual(['leg.retrieved']);
	});
});
