/**
 * The bytes of a file as UTF-8, a piece at a time: counted, digested and looked at on the way. What is no text at all
 * stops the reading with a sentence that says where.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { sentence } from '../../sentence.ts';
import type { Mapping } from '../mapping/mapping.ts';

export type Tally = {
	/** Read so far. */
	bytes: number;
	/** SHA-256 of everything, once it is read. */
	digest: string;
};

export async function* textOf(
	source: AsyncIterable<Uint8Array>,
	{ encoding, tally }: { encoding: Mapping['encoding']; tally: Tally }
): AsyncGenerator<Buffer> {
	const digest = createHash('sha256');
	const decode = encoding === 'utf-8' ? utf8() : windows1252();
	let lineNumber = 1;
	for await (const piece of source) {
		digest.update(piece);
		const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
		if (tally.bytes === 0) refuseUtf16(bytes);
		tally.bytes += bytes.length;
		const nul = bytes.indexOf(0);
		if (nul >= 0) throw nulAt(lineNumber + linesIn(bytes.subarray(0, nul)));
		yield decode(bytes, lineNumber);
		lineNumber += linesIn(bytes);
	}
	decode(END, lineNumber);
	tally.digest = digest.digest('hex');
}

type Decode = (bytes: Buffer, lineNumber: number) => Buffer;

const END = Buffer.alloc(0);
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A letter may be cut in two where one piece ends: its beginning waits for the next. */
function utf8(): Decode {
	let waiting = END;
	let isStart = true;
	return (bytes, lineNumber) => {
		const all = waiting.length > 0 ? Buffer.concat([waiting, bytes]) : bytes;
		const whole = bytes === END ? all.length : wholeLetters(all);
		waiting = Buffer.from(all.subarray(whole));
		const text = all.subarray(0, whole);
		if (!isUtf8(text)) throw notUtf8(lineNumber, text);
		const hasMark = isStart && text.subarray(0, 3).equals(MARK);
		if (text.length > 0) isStart = false;
		return hasMark ? text.subarray(3) : text;
	};
}

/** How many bytes are of letters that end within them. */
function wholeLetters(bytes: Buffer): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) return bytes.length;
		if (byte < 0xc0) continue;
		const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
		return length > back ? bytes.length - back : bytes.length;
	}
	return bytes.length;
}

function windows1252(): Decode {
	const decoder = new TextDecoder('windows-1252');
	return (bytes) => (isAscii(bytes) ? bytes : Buffer.from(decoder.decode(bytes)));
}

function linesIn(bytes: Buffer): number {
	let count = 0;
	for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
	return count;
}

function nulAt(lineNumber: number): Error {
	return sentence(
		`Line ${lineNumber} holds a NUL byte, which no text has: the file is damaged or is not a text file.`
	);
}

function notUtf8(lineNumber: number, text: Buffer): Error {
	let good = 0;
	for (let at = text.indexOf(10); at >= 0 && isUtf8(text.subarray(0, at));) {
		good += 1;
		at = text.indexOf(10, at + 1);
	}
	return sentence(
		`Line ${lineNumber + good} is not UTF-8: export the file as UTF-8, or set "encoding" of the mapping to "windows-1252".`
	);
}

function refuseUtf16(bytes: Buffer): void {
	const [first, second] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
		throw sentence('The file is UTF-16: export it as UTF-8 or Windows-1252.');
	}
}
