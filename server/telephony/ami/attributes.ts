/**
 * What a `UserEvent` of the dialplan tells of a caller: its own keys, without those that every message has. It is
 * text from outside, so it is cut short, and a value that might be a card number is left out. Keys are in lower case,
 * as the switch itself does not care: `Menu` is what the caller chose.
 */
import { mayBeTold } from './keyed.ts';
import { field, type Message } from './message.ts';

const OF_EVERY_MESSAGE = new Set(
	[
		'Event Privilege SystemName Timestamp SequenceNumber File Line Func ActionID UserEvent',
		'Channel ChannelState ChannelStateDesc CallerIDNum CallerIDName ConnectedLineNum ConnectedLineName',
		'Language AccountCode Context Exten Priority Uniqueid Linkedid ChanVariable'
	].flatMap((keys) => keys.toLowerCase().split(' '))
);
const KEPT = 12;
const LENGTH = 80;

export function attributesOf(message: Message): Record<string, string> {
	const own = [...message.keys()]
		.filter((key) => !OF_EVERY_MESSAGE.has(key))
		.map((key) => [key, field(message, key).slice(0, LENGTH)] as const)
		.filter(([key, value]) => value !== '' && mayBeTold(key, value));
	return Object.fromEntries(own.slice(0, KEPT));
}
