import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { netstring, NetstringParser } from './netstring.ts';

function readFrom(...chunks: (string | Buffer)[]) {
	const texts: string[] = [];
	const troubles: string[] = [];
	const parser = new NetstringParser({
		text: (text) => texts.push(text),
		dropped: () => troubles.push('dropped'),
		broken: () => troubles.push('broken')
	});
	for (const chunk of chunks) parser.push(Buffer.from(chunk));
	return { texts, troubles };
}

const singly = (bytes: Buffer) => [...bytes].map((byte) => Buffer.from([byte]));

describe('what Kamailio sends', () => {
	it.each([
		['5:hello,', ['hello']],
		['0:,', ['']],
		['1:a,1:b,', ['a', 'b']],
		['3:a:b,', ['a:b']],
		['3:a,b,', ['a,b']],
		[netstring('Siân 👩‍💼'), ['Siân 👩‍💼']]
	])('%j is read whole, and in single bytes', (sent, texts) => {
		expect(readFrom(sent)).toEqual({ texts, troubles: [] });
		expect(readFrom(...singly(Buffer.from(sent)))).toEqual({ texts, troubles: [] });
	});

	it('is read alike wherever a recording of it is cut', () => {
		const bytes = readFileSync(
			join(import.meta.dirname, '../../../tests/live/two-calls.netstring')
		);
		const whole = readFrom(bytes).texts;
		expect(whole).toHaveLength(9);
		expect(readFrom(...singly(bytes)).texts).toEqual(whole);
		for (let at = 1; at < bytes.length; at += 7) {
			expect(readFrom(bytes.subarray(0, at), bytes.subarray(at)).texts).toEqual(whole);
		}
	});

	it('has what is no UTF-8 replaced, and the next is heard', () => {
		const broken = Buffer.concat([Buffer.from('2:'), Buffer.from([0xc3, 0x28]), Buffer.from(',')]);
		expect(readFrom(broken, '1:a,').texts).toEqual(['\uFFFD(', 'a']);
	});
});

describe('a sender gone wrong', () => {
	it.each([
		['hello,'],
		[':a,'],
		['-1:a,'],
		['+1:a,'],
		[' 1:a,'],
		['01:a,'],
		['00:,'],
		['1.5:ab,'],
		['5:hello;'],
		['4:hello,'],
		['1e3:a,'],
		['HTTP/1.1 400 Bad Request\r\n\r\n'],
		[`${'9'.repeat(14)}:a,`],
		[Buffer.from([0xff, 0x00, 0x31])]
	])('%j is broken, is said so once, and nothing after it is read', (sent) => {
		const { texts, troubles } = readFrom(sent, '5:hello,', '5:hello,');
		expect(texts).toEqual([]);
		expect(troubles).toEqual(['broken']);
	});

	it('may send more than can be held: it is let go as it comes, and the next is heard', () => {
		const chunk = Buffer.alloc(64 * 1024, 'x');
		const many = Array.from({ length: 1024 }, () => chunk);
		const { texts, troubles } = readFrom(`${64 * 1024 * 1024}:`, ...many, ',', '5:hello,');
		expect(texts).toEqual(['hello']);
		expect(troubles).toEqual(['dropped']);
	});

	it('may send the most that is held, and one more byte is dropped', () => {
		const most = 'x'.repeat(256 * 1024);
		expect(readFrom(netstring(most)).texts).toHaveLength(1);
		expect(readFrom(netstring(`${most}x`))).toEqual({ texts: [], troubles: ['dropped'] });
	});

	it('may send a hundred thousand in one packet', () => {
		expect(readFrom('5:hello,'.repeat(100_000)).texts).toHaveLength(100_000);
	});
});
