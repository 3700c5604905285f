import { describe, expect, it } from 'vitest';
import { messageOf } from './message.ts';
import {
	replaceMembers,
	tellDevice,
	tellMember,
	type MemberNews,
	type Members
} from './members.ts';

type Fields = Readonly<Record<string, string>>;

const member = (more: Fields = {}): Fields => ({
	Event: 'QueueMemberStatus',
	Queue: 'council-tax',
	Interface: 'PJSIP/1001',
	Status: '1',
	Paused: '0',
	...more
});
const device = (Device: string, State: string): Fields => ({
	Event: 'DeviceStateChange',
	Device,
	State
});

function told(...said: readonly Fields[]): MemberNews | null {
	const members: Members = new Map();
	let last: MemberNews | null = null;
	for (const fields of said) {
		const message = messageOf(Object.entries(fields));
		const isDevice = fields['Event'] === 'DeviceStateChange';
		last = (isDevice ? tellDevice(members, message) : tellMember(members, message)) ?? last;
	}
	return last;
}

const REMOVED = member({ Event: 'QueueMemberRemoved' });
const AWAY = device('PJSIP/1001', 'UNAVAILABLE');
const OFF = device('Custom:DND1001', 'BUSY');

describe('a telephone', () => {
	it.each<[string, readonly Fields[], MemberNews['state']]>([
		['that is free', [member()], 'ready'],
		['that its queue cannot reach', [member({ Status: '5' })], 'unreachable'],
		['that is not there, in no queue', [AWAY], 'unreachable'],
		['that is there again, in no queue', [AWAY, device('PJSIP/1001', 'NOT_INUSE')], 'ready'],
		[
			'that is not there, whatever its queue says of a pause',
			[member({ Paused: '1' }), AWAY],
			'unreachable'
		],
		['that is back by its queue’s word', [AWAY, member()], 'ready'],
		['that its owner turned off', [member(), OFF], 'doNotDisturb'],
		['that its owner turned on again', [OFF, device('Custom:DND1001', 'NOT_INUSE')], 'ready'],
		['that is in use', [device('PJSIP/1001', 'INUSE')], 'ready'],
		['that left its only queue', [member(), REMOVED], 'offline'],
		['that left one of two', [member({ Queue: 'parking' }), member(), REMOVED], 'ready'],
		['of which nothing is known', [AWAY, device('PJSIP/1001', 'UNKNOWN')], 'unreachable']
	])('%s', (_, said, state) => {
		expect(told(...said)).toMatchObject({ agent: '1001', state });
	});

	it.each(['Queue:council-tax', 'PJSIP/trunk', 'PJSIP/1001-00000045', 'Custom:DND', ''])(
		'is none of %j',
		(name) => {
			expect(told(device(name, 'UNAVAILABLE'))).toBeNull();
		}
	);

	it('is paused with the reason that its queue has', () => {
		const paused = member({ Paused: '1', PausedReason: 'Auto-Pause' });
		expect(told(paused)).toEqual({ agent: '1001', state: 'paused', reason: 'Auto-Pause' });
	});

	it('that is in no queue of the new lists is offline, and one that never was is not', () => {
		const members: Members = new Map();
		tellMember(members, messageOf(Object.entries(member())));
		tellDevice(members, messageOf(Object.entries(device('PJSIP/1002', 'NOT_INUSE'))));
		expect(replaceMembers(members, [])).toEqual([
			{ agent: '1001', state: 'offline', reason: null },
			{ agent: '1002', state: 'ready', reason: null }
		]);
	});
});
