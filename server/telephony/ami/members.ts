/**
 * Whether an officer's phone takes calls, from what the queues say of their members and the switch of its devices. An
 * officer may be in several queues: paused in one, by themselves or by a queue that pauses whoever misses a call, is
 * shown as paused. A telephone that is not there, or that its owner has turned off, is that before anything else.
 */
import type { PhoneState } from '#shared/calls/events.ts';
import { extensionOf } from './legs.ts';
import { field, type Message } from './message.ts';

type Membership = { isPaused: boolean; reason: string | null; isReachable: boolean };

export type Member = {
	/** How the switch names the phone, `PJSIP/1001`. */
	interface: string;
	queues: Map<string, Membership>;
	/** Who never was in a queue has not left one. */
	wasInQueue: boolean;
	isReachable: boolean;
	isDoNotDisturb: boolean;
};

/** By extension. */
export type Members = Map<string, Member>;

export type MemberNews = { agent: string; state: PhoneState; reason: string | null };

/** Device states 4 and 5: invalid, unavailable. */
const UNREACHABLE = new Set(['4', '5']);

export function tellMember(members: Members, message: Message): MemberNews | null {
	const phone = field(message, 'interface') || field(message, 'location');
	const agent = extensionOf(phone);
	const queue = field(message, 'queue');
	if (!agent || queue === '') return null;
	const member = memberOf(members, { agent, phone });
	member.interface = phone;
	member.wasInQueue = true;
	if (field(message, 'event') === 'QueueMemberRemoved') member.queues.delete(queue);
	else {
		const isReachable = !UNREACHABLE.has(field(message, 'status'));
		member.isReachable = isReachable;
		member.queues.set(queue, {
			isPaused: field(message, 'paused') === '1',
			reason: field(message, 'pausedreason') || null,
			isReachable
		});
	}
	return { agent, ...stateOf(member) };
}

/** Not every telephone is in a queue, and only its device is heard to go. */
export function tellDevice(members: Members, message: Message): MemberNews | null {
	const device = field(message, 'device');
	const state = field(message, 'state').toUpperCase();
	const turnedOff = /^Custom:DND(\d{2,6})$/i.exec(device)?.[1];
	const agent = turnedOff ?? (/-/.test(device) ? null : extensionOf(device));
	if (!agent || state === '' || state === 'UNKNOWN') return null;
	const member = memberOf(members, { agent, phone: turnedOff ? `PJSIP/${agent}` : device });
	if (turnedOff) member.isDoNotDisturb = state !== 'NOT_INUSE';
	else member.isReachable = state !== 'UNAVAILABLE' && state !== 'INVALID';
	return { agent, ...stateOf(member) };
}

/** After a gap: who is in no queue any more is offline. */
export function replaceMembers(members: Members, listed: readonly Message[]): MemberNews[] {
	for (const member of members.values()) member.queues.clear();
	for (const message of listed) tellMember(members, message);
	return [...members].map(([agent, member]) => ({ agent, ...stateOf(member) }));
}

function memberOf(members: Members, { agent, phone }: { agent: string; phone: string }): Member {
	const known = members.get(agent);
	if (known) return known;
	const member: Member = {
		interface: phone,
		queues: new Map(),
		wasInQueue: false,
		isReachable: true,
		isDoNotDisturb: false
	};
	members.set(agent, member);
	return member;
}

function stateOf(member: Member): Omit<MemberNews, 'agent'> {
	const queues = [...member.queues.values()];
	if (!member.isReachable) return { state: 'unreachable', reason: null };
	if (member.isDoNotDisturb) return { state: 'doNotDisturb', reason: null };
	if (queues.length === 0 && member.wasInQueue) return { state: 'offline', reason: null };
	const paused = queues.find((queue) => queue.isPaused);
	return paused ? { state: 'paused', reason: paused.reason } : { state: 'ready', reason: null };
}
