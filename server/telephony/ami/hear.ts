/**
 * One message of the switch: what each kind of it tells us. Every message first tells of its channels; then its own
 * meaning is taken in; then whatever conversation it touched is settled. A kind not named here tells of channels only.
 */
import { WITHHELD_CALLER } from '#shared/calls/number.ts';
import { announce, end, joinAnswered, sayMember, settle, settleOne, type Ears } from './adapter.ts';
import { attributesOf } from './attributes.ts';
import { conversationOf, touchedBy, type Conversation } from './conversations.ts';
import {
	enterBridge,
	findMissing,
	isLocal,
	isOutside,
	joinedTo,
	leaveBridge,
	removeLeg,
	tellLegs,
	type Leg,
	type Told
} from './legs.ts';
import { tellDevice, tellMember } from './members.ts';
import { field, type Message } from './message.ts';
import { parked, unparked } from './parked.ts';
import { rang } from './ringing.ts';
import { transferred } from './transfers.ts';

type Hearing = (ears: Ears, message: Message, told: Told) => void;

export function hear(ears: Ears, message: Message): void {
	ears.next();
	const told = tellLegs(ears.legs, message);
	const hearing = HEARINGS.get(field(message, 'event'));
	hearing?.(ears, message, told);
	settle(ears, told.values());
	if (ears.legs.forbidden.size > 0) withdrawEnded(ears);
}

/** Forbidden when the call had ended already: what was said of the caller is taken back all the same. */
function withdrawEnded(ears: Ears): void {
	for (const contactId of ears.legs.forbidden) {
		/** Of one that ended long ago nothing is kept here; whoever kept it knows whether they rang us. */
		const direction = ears.lines.calls.get(contactId)?.direction ?? 'inbound';
		if (direction !== 'inbound') continue;
		ears.say({ type: 'contact.callerChanged', contactId, direction, caller: WITHHELD_CALLER });
	}
	ears.legs.forbidden.clear();
}

/** A message about one channel. */
function ofLeg(take: (ears: Ears, leg: Leg, message: Message) => void): Hearing {
	return (ears, message, told) => {
		const leg = told.get('');
		if (leg) take(ears, leg, message);
	};
}

/** A message about one channel that says something of the whole conversation. */
function ofConversation(
	take: (conversation: Conversation, message: Message) => void,
	of: '' | 'Parkee' = ''
): Hearing {
	return (ears, message, told) => {
		const leg = told.get(of);
		const conversation = leg && partOf(ears, leg);
		if (conversation) take(conversation, message);
	};
}

function partOf(ears: Ears, leg: Leg): Conversation | null {
	const { byLeg, byContact } = ears.conversations;
	return (
		byLeg.get(leg.id) ?? byContact.get(leg.linkedId) ?? conversationOf(ears.conversations, leg)
	);
}

const ofMember: Hearing = (ears, message) => sayMember(ears, tellMember(ears.members, message));

const CLOCKS_APART_SECONDS = 30;

/** A switch that has been up for less long than it had been before was started again: none of its old calls is left. */
function booted(ears: Ears, message: Message): void {
	const upSeconds = Number(field(message, 'uptime'));
	const { booted: before } = ears;
	const at = ears.now();
	ears.booted = { upSeconds, at };
	if (!before) return;
	const since = (Date.parse(at) - Date.parse(before.at)) / 1000;
	const isSame = upSeconds >= before.upSeconds + Math.max(0, since - CLOCKS_APART_SECONDS);
	if (isSame) return;
	for (const leg of [...ears.legs.byId.values()]) gone(ears, leg, '');
}

const HEARINGS: ReadonlyMap<string, Hearing> = new Map<string, Hearing>([
	['QueueCallerJoin', ofLeg(joinedQueue)],
	['QueueCallerLeave', ofLeg(leftQueue)],
	['QueueCallerAbandon', ofLeg(gaveUp)],
	['AgentCalled', called],
	['AgentConnect', rang],
	['AgentRingNoAnswer', rang],
	['AgentComplete', ofConversation(completed)],
	['DialBegin', rang],
	['DialState', rang],
	['DialEnd', rang],
	['BridgeEnter', ofLeg(entered)],
	['BridgeLeave', ofLeg(left)],
	['Hold', ofLeg(held)],
	['Unhold', ofLeg(takenBack)],
	['HangupRequest', ofLeg(asked)],
	['SoftHangupRequest', ofLeg(dismissed)],
	['Hangup', ofLeg(hungUp)],
	['MixMonitorStart', ofConversation(recorded)],
	['MixMonitorStop', ofConversation((conversation) => void (conversation.recording = 'stopped'))],
	['MixMonitorMute', ofConversation(muted)],
	['UserEvent', ofConversation(tagged)],
	['BlindTransfer', transferred],
	['AttendedTransfer', transferred],
	['ParkedCall', ofConversation(parked, 'Parkee')],
	['UnParkedCall', ofConversation(unparked, 'Parkee')],
	['ParkedCallTimeOut', ofConversation(unparked, 'Parkee')],
	['LocalOptimizationBegin', optimising(true)],
	['LocalOptimizationEnd', optimising(false)],
	['FullyBooted', booted],
	['DeviceStateChange', (ears, message) => sayMember(ears, tellDevice(ears.members, message))],
	['QueueMemberStatus', ofMember],
	['QueueMemberPause', ofMember],
	['QueueMemberAdded', ofMember],
	['QueueMemberRemoved', ofMember]
]);

/** A consultation may wait in a queue too; only the customer's own waiting is theirs. */
export function joinedQueue(ears: Ears, leg: Leg, message: Message): void {
	const queue = field(message, 'queue');
	const conversation = conversationOf(ears.conversations, leg);
	const isNew = leg.queue !== queue;
	leg.queue = queue;
	leg.joinedQueue = queue;
	if (conversation?.customer !== leg) return;
	if (isNew) conversation.round += 1;
	conversation.hasLeftQueue = false;
	const { contactId, direction } = conversation;
	const position = Number(field(message, 'position')) || null;
	announce(ears, conversation);
	ears.say({ type: 'contact.queued', contactId, direction, queue, position });
}

/** A queue that calls an officer, or is left, was joined, whether or not that was heard. */
function called(ears: Ears, message: Message, told: Told): void {
	const caller = told.get('');
	if (caller?.queue === null) joinedQueue(ears, caller, message);
	rang(ears, message, told);
}

function gaveUp(ears: Ears, leg: Leg, message: Message): void {
	if (leg.queue === null) joinedQueue(ears, leg, message);
	const conversation = ears.conversations.byLeg.get(leg.id);
	if (conversation?.customer === leg) conversation.hasLeftQueue = true;
}

export function leftQueue(ears: Ears, leg: Leg, message: Message): void {
	const conversation = ears.conversations.byLeg.get(leg.id);
	const isLate = ears.lines.calls.get(conversation?.contactId ?? '')?.queue === null;
	if (leg.queue === null && !(isLate && leg.joinedQueue === field(message, 'queue'))) {
		joinedQueue(ears, leg, message);
	}
	leg.queue = null;
	if (conversation?.customer !== leg) return;
	const { contactId, direction } = conversation;
	ears.say({ type: 'contact.dequeued', contactId, direction, queue: field(message, 'queue') });
}

/** An officer and a customer in one bridge are a call, however they came there. */
function entered(ears: Ears, leg: Leg, message: Message): void {
	enterBridge(ears.legs, leg, field(message, 'bridgeuniqueid'));
	findMissing(ears.legs, { leg, count: Number(field(message, 'bridgenumchannels')) });
	meet(ears, leg);
}

/** Whoever leaves a bridge was in it, and with whom is settled before they go. */
function left(ears: Ears, leg: Leg, message: Message): void {
	const bridgeId = field(message, 'bridgeuniqueid');
	if (leg.bridgeId !== bridgeId) {
		if (leg.lastBridgeId === bridgeId) return;
		enterBridge(ears.legs, leg, bridgeId);
	}
	findMissing(ears.legs, { leg, count: Number(field(message, 'bridgenumchannels')) + 1 });
	meet(ears, leg);
	settle(ears, [leg]);
	for (const conversation of touchedBy(ears.conversations, [leg])) {
		const isIn = leg === conversation.customer || conversation.lastWith.includes(leg);
		if (isIn) conversation.leftFirst ??= leg;
	}
	leaveBridge(ears.legs, leg);
}

/** Whoever holds the customer has them: the message that told how they came together may be the one that was lost. */
function held(ears: Ears, leg: Leg): void {
	leg.isHeld = true;
	leg.isHoldKnown = true;
	joinAnswered(ears, leg);
}

function takenBack(_ears: Ears, leg: Leg): void {
	leg.isHeld = false;
	leg.isHoldKnown = true;
}

export function meet(ears: Ears, leg: Leg): void {
	const everyone = [leg, ...joinedTo(ears.legs, leg)];
	if (!everyone.some((each) => each.extension && !isLocal(each))) return;
	for (const customer of everyone.filter(isOutside)) {
		const conversation = conversationOf(ears.conversations, customer);
		if (conversation) announce(ears, conversation);
	}
}

function asked(ears: Ears, leg: Leg): void {
	leg.askedAt ??= ears.heard;
	const ring = ears.conversations.byLeg.get(leg.id)?.rings.get(leg.id);
	if (ring && !ring.isAnswered) ring.isDeclined = true;
}

/** The switch also dismisses what has already left; that is only tidying. */
function dismissed(_ears: Ears, leg: Leg): void {
	const hasLeft = leg.bridgeId === null && leg.lastBridgeId !== null;
	if (!hasLeft && leg.askedAt === null) leg.isDismissed = true;
}

function hungUp(ears: Ears, leg: Leg, message: Message): void {
	gone(ears, leg, field(message, 'cause'));
}

/** A shortening that is heard to begin and never to end is over when its channel is gone. */
function optimising(isOptimising: boolean): Hearing {
	return (ears, _message, told) => {
		for (const conversation of touchedBy(ears.conversations, told.values())) {
			conversation.isOptimising = isOptimising;
		}
	};
}

export function gone(ears: Ears, leg: Leg, cause: string): void {
	const { byLeg, byContact } = ears.conversations;
	const conversation = byLeg.get(leg.id);
	const ring = conversation?.rings.get(leg.id);
	const linked = byContact.get(leg.linkedId);
	if (ring) ring.cause = cause;
	if (linked && isLocal(leg)) linked.isOptimising = false;
	const unborn = byContact.get(leg.id);
	if (conversation) settleOne(ears, conversation);
	if (conversation?.customer === leg) end(ears, conversation);
	else if (unborn && !unborn.customer) end(ears, unborn);
	removeLeg(ears.legs, leg);
}

function completed(conversation: Conversation, message: Message): void {
	const reason = field(message, 'reason');
	conversation.completedBy = reason === 'caller' || reason === 'agent' ? reason : null;
}

function recorded(conversation: Conversation, message: Message): void {
	conversation.recording = 'recording';
	conversation.recordedChannel = field(message, 'channel');
}

/** One direction alone leaves half of the words on the recording: that is not paused. */
function muted(conversation: Conversation, message: Message): void {
	if (field(message, 'direction') !== 'both') return;
	conversation.recording = field(message, 'state') === '1' ? 'paused' : 'recording';
}

/** What the dialplan tells of a caller, such as the menu choice. */
function tagged(conversation: Conversation, message: Message): void {
	conversation.attributes = { ...conversation.attributes, ...attributesOf(message) };
}
