/**
 * Who ended a conversation: whoever's leg asked first, among the customer and those who had them last. Where the
 * request itself was not heard, whoever left the bridge first unbidden, and after that the queue's own account. Where there is
 * none of these it is not known.
 */
import type { CallEnd } from '#shared/calls/events.ts';
import type { Conversation } from './conversations.ts';
import { isOutside, type Leg } from './legs.ts';

export function whoEnded(conversation: Conversation, joined: Iterable<Leg>): CallEnd {
	const { customer, lastWith, hasLeftQueue, completedBy, leftFirst } = conversation;
	const others = [...joined].filter((leg) => leg !== customer && isOutside(leg));
	const asked = [
		...(customer ? [{ by: 'caller', leg: customer } as const] : []),
		...lastWith.map((leg) => ({ by: 'agent', leg }) as const),
		...others.map((leg) => ({ by: 'transfer', leg }) as const)
	].filter(({ leg }) => leg.askedAt !== null);
	const [first] = asked.sort((a, b) => (a.leg.askedAt ?? 0) - (b.leg.askedAt ?? 0));
	if (first) return first.by;
	if (leftFirst && !leftFirst.isDismissed) {
		if (leftFirst === customer) return 'caller';
		if (lastWith.includes(leftFirst)) return 'agent';
	}
	return hasLeftQueue ? 'caller' : (completedBy ?? 'unknown');
}
