/**
 * A conversation with one customer as its messages tell of it: the customer's own channel, the officers' phones it
 * rang, and what was heard before it may be announced. Nothing of it leaves here until it is announced, because the
 * first messages of a call may show a number that later ones forbid.
 */
import { OUTSIDE, type RecordingState } from '#shared/calls/events.ts';
import { dialledAs } from './keyed.ts';
import { isLocal, isOutside, joinedTo, otherHalf, type Leg, type Legs } from './legs.ts';
import type { Ring } from './rings.ts';

export type Conversation = {
	readonly contactId: string;
	readonly direction: 'inbound' | 'outbound';
	/** The customer's own channel; null while an officer's phone rings before the customer is dialled. */
	customer: Leg | null;
	isAnnounced: boolean;
	readonly rings: Map<string, Ring>;
	/** Counts up whenever the customer is put to wait again. */
	round: number;
	attributes: Record<string, string>;
	recording: RecordingState | null;
	/** The channel the recorder was put on. */
	recordedChannel: string | null;
	/** Where, by whom and for how long, as far as the switch says it; null while they are not. */
	parked: { space?: string; agent?: string; seconds?: number } | null;
	/** Nobody took them in time: whoever parked them is rung. */
	wasTimedOut: boolean;
	/** The switch is taking a `Local/` channel out from between two people who go on talking. */
	isOptimising: boolean;
	/** The queue said they gave up; it says the same when it gave up itself and sends them on. */
	hasLeftQueue: boolean;
	/** Who hung up, by the queue's own account. */
	completedBy: 'caller' | 'agent' | null;
	/** Who left the customer's bridge first. */
	leftFirst: Leg | null;
	/** The officers' legs that had the customer last. */
	lastWith: readonly Leg[];
};

export type Conversations = {
	readonly byContact: Map<string, Conversation>;
	/** By every leg that plays a part in it. */
	readonly byLeg: Map<string, Conversation>;
};

export function noConversations(): Conversations {
	return { byContact: new Map(), byLeg: new Map() };
}

/** The conversation of this outside channel, begun if it is new. Null for a third party in somebody else's. */
export function conversationOf(all: Conversations, leg: Leg): Conversation | null {
	const known = all.byLeg.get(leg.id);
	if (known) return known;
	if (!isOutside(leg) || all.byContact.has(leg.linkedId)) return null;
	/** Whoever comes in from outside is the first of their call; whoever is dialled is not. */
	const direction = leg.linkedId === leg.id ? 'inbound' : 'outbound';
	return begin(all, { contactId: leg.linkedId, direction, customer: leg });
}

export function begin(
	all: Conversations,
	{
		contactId,
		direction,
		customer
	}: { contactId: string; direction: 'inbound' | 'outbound'; customer: Leg | null }
): Conversation {
	const conversation: Conversation = {
		contactId,
		direction,
		customer,
		isAnnounced: false,
		rings: new Map(),
		round: 0,
		attributes: {},
		recording: null,
		recordedChannel: null,
		parked: null,
		wasTimedOut: false,
		isOptimising: false,
		hasLeftQueue: false,
		completedBy: null,
		leftFirst: null,
		lastWith: []
	};
	all.byContact.set(contactId, conversation);
	if (customer) all.byLeg.set(customer.id, conversation);
	return conversation;
}

export function forget(all: Conversations, conversation: Conversation): void {
	all.byContact.delete(conversation.contactId);
	for (const [legId, other] of all.byLeg) if (other === conversation) all.byLeg.delete(legId);
}

/** Every conversation these channels play a part in. */
export function touchedBy(all: Conversations, legs: Iterable<Leg>): Set<Conversation> {
	const touched = new Set<Conversation>();
	for (const leg of legs) {
		const own = all.byLeg.get(leg.id) ?? all.byContact.get(leg.linkedId);
		if (own) touched.add(own);
	}
	return touched;
}

/** Officers' legs that have the customer: those joined to them, and those that hold them. */
export function legsWith({ customer, lastWith, parked }: Conversation, legs: Legs): Leg[] {
	if (!customer) return [];
	const joined = [...joinedTo(legs, customer)].filter((leg) => leg.extension && !isLocal(leg));
	if (parked) return joined;
	const holding = lastWith.filter(
		(leg) => leg.isHeld && legs.byId.has(leg.id) && !joined.includes(leg)
	);
	return [...joined, ...holding];
}

/** Everybody who shares the line with the customer, where an officer and somebody else do. */
export function partiesOf(conversation: Conversation, legs: Legs): readonly string[] {
	const { customer } = conversation;
	if (!customer) return [];
	const officers = legsWith(conversation, legs).filter(({ isHeld }) => !isHeld);
	const others = [...joinedTo(legs, customer)].filter((leg) => leg !== customer && isOutside(leg));
	if (officers.length === 0 || officers.length + others.length < 2) return [];
	return [...officers.map(({ extension }) => extension ?? OUTSIDE), ...others.map(() => OUTSIDE)];
}

export type Consult = { officer: Leg; leg: Leg; to: string; isAnswered: boolean };

/** An officer who has the customer and speaks to somebody else meanwhile, and to whom. */
export function consultOf(conversation: Conversation, legs: Legs): Consult | null {
	for (const officer of conversation.lastWith) {
		if (!officer.isHeld) continue;
		const elsewhere = [...joinedTo(legs, officer)].find((leg) => leg !== conversation.customer);
		const of = { officer, customer: conversation.customer };
		if (elsewhere?.extension)
			return {
				officer,
				leg: elsewhere,
				to: elsewhere.extension,
				isAnswered: isWithSomebody(legs, officer, of)
			};
		const second = secondCall(officer, legs);
		if (second)
			return {
				officer,
				leg: second,
				to: second.dialled || dialledAs(second.exten),
				isAnswered: isWithSomebody(legs, second, of)
			};
	}
	return null;
}

/** A real telephone, not the helper channel that rings it. */
function isWithSomebody(
	legs: Legs,
	leg: Leg,
	{ officer, customer }: { officer: Leg; customer: Leg | null }
): boolean {
	return [...joinedTo(legs, leg)].some(
		(other) => other !== customer && !isLocal(other) && other.extension !== officer.extension
	);
}

function secondCall(officer: Leg, legs: Legs): Leg | null {
	for (const leg of legs.byId.values()) {
		const isOwn = leg.extension === officer.extension && leg !== officer && !isLocal(leg);
		if (isOwn && leg.id === leg.linkedId && leg.exten !== '') return leg;
	}
	return null;
}

/** The ring whose phone is rung through this half of a `Local/` channel. */
export function ringBehind(all: Conversations, legs: Legs, half: Leg): Ring | null {
	const front = otherHalf(legs, half);
	if (!front) return null;
	return all.byLeg.get(front.id)?.rings.get(front.id) ?? null;
}
