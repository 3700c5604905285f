/** A customer left in a numbered space: who left them there, for how long, and that nobody took them in time. */
import type { Conversation } from './conversations.ts';
import { extensionOf } from './legs.ts';
import { field, type Message } from './message.ts';

export function parked(conversation: Conversation, message: Message): void {
	const agent = extensionOf(field(message, 'parkerdialstring'));
	const space = field(message, 'parkingspace');
	const seconds = Number(field(message, 'parkingtimeout'));
	if (!conversation.parked) conversation.round += 1;
	conversation.parked = {
		...(space === '' ? {} : { space }),
		...(agent === null ? {} : { agent }),
		...(seconds > 0 ? { seconds } : {})
	};
	for (const leg of conversation.lastWith) leg.isHeld = false;
}

export function unparked(conversation: Conversation, message: Message): void {
	conversation.parked = null;
	conversation.wasTimedOut = field(message, 'event') === 'ParkedCallTimeOut';
}
