/**
 * What happens to what we know when the link to the switch goes and comes back. Nothing is sent again after a gap, so
 * the switch's own lists are taken as the truth: whoever is not on them has gone, whoever is new is told of as if heard,
 * and whether a recording still runs is not known until the switch says so again.
 */
import { forgetEnded } from '#shared/calls/lines.ts';
import { announce, sayMember, settleOne, type Ears } from './adapter.ts';
import { gone, joinedQueue, leftQueue, meet } from './hear.ts';
import { enterBridge, extensionOf, isLocal, leaveBridge, tellLegs, type Leg } from './legs.ts';
import { replaceMembers } from './members.ts';
import { field, messageOf, type Message } from './message.ts';
import { ringFor } from './ringing.ts';

/** The switch's answers to Status, QueueStatus and BridgeList. */
export type Snapshot = {
	channels: readonly Message[];
	waiting: readonly Message[];
	members: readonly Message[];
	bridges: readonly Message[];
};

export function linkLost(ears: Ears): void {
	ears.next();
	for (const conversation of ears.conversations.byContact.values()) {
		const { recording } = conversation;
		if (recording === 'recording' || recording === 'paused') conversation.recording = 'unknown';
		settleOne(ears, conversation);
	}
	ears.say({ type: 'source.lost' });
}

/** No late news comes over a new connection, so what has ended may be forgotten. */
export function linkUp(ears: Ears): void {
	ears.next();
	ears.lines = forgetEnded(ears.lines, 0);
	ears.legs.gone.clear();
	ears.say({ type: 'source.connected' });
}

export function resync(ears: Ears, { channels, waiting, members, bridges }: Snapshot): void {
	ears.next();
	const alive = new Set(channels.map((message) => field(message, 'uniqueid')));
	for (const leg of [...ears.legs.byId.values()]) if (!alive.has(leg.id)) gone(ears, leg, '');
	const standing = new Set(bridges.map((message) => field(message, 'bridgeuniqueid')));
	const legs = channels.flatMap((message) => placed(ears, message, standing));
	holdsAre(legs, members);
	queuesAre(ears, waiting);
	for (const leg of legs) rings(ears, leg);
	for (const leg of legs) meet(ears, leg);
	for (const conversation of ears.conversations.byContact.values()) {
		conversation.isOptimising = false;
		settleOne(ears, conversation);
	}
	/** A switch that lists nobody at all does not tell us of its queues. */
	if (members.length > 0) {
		for (const news of replaceMembers(ears.members, members)) sayMember(ears, news);
	}
	const live = [...ears.conversations.byContact.values()].filter((each) => each.isAnnounced);
	ears.say({ type: 'source.resynced', liveContactIds: live.map((each) => each.contactId) });
}

function placed(ears: Ears, message: Message, standing: ReadonlySet<string>): Leg[] {
	const leg = tellLegs(ears.legs, message).get('');
	if (!leg) return [];
	const bridgeId = field(message, 'bridgeid');
	if (standing.has(bridgeId)) enterBridge(ears.legs, leg, bridgeId);
	else leaveBridge(ears.legs, leg);
	return [leg];
}

/** A channel's own list does not say that it is on hold; the queues' members do, by the state of their phones. */
function holdsAre(legs: readonly Leg[], members: readonly Message[]): void {
	const stateOf = new Map(
		members.map((message) => [extensionOf(field(message, 'location')), field(message, 'status')])
	);
	for (const leg of legs) {
		const state = leg.extension ? stateOf.get(leg.extension) : undefined;
		leg.isHoldKnown = leg.bridgeId === null || state === ON_HOLD || state === IN_USE;
		if (state === ON_HOLD) leg.isHeld = true;
		if (state === IN_USE) leg.isHeld = false;
	}
}

/** Asterisk's device states. */
const IN_USE = '2';
const ON_HOLD = '8';

function queuesAre(ears: Ears, waiting: readonly Message[]): void {
	const queueOf = new Map(
		waiting.map((message) => [field(message, 'uniqueid'), field(message, 'queue')])
	);
	for (const leg of ears.legs.byId.values()) {
		if (leg.queue === null || queueOf.get(leg.id) === leg.queue) continue;
		leftQueue(ears, leg, messageOf([['Queue', leg.queue]]));
	}
	for (const message of waiting) {
		const leg = ears.legs.byId.get(field(message, 'uniqueid'));
		if (leg) joinedQueue(ears, leg, message);
	}
}

/** A phone that rings for a customer, unless an officer's consultation rings it. */
function rings(ears: Ears, phone: Leg): void {
	if (!phone.isRinging || !phone.extension || isLocal(phone)) return;
	for (const leg of ears.legs.byId.values()) {
		const isOfCall = leg.linkedId === phone.linkedId && leg.extension === phone.extension;
		if (isOfCall && isLocal(leg)) return;
	}
	const ring = ringFor(ears, { caller: null, phone, message: messageOf([]) });
	const conversation = ring && ears.conversations.byLeg.get(phone.id);
	if (conversation) announce(ears, conversation);
}
