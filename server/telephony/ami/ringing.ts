/**
 * Who is rung for whom. A ring of an officer's phone by a customer's channel is an offer, in a queue or out of one; a
 * ring by another officer is a consultation and no offer. An officer's phone that dials the outside world begins an
 * outbound contact, unless that officer has a customer waiting on hold, and then it is a consultation too.
 */
import { announce, type Ears } from './adapter.ts';
import { begin, conversationOf, ringBehind, type Conversation } from './conversations.ts';
import { extensionOf, isLocal, isOutside, type Leg, type Told } from './legs.ts';
import { field, type Message } from './message.ts';
import { ringOf, tellRing, type Ring } from './rings.ts';

export function rang(ears: Ears, message: Message, told: Told): void {
	const phone = told.get('Dest');
	const caller = told.get('') ?? null;
	if (!phone) return;
	if (!phone.extension) {
		if (isOutside(phone) && caller) dialledOut(ears, { caller, phone });
		return;
	}
	const ring = ringFor(ears, { caller, phone, message });
	if (ring) tellRing(ring, message);
}

/** The ring this message is about, begun and offered if it is new. */
export function ringFor(
	ears: Ears,
	{ caller, phone, message }: { caller: Leg | null; phone: Leg; message: Message }
): Ring | null {
	const known = ears.conversations.byLeg.get(phone.id)?.rings.get(phone.id);
	if (known) return known;
	if (caller && isLocal(caller)) return ringBehind(ears.conversations, ears.legs, caller);
	const conversation = rungFor(ears, { caller, phone });
	if (!conversation) return null;
	const agent = extensionOf(field(message, 'interface')) ?? phone.extension ?? '';
	const queue = conversation.customer?.queue ?? (field(message, 'queue') || null);
	const ring = ringOf({ legId: phone.id, agent, queue, round: conversation.round });
	offer(ears, conversation, ring);
	return ring;
}

/** An offer is said at once if its customer is known, or when they are. */
function offer(ears: Ears, conversation: Conversation, ring: Ring): void {
	const { contactId, direction, isAnnounced, rings } = conversation;
	rings.set(ring.legId, ring);
	ears.conversations.byLeg.set(ring.legId, conversation);
	if (!isAnnounced) return announce(ears, conversation);
	const { agent, legId, queue } = ring;
	ears.say({ type: 'agent.offered', contactId, direction, agent, legId, queue });
}

/** An application that rings phones by itself names no caller; then the call they are linked to tells. */
function rungFor(
	ears: Ears,
	{ caller, phone }: { caller: Leg | null; phone: Leg }
): Conversation | null {
	const { conversations, legs } = ears;
	if (!caller && phone.linkedId === phone.id && !isLocal(phone)) {
		const contactId = phone.id;
		const known = conversations.byContact.get(contactId);
		return known ?? begin(conversations, { contactId, direction: 'outbound', customer: null });
	}
	const customer = caller ?? (isLocal(phone) ? undefined : legs.byId.get(phone.linkedId));
	if (!customer || !isOutside(customer)) return null;
	const conversation = conversationOf(conversations, customer);
	return conversation?.customer === customer ? conversation : null;
}

function dialledOut(ears: Ears, { caller, phone }: { caller: Leg; phone: Leg }): void {
	const { conversations } = ears;
	if (!caller.extension || isLocal(caller) || conversations.byLeg.has(phone.id)) return;
	const contactId = phone.linkedId;
	const known = conversations.byContact.get(contactId);
	if (known?.customer || isHolding(ears, caller.extension)) return;
	const conversation =
		known ?? begin(conversations, { contactId, direction: 'outbound', customer: phone });
	conversation.customer = phone;
	/** Whoever dials out has answered their own ring. */
	for (const ring of conversation.rings.values()) ring.isAnswered = true;
	conversations.byLeg.set(phone.id, conversation);
	announce(ears, conversation);
}

function isHolding(ears: Ears, extension: string): boolean {
	for (const { lastWith } of ears.conversations.byContact.values()) {
		if (lastWith.some((leg) => leg.extension === extension && leg.isHeld)) return true;
	}
	return false;
}
