/**
 * One message of the Asterisk Manager Interface: keys in no fixed case, kept and asked for in lower case, and a key may
 * come more than once: then its values stand one below another, as lines, because no value holds a line's end. Text is
 * decoded by whole message, because a name may be cut between two reads in mid-character.
 */
export type Key = Lowercase<string>;

export type Message = ReadonlyMap<Key, string>;

const LINE_END = '\r\n';

/** The first value of a key, and '' where there is none. */
export function field(message: Message, key: Key): string {
	const all = message.get(key) ?? '';
	const end = all.indexOf(LINE_END);
	return end < 0 ? all : all.slice(0, end);
}

export function values(message: Message, key: Key): readonly string[] {
	return message.get(key)?.split(LINE_END) ?? [];
}

/** Asterisk writes `<unknown>` where it has nothing. */
export function known(message: Message, key: Key): string {
	const value = field(message, key);
	return value === '<unknown>' ? '' : value;
}

/** A line without a colon is not ours to read; a value keeps everything after the first colon and one space. */
export function readMessage(text: string): Message {
	const message = new Map<Key, string>();
	let end = -LINE_END.length;
	while (end < text.length) {
		const from = end + LINE_END.length;
		const at = text.indexOf(LINE_END, from);
		end = at < 0 ? text.length : at;
		const colon = text.indexOf(':', from);
		if (colon <= from || colon > end) continue;
		const key = inLowerCase(text.slice(from, colon));
		const value = text.slice(text[colon + 1] === ' ' ? colon + 2 : colon + 1, end);
		const earlier = message.get(key);
		message.set(key, earlier === undefined ? value : earlier + LINE_END + value);
	}
	return message;
}

/** A message from its fields in order, for whoever speaks as the switch. */
export function messageOf(fields: readonly (readonly [string, string | number])[]): Message {
	return readMessage(fields.map(([key, value]) => `${key}: ${value}`).join(LINE_END));
}

/** The same few keys come with every message; what a dialplan makes up is not kept for ever. */
const lowered = new Map<string, Key>();
const KEPT = 500;

export function inLowerCase(key: string): Key {
	const known = lowered.get(key);
	if (known !== undefined) return known;
	const low = key.toLowerCase() as Key;
	if (lowered.size < KEPT) lowered.set(key, low);
	return low;
}
