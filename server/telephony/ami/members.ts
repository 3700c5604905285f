/**
 * Whether an officer's phone takes calls, from what the queues say of their members. An officer may be in several
 * queues: paused in one, by themselves or by a queue that pauses whoever misses a call, is shown as paused.
 */
import { extensionOf } from './legs.ts';
import { field, type Message } from './message.ts';

type Membership = { isPaused: boolean; reason: string | null; isReachable: boolean };

export type Member = {
	/** How the switch names the phone, `PJSIP/1001`. */
	interface: string;
	queues: Map<string, Membership>;
};

/** By extension. */
export type Members = Map<string, Member>;

export type MemberNews = {
	agent: string;
	state: 'ready' | 'paused' | 'offline';
	reason: string | null;
};

/** Device states 4 and 5: invalid, unavailable. */
const UNREACHABLE = new Set(['4', '5']);

export function tellMember(members: Members, message: Message): MemberNews | null {
	const phone = field(message, 'interface') || field(message, 'location');
	const agent = extensionOf(phone);
	const queue = field(message, 'queue');
	if (!agent || queue === '') return null;
	const queues = members.get(agent)?.queues ?? new Map<string, Membership>();
	members.set(agent, { interface: phone, queues });
	if (field(message, 'event') === 'QueueMemberRemoved') queues.delete(queue);
	else {
		queues.set(queue, {
			isPaused: field(message, 'paused') === '1',
			reason: field(message, 'pausedreason') || null,
			isReachable: !UNREACHABLE.has(field(message, 'status'))
		});
	}
	return { agent, ...stateOf([...queues.values()]) };
}

/** After a gap: who is in no queue any more is offline. */
export function replaceMembers(members: Members, listed: readonly Message[]): MemberNews[] {
	const before = [...members.keys()];
	members.clear();
	for (const message of listed) tellMember(members, message);
	const everyone = new Set([...before, ...members.keys()]);
	return [...everyone].map((agent) => ({
		agent,
		...stateOf([...(members.get(agent)?.queues.values() ?? [])])
	}));
}

function stateOf(queues: readonly Membership[]): Omit<MemberNews, 'agent'> {
	if (!queues.some((queue) => queue.isReachable)) return { state: 'offline', reason: null };
	const paused = queues.find((queue) => queue.isPaused);
	return paused ? { state: 'paused', reason: paused.reason } : { state: 'ready', reason: null };
}
