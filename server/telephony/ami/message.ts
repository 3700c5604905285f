/**
 * One message of the Asterisk Manager Interface: keys in no fixed case, and a key may come more than once, so every key
 * has a list of values. Text is decoded by whole message, because a name may be cut between two reads in mid-character.
 */
export type Message = ReadonlyMap<string, readonly string[]>;

/** The first value of a key, and '' where there is none. */
export function field(message: Message, key: string): string {
	return message.get(inLowerCase(key))?.[0] ?? '';
}

export function values(message: Message, key: string): readonly string[] {
	return message.get(inLowerCase(key)) ?? [];
}

/** Asterisk writes `<unknown>` where it has nothing. */
export function known(message: Message, key: string): string {
	const value = field(message, key);
	return value === '<unknown>' ? '' : value;
}

/** A line without a colon is not ours to read; a value keeps everything after the first colon and one space. */
export function readMessage(text: string): Message {
	const message = new Map<string, string[]>();
	for (const line of text.split('\r\n')) {
		const colon = line.indexOf(':');
		if (colon <= 0) continue;
		const key = line.slice(0, colon).toLowerCase();
		const value = line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
		const earlier = message.get(key);
		if (earlier) earlier.push(value);
		else message.set(key, [value]);
	}
	return message;
}

/** A message from its fields in order, for whoever speaks as the switch. */
export function messageOf(fields: readonly (readonly [string, string | number])[]): Message {
	return readMessage(fields.map(([key, value]) => `${key}: ${value}`).join('\r\n'));
}

/** The keys we ask for are few and asked for again with every message. */
const lowered = new Map<string, string>();

function inLowerCase(key: string): string {
	const known = lowered.get(key);
	if (known !== undefined) return known;
	const low = key.toLowerCase();
	lowered.set(key, low);
	return low;
}
