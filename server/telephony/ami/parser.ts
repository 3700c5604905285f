/**
 * Bytes to messages. Works over bytes, so it does not matter where a read was cut. Nothing a switch sends can make it
 * hold more than one message of 256 KiB or one line of 64 KiB: what is longer is passed over up to the next empty line,
 * and said to have been dropped. The keys a caller presses may be the digits of a card: those events go no further than
 * here. No database keeps a nul, so there is none in a message.
 */
import { field, readMessage, type Message } from './message.ts';

const MESSAGE_LIMIT = 256 * 1024;
const LINE_LIMIT = 64 * 1024;
const SLICE = 64 * 1024;
const END = Buffer.from('\r\n\r\n');
const LINE_END = Buffer.from('\r\n');
const KEYS_PRESSED = /^dtmf/i;

export type DroppedBecause = 'message-too-long' | 'line-too-long';

export type ParserHears = {
	message: (message: Message) => void;
	/** The line a switch begins with, before any message. */
	banner?: (line: string) => void;
	dropped?: (because: DroppedBecause) => void;
};

export class Parser {
	readonly #hears: ParserHears;
	#bytes = Buffer.alloc(SLICE);
	#length = 0;
	/** How far the end of a message has been looked for in vain. */
	#searched = 0;
	#isBegun = false;
	#isDropping = false;

	constructor(hears: ParserHears) {
		this.#hears = hears;
	}

	push(chunk: Buffer): void {
		for (let from = 0; from < chunk.length; from += SLICE) {
			this.#append(chunk.subarray(from, from + SLICE));
			this.#take();
		}
	}

	#append(slice: Buffer): void {
		if (this.#length + slice.length > this.#bytes.length) {
			const larger = Buffer.alloc(this.#bytes.length * 2);
			this.#bytes.copy(larger, 0, 0, this.#length);
			this.#bytes = larger;
		}
		slice.copy(this.#bytes, this.#length);
		this.#length += slice.length;
	}

	#take(): void {
		let start = this.#isBegun ? 0 : this.#takeBanner();
		for (;;) {
			const end = this.#held().indexOf(END, Math.max(start, this.#searched));
			if (end < 0) break;
			if (!this.#isDropping) this.#read(withoutBlankLines(this.#bytes.subarray(start, end)));
			this.#isDropping = false;
			start = end + END.length;
			this.#searched = start;
		}
		this.#keepFrom(start);
		if (this.#isBegun) this.#limit();
	}

	/** Its first line, unless that already belongs to a message: then we have come late. */
	#takeBanner(): number {
		const end = this.#held().indexOf(LINE_END);
		if (end < 0) {
			if (this.#length > LINE_LIMIT) this.#length = 0;
			return 0;
		}
		this.#isBegun = true;
		const line = this.#bytes.toString('utf8', 0, end);
		if (line.includes(': ')) return 0;
		this.#hears.banner?.(line);
		return end + LINE_END.length;
	}

	#read(message: Buffer): void {
		if (message.length > MESSAGE_LIMIT) return this.#hears.dropped?.('message-too-long');
		if (hasLongLine(message)) return this.#hears.dropped?.('line-too-long');
		const read = readMessage(message.toString('utf8').replaceAll('\0', '\ufffd'));
		if (read.size > 0 && !KEYS_PRESSED.test(field(read, 'event'))) this.#hears.message(read);
	}

	/** An unfinished message that is already too long is let go, but for what may be the start of its end. */
	#limit(): void {
		const isLineTooLong = this.#length - (this.#held().lastIndexOf(LINE_END) + 1) > LINE_LIMIT;
		if (!this.#isDropping && this.#length <= MESSAGE_LIMIT && !isLineTooLong) return;
		if (!this.#isDropping) {
			this.#hears.dropped?.(isLineTooLong ? 'line-too-long' : 'message-too-long');
		}
		this.#isDropping = true;
		this.#keepFrom(Math.max(0, this.#length - END.length + 1));
	}

	/** Moves what is not yet whole to the front. */
	#keepFrom(start: number): void {
		if (start > 0 && start < this.#length) this.#bytes.copyWithin(0, start, this.#length);
		this.#length -= start;
		this.#searched = Math.max(0, this.#length - END.length + 1);
	}

	#held(): Buffer {
		return this.#bytes.subarray(0, this.#length);
	}
}

function withoutBlankLines(message: Buffer): Buffer {
	let start = 0;
	while (message[start] === LINE_END[0] && message[start + 1] === LINE_END[1]) start += 2;
	return message.subarray(start);
}

function hasLongLine(message: Buffer): boolean {
	let start = 0;
	while (message.length - start > LINE_LIMIT) {
		const end = message.indexOf(LINE_END, start);
		if (end < 0 || end - start > LINE_LIMIT) return true;
		start = end + LINE_END.length;
	}
	return false;
}
