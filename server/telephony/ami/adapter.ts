/**
 * Asterisk's messages as call events. What has to know the protocol is here and in the modules beside it; what is a
 * rule of calls is in `shared/calls`. The adapter folds its own events by those rules and says only what changes the
 * fold, so that a message heard twice, late or in another order says nothing twice. Its privacy rules: the number is
 * read from the caller's own channel alone, nothing of a call is said before it joins a queue or rings a phone, and one
 * message that forbids the number takes it back.
 */
import type { Caller, CallEvent } from '#shared/calls/events.ts';
import { forgetEnded, isAbandoned, NO_LINES, type Lines } from '#shared/calls/lines.ts';
import { callerFrom } from '#shared/calls/number.ts';
import { applyCallEvent } from '#shared/calls/reduce.ts';
import type { Instant } from '#shared/time/day.ts';
import {
	consultOf,
	forget,
	legsWith,
	noConversations,
	partiesOf,
	touchedBy,
	type Conversation,
	type Conversations
} from './conversations.ts';
import { whoEnded } from './hangups.ts';
import { joinedTo, joinMissing, noLegs, type Leg, type Legs } from './legs.ts';
import type { MemberNews, Members } from './members.ts';
import { whyEnded } from './rings.ts';

/** A call event as it is decided here, before its envelope. */
export type Saying = CallEvent extends infer E
	? E extends CallEvent
		? Omit<E, 'source' | 'sequence' | 'receivedAt'>
		: never
	: never;

export type Ears = {
	readonly legs: Legs;
	readonly conversations: Conversations;
	readonly members: Members;
	/** How long the switch had been up, and when it said so; null where its user may not hear that. */
	booted: { upSeconds: number; at: Instant } | null;
	now: () => Instant;
	/** Messages heard: what orders one against another, since the switch gives no time. */
	heard: number;
	/** The next message, or news of the link itself: all that is said of it is of one moment. */
	next: () => void;
	lines: Lines;
	say: (saying: Saying) => void;
	callerOf: (conversation: Conversation) => Caller;
};

/** The late news of an ended call comes within its second, and every call kept is copied with every event. */
const ENDED_KEPT = 10;

export function createEars({
	source,
	isTrustedTrunk,
	now,
	onEvent
}: {
	source: string;
	/** The trunk may carry withheld numbers in the clear: no presentation means unknown. */
	isTrustedTrunk: boolean;
	now: () => Instant;
	onEvent: (event: CallEvent) => void;
}): Ears {
	let sequence = 0;
	let receivedAt: Instant | null = null;
	const ears: Ears = {
		legs: noLegs(),
		conversations: noConversations(),
		members: new Map(),
		booted: null,
		now,
		heard: 0,
		next() {
			ears.heard += 1;
			receivedAt = null;
		},
		lines: NO_LINES,
		say(saying) {
			receivedAt ??= now();
			const event = { ...saying, source, sequence: sequence + 1, receivedAt };
			const after = applyCallEvent(ears.lines, event);
			const isOfOld =
				event.type === 'contact.callerChanged' && !ears.lines.calls.has(event.contactId);
			if (after === ears.lines && event.type !== 'source.resynced' && !isOfOld) return;
			sequence += 1;
			ears.lines = event.type === 'contact.ended' ? forgetEnded(after, ENDED_KEPT) : after;
			onEvent(event);
		},
		callerOf: callerReader(isTrustedTrunk)
	};
	return ears;
}

/** The caller as the customer's own channel tells of them now. A number is read once, not with every message. */
function callerReader(isTrustedTrunk: boolean): Ears['callerOf'] {
	const read = new WeakMap<Leg, { from: string; caller: Caller }>();
	return ({ customer, direction }) => {
		if (!customer) return { number: null, presentation: 'unknown', name: null };
		const { name, presentation: said, presented } = customer;
		/** The network's number is of a line, an exchange's or a refuge's: they are known by the one they present. */
		const number = direction === 'inbound' && presented !== '' ? presented : customer.number;
		const from = `${said}\n${number}\n${name}`;
		const known = read.get(customer);
		if (known?.from === from) return known.caller;
		/** A number we dialled ourselves was not leaked by a trunk. */
		const isTrusted = isTrustedTrunk && direction === 'inbound';
		const caller = callerFrom({ number, name, said, isTrustedTrunk: isTrusted });
		read.set(customer, { from, caller });
		return caller;
	};
}

/** Makes the customer known, and says what was heard of them before. */
export function announce(ears: Ears, conversation: Conversation): void {
	const { contactId, direction, customer } = conversation;
	if (conversation.isAnnounced || !customer) return;
	conversation.isAnnounced = true;
	const dialled = direction === 'inbound' ? customer.dialled || null : null;
	const caller = ears.callerOf(conversation);
	ears.say({ type: 'contact.started', contactId, direction, caller, dialled });
	/** A recording heard to start before a gap did start, though it may not run any more. */
	if (conversation.recordedChannel) {
		ears.say({ type: 'recording.changed', contactId, direction, state: 'recording' });
	}
	for (const ring of conversation.rings.values()) {
		const { agent, legId, queue } = ring;
		ears.say({ type: 'agent.offered', contactId, direction, agent, legId, queue });
	}
}

/** Says whatever of these conversations is no longer as it was said last. */
export function settle(ears: Ears, legs: Iterable<Leg>): void {
	for (const conversation of touchedBy(ears.conversations, legs)) {
		settleOne(ears, conversation);
	}
}

export function settleOne(ears: Ears, conversation: Conversation): void {
	const { contactId, direction, customer, attributes, recording, isAnnounced } = conversation;
	if (!isAnnounced || !customer) return;
	const of = { contactId, direction } as const;
	const caller = ears.callerOf(conversation);
	if (direction === 'inbound' && caller !== ears.lines.calls.get(contactId)?.caller) {
		ears.say({ type: 'contact.callerChanged', ...of, caller });
	}
	if (Object.keys(attributes).length > 0) ears.say({ type: 'contact.data', ...of, attributes });
	if (recording) ears.say({ type: 'recording.changed', ...of, state: recording });
	settleRings(ears, conversation, null);
	if (!conversation.isOptimising) {
		const parties = partiesOf(conversation, ears.legs);
		ears.say({ type: 'conference.changed', ...of, parties });
		settleOfficers(ears, conversation);
		settleConsult(ears, conversation);
	}
	settleParked(ears, conversation);
}

function settleParked(
	ears: Ears,
	{ contactId, direction, parked, wasTimedOut }: Conversation
): void {
	const of = { contactId, direction } as const;
	if ((parked !== null) === ears.lines.calls.get(contactId)?.isParked) return;
	if (parked) ears.say({ type: 'contact.parked', ...of, ...parked });
	else
		ears.say({ type: 'contact.unparked', ...of, ...(wasTimedOut ? { because: 'timedOut' } : {}) });
}

function settleRings(
	ears: Ears,
	{ contactId, direction, customer, rings, round, hasLeftQueue }: Conversation,
	callerIsGone: boolean | null
): void {
	const hasAsked = hasLeftQueue || (customer !== null && customer.askedAt !== null);
	for (const ring of rings.values()) {
		const because = whyEnded(ring, { others: rings.values(), round, hasAsked, callerIsGone });
		const { agent, legId } = ring;
		if (because)
			ears.say({ type: 'agent.offerEnded', contactId, direction, agent, legId, because });
	}
}

function settleOfficers(ears: Ears, conversation: Conversation): void {
	const { contactId, direction } = conversation;
	const now = legsWith(conversation, ears.legs);
	const said = ears.lines.calls.get(contactId)?.with ?? [];
	for (const { agent, legId } of said) {
		if (now.some((leg) => leg.id === legId)) continue;
		ears.say({ type: 'agent.disconnected', contactId, direction, agent, legId });
	}
	for (const leg of now) {
		const of = { contactId, direction, agent: leg.extension ?? '', legId: leg.id } as const;
		ears.say({ type: 'agent.connected', ...of });
		ears.say({ type: saysHold(leg), ...of });
	}
	if (now.length > 0) {
		conversation.lastWith = now;
		conversation.hasLeftQueue = false;
		conversation.leftFirst = null;
		for (const leg of now) ears.conversations.byLeg.set(leg.id, conversation);
	}
}

function saysHold({ isHeld, isHoldKnown }: Leg): 'leg.held' | 'leg.retrieved' | 'leg.holdUnknown' {
	if (!isHoldKnown) return 'leg.holdUnknown';
	return isHeld ? 'leg.held' : 'leg.retrieved';
}

function settleConsult(ears: Ears, conversation: Conversation): void {
	const { contactId, direction } = conversation;
	const of = { contactId, direction } as const;
	const said = ears.lines.calls.get(contactId)?.consult;
	const consult = consultOf(conversation, ears.legs);
	if (said && said.legId !== consult?.leg.id) ears.say({ type: 'consult.ended', ...of, ...said });
	const agent = consult?.officer.extension;
	if (!consult || !agent) return;
	const { leg, to, isAnswered } = consult;
	ears.conversations.byLeg.set(leg.id, conversation);
	const second = { ...of, agent, legId: leg.id } as const;
	ears.say({ type: 'consult.started', ...second, to });
	if (isAnswered) ears.say({ type: 'consult.answered', ...second });
}

/** Whoever answered a customer and holds them, or gives them away, has them. */
export function joinAnswered(ears: Ears, leg: Leg): void {
	const conversation = ears.conversations.byLeg.get(leg.id);
	const isNext = conversation?.rings.get(leg.id)?.isAnswered && conversation.lastWith.length === 0;
	if (isNext && conversation.customer) joinMissing(ears.legs, leg, conversation.customer);
}

/** The customer's own channel is gone, and the conversation with it. */
export function end(ears: Ears, conversation: Conversation): void {
	const { contactId, direction, customer, isAnnounced } = conversation;
	if (isAnnounced && customer) {
		const by = whoEnded(conversation, joinedTo(ears.legs, customer));
		settleRings(ears, conversation, by === 'caller');
		const call = ears.lines.calls.get(contactId);
		const abandoned = call ? isAbandoned(call, by) : false;
		ears.say({ type: 'contact.ended', contactId, direction, by, abandoned });
	}
	forget(ears.conversations, conversation);
}

export function sayMember(ears: Ears, news: MemberNews | null): void {
	if (news) ears.say({ type: 'agent.stateChanged', ...news });
}
