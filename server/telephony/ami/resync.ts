/**
 * What happens to what we know when the link to the switch goes and comes back. Nothing is sent again after a gap, so
 * the switch's own lists are taken as the truth: whoever is not on them has gone, whoever is new is told of as if heard,
 * and whether a recording still runs is not known until the switch says so again.
 */
import { forgetEnded } from '#shared/calls/lines.ts';
import { announce, sayMember, settleOne, type Ears } from './adapter.ts';
import { gone, joinedQueue, leftQueue, meet } from './hear.ts';
import type { Conversation } from './conversations.ts';
import { enterBridge, extensionOf, isLocal, leaveBridge, tellLegs, type Leg } from './legs.ts';
import { replaceMembers } from './members.ts';
import { field, messageOf, type Message } from './message.ts';
import { ringFor } from './ringing.ts';

/** The switch's answers to Status or CoreShowChannels, QueueStatus and BridgeList; null of what it does not show us. */
export type Snapshot = Readonly<
	Record<'channels' | 'waiting' | 'members' | 'bridges', readonly Message[] | null>
>;

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

export function resync(ears: Ears, snapshot: Snapshot): void {
	ears.next();
	const { channels, waiting, members, bridges } = snapshot;
	const alive = channels ? idsIn(channels) : stillOn(ears, snapshot);
	for (const leg of [...ears.legs.byId.values()]) if (!alive.has(leg.id)) gone(ears, leg, '');
	const standing = bridges && new Set(bridges.map((each) => field(each, 'bridgeuniqueid')));
	const legs = channels
		? channels.flatMap((message) => placed(ears, message, standing))
		: [...ears.legs.byId.values()];
	if (members) holdsAre(legs, members);
	if (waiting) queuesAre(ears, waiting);
	for (const leg of legs) rings(ears, leg);
	for (const leg of legs) meet(ears, leg);
	for (const conversation of ears.conversations.byContact.values()) {
		conversation.isOptimising = false;
		settleOne(ears, conversation);
	}
	/** A switch that lists nobody at all does not tell us of its queues. */
	if (members && members.length > 0) {
		for (const news of replaceMembers(ears.members, members)) sayMember(ears, news);
	}
	const live = [...ears.conversations.byContact.values()].filter((each) => each.isAnnounced);
	ears.say({ type: 'source.resynced', liveContactIds: live.map((each) => each.contactId) });
}

const idsIn = (listed: readonly Message[]): ReadonlySet<string> =>
	new Set(listed.map((message) => field(message, 'uniqueid')));

/**
 * Where the channels are not shown, the queues still tell: a customer who waits in one, or was with an officer whose
 * telephone is in use, is there. Of anybody else nobody would ever hear the end, so that they have ended, nobody knows
 * how.
 */
function stillOn(ears: Ears, { waiting, members }: Snapshot): ReadonlySet<string> {
	const queued = idsIn(waiting ?? []);
	const inUse = new Set(
		(members ?? [])
			.filter((message) => !AT_REST.has(field(message, 'status')))
			.map((message) => extensionOf(field(message, 'location')))
	);
	const isInUse = (leg: Leg | undefined) =>
		leg !== undefined && ears.legs.byId.has(leg.id) && inUse.has(leg.extension);
	const legsOf = ({ customer, lastWith, rings }: Conversation) => {
		const isOn = customer && (queued.has(customer.id) || lastWith.some(isInUse));
		const phones = [...lastWith, ...[...rings.keys()].map((id) => ears.legs.byId.get(id))];
		return isOn ? [customer, ...phones.filter(isInUse)] : [];
	};
	const alive = [...ears.conversations.byContact.values()].flatMap(legsOf);
	return new Set(alive.flatMap((leg) => leg?.id ?? []));
}

function placed(ears: Ears, message: Message, standing: ReadonlySet<string> | null): Leg[] {
	const leg = tellLegs(ears.legs, message).get('');
	if (!leg) return [];
	const bridgeId = field(message, 'bridgeid');
	const isStanding = standing?.has(bridgeId) ?? bridgeId !== '';
	if (isStanding) enterBridge(ears.legs, leg, bridgeId);
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

/** Asterisk's device states: unknown, not in use, invalid, unavailable. */
const AT_REST = new Set(['', '0', '1', '4', '5']);
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
