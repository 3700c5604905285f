/**
 * Who gave a customer away, and where to. The extension is what the switch says; that it leads to a queue is seen only
 * when the queue is joined. Whoever gave them away holds them no longer, whether or not the switch says so.
 */
import { joinAnswered, settleOne, type Ears } from './adapter.ts';
import { dialledAs } from './keyed.ts';
import { extensionOf, isLocal, otherHalf, type Legs, type Told } from './legs.ts';
import { field, inLowerCase, type Message } from './message.ts';

export function transferred(ears: Ears, message: Message, told: Told): void {
	if (field(message, 'result') !== 'Success') return;
	const isBlind = field(message, 'event') === 'BlindTransfer';
	const officer = isBlind ? 'Transferer' : 'OrigTransferer';
	const giver = told.get(officer);
	const customer = told.get('Transferee');
	const { byLeg } = ears.conversations;
	const conversation = byLeg.get(customer?.id ?? '') ?? byLeg.get(giver?.id ?? '');
	if (!conversation?.isAnnounced) return;
	if (giver) {
		joinAnswered(ears, giver);
		settleOne(ears, conversation);
	}
	if (giver) giver.isHeld = false;
	// Whoever brought three together has given nobody away.
	if (field(message, 'desttype') === 'Threeway') return;
	if (isBlind) conversation.round += 1;
	const { contactId, direction } = conversation;
	ears.say({
		type: 'contact.transferred',
		contactId,
		direction,
		agent: extensionOf(field(message, inLowerCase(`${officer}Channel`))) ?? '',
		legId: field(message, inLowerCase(`${officer}Uniqueid`)),
		kind: isBlind ? 'blind' : 'attended',
		to: dialledAs(isBlind ? field(message, 'extension') : targetOf(ears.legs, message, told))
	});
}

function targetOf(legs: Legs, message: Message, told: Told): string {
	const target = told.get('TransferTarget');
	const second = told.get('SecondTransferer');
	const behind = target && isLocal(target) ? otherHalf(legs, target) : null;
	return (
		second?.joinedQueue ??
		behind?.joinedQueue ??
		extensionOf(field(message, 'transfertargetchannel')) ??
		(second?.dialled || second?.exten) ??
		''
	);
}
