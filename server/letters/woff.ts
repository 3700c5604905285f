/**
 * A font out of its web packing (W3C WOFF 1.0): its tables inflated and laid one after the other behind a plain
 * directory. Done here by zlib, because what reads fonts for the PDF inflates them in half a second of its own.
 */
import { inflateSync } from 'node:zlib';

const HEADER = 44;
const PACKED_ENTRY = 20;
const PLAIN_HEADER = 12;
const PLAIN_ENTRY = 16;

export function unpacked(woff: Buffer): Buffer {
	if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('That is no packed font.');
	const count = woff.readUInt16BE(12);
	const tables = Array.from({ length: count }, (_, index) =>
		tableAt(woff, HEADER + index * PACKED_ENTRY)
	);
	const head = Buffer.alloc(PLAIN_HEADER + count * PLAIN_ENTRY);
	woff.copy(head, 0, 4, 8);
	head.writeUInt16BE(count, 4);
	const power = 2 ** Math.floor(Math.log2(count));
	head.writeUInt16BE(power * PLAIN_ENTRY, 6);
	head.writeUInt16BE(Math.log2(power), 8);
	head.writeUInt16BE((count - power) * PLAIN_ENTRY, 10);
	let offset = head.length;
	for (const [index, { tag, checksum, bytes }] of tables.entries()) {
		const at = PLAIN_HEADER + index * PLAIN_ENTRY;
		tag.copy(head, at);
		head.writeUInt32BE(checksum, at + 4);
		head.writeUInt32BE(offset, at + 8);
		head.writeUInt32BE(bytes.length, at + 12);
		offset += padded(bytes.length);
	}
	return Buffer.concat([
		head,
		...tables.flatMap(({ bytes }) => [bytes, Buffer.alloc(padded(bytes.length) - bytes.length)])
	]);
}

function tableAt(woff: Buffer, at: number): { tag: Buffer; checksum: number; bytes: Buffer } {
	const [offset, packedLength] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8)];
	const length = woff.readUInt32BE(at + 12);
	const packed = woff.subarray(offset, offset + packedLength);
	// What would not have become smaller is not packed.
	const bytes = packedLength < length ? inflateSync(packed) : packed;
	if (bytes.length !== length) throw new Error('A table of the font is not as long as it says.');
	return { tag: woff.subarray(at, at + 4), checksum: woff.readUInt32BE(at + 16), bytes };
}

/** Tables begin at every fourth byte. */
function padded(length: number): number {
	return Math.ceil(length / 4) * 4;
}
