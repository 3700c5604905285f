/**
 * One message of the Asterisk Manager Interface: keys in no fixed case, and a key may come more than once: then its
 * values stand one below another, as lines, because no value holds a line's end. Text is decoded by whole message,
 * because a name may be cut between two reads in mid-character.
 */
export type Message = ReadonlyMap<string, string>;

const LINE_END = '\r\n';

/** The first value of a key, and '' where there is none. */
export function field(message: Message, key: string): string {
	const all = message.get(inLowerCase(key)) ?? '';
	const end = all.indexOf(LINE_END);
	return end < 0 ? all : all.slice(0, end);
}

export function values(message: Message, key: string): readonly string[] {
	return message.get(inLowerCase(key))?.split(LINE_END) ?? [];
}

/** Asterisk writes `<unknown>` where it has nothing. */
export function known(message: Message, key: string): string {
	const value = field(message, key);
	return value === '<unknown>' ? '' : value;
}

/** A line without a colon is not ours to read; a value keeps everything after the first colon and one space. */
export function readMessage(text: string): Message {
	const message = new Map<string, string>();
	for (const line of text.split(LINE_END)) {
		const colon = line.indexOf(':');
		if (colon <= 0) continue;
		const key = inLowerCase(line.slice(0, colon));
		const value = line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
		const earlier = message.get(key);
		message.set(key, earlier === undefined ? value : earlier + LINE_END + value);
	}
	return message;
}

/** A message from its fields in order, for whoever speaks as the switch. */
export function messageOf(fields: readonly (readonly [string, string | number])[]): Message {
	return readMessage(fields.map(([key, value]) => `${key}: ${value}`).join(LINE_END));
}

/** The same few keys come and are asked for with every message; what a dialplan makes up is not kept for ever. */
const lowered = new Map<string, string>();
const KEPT = 500;

function inLowerCase(key: string): string {
	const known = lowered.get(key);
	if (known !== undefined) return known;
	const low = key.toLowerCase();
	if (lowered.size < KEPT) lowered.set(key, low);
	return low;
}
