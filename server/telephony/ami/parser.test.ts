import { describe, expect, it } from 'vitest';
import { field, values, type Message } from './message.ts';
import { Parser } from './parser.ts';

const KIB = 1024;

function heardFrom(...chunks: (string | Buffer)[]) {
	const messages: Message[] = [];
	const banners: string[] = [];
	const dropped: string[] = [];
	const parser = new Parser({
		message: (message) => messages.push(message),
		banner: (line) => banners.push(line),
		dropped: (because) => dropped.push(because)
	});
	for (const chunk of chunks) parser.push(Buffer.from(chunk));
	return { messages, banners, dropped };
}

const HELLO = 'Asterisk Call Manager/11.0.0\r\n';
const RINGING = 'Event: Newstate\r\nChannelStateDesc: Ringing\r\n\r\n';

describe('what a switch sends', () => {
	it('begins with one line without an empty line after it', () => {
		const { banners, messages } = heardFrom(HELLO + RINGING);
		expect(banners).toEqual(['Asterisk Call Manager/11.0.0']);
		expect(messages).toHaveLength(1);
	});

	it('may be joined late, in the middle of a connection', () => {
		const { banners, messages } = heardFrom(RINGING);
		expect(banners).toEqual([]);
		expect(messages).toHaveLength(1);
	});

	it('has keys in any case, keys that come more than once, and values with colons', () => {
		const [message] = heardFrom(
			'Event: X\r\nUniqueID: pbx1-1.2\r\nChanVariable: A=1\r\nChanVariable: B=x: y\r\n\r\n'
		).messages;
		expect(message && field(message, 'uniqueid')).toBe('pbx1-1.2');
		expect(message && values(message, 'chanvariable')).toEqual(['A=1', 'B=x: y']);
		expect(message && field(message, 'nothing')).toBe('');
	});

	it('keeps a name whole that is cut in mid-character between two reads', () => {
		const bytes = Buffer.from(`${HELLO}Event: X\r\nMemberName: Siân 👩‍💼 Enghraifft\r\n\r\n`);
		const singly = [...bytes].map((byte) => Buffer.from([byte]));
		const [message] = heardFrom(...singly).messages;
		expect(message && field(message, 'membername')).toBe('Siân 👩‍💼 Enghraifft');
	});

	it('keeps what looks like another message inside a name as a name', () => {
		const { messages } = heardFrom('Event: X\r\nCallerIDName: Event: Hangup\\r\\n\r\n\r\n');
		expect(messages.map((message) => field(message, 'event'))).toEqual(['X']);
	});

	it('is passed over where it is the keys a caller presses', () => {
		const pressed = ['Event: DTMFEnd', 'event:DTMFBegin', 'Uniqueid: 1.0\r\nEVENT: dtmfend'];
		const keys = pressed.map((lines) => `\r\n${lines}\r\nDigit: 4\r\n\r\n`);
		const { messages } = heardFrom(...keys, RINGING);
		expect(messages.map((message) => field(message, 'event'))).toEqual(['Newstate']);
	});

	it('holds nothing that a database cannot keep, however broken its text is', () => {
		const broken = Buffer.from(
			'Event: X\r\nName: Si\xc3 \0 \xff\xfe\xed\xa0\x80\r\n\r\n',
			'latin1'
		);
		const [message] = heardFrom(broken).messages;
		const name = message ? field(message, 'name') : '';
		expect(name.isWellFormed()).toBe(true);
		expect(name).toMatch(/^Si\ufffd \ufffd \ufffd+$/);
	});
});

describe('a switch gone wrong', () => {
	it('cannot make us keep a message of more than 256 KiB, and the next is heard', () => {
		const line = `Variable: ${'x'.repeat(1000)}\r\n`;
		const { messages, dropped } = heardFrom(
			HELLO,
			`Event: Big\r\n${line.repeat(300)}\r\n`,
			RINGING
		);
		expect(dropped).toEqual(['message-too-long']);
		expect(messages.map((message) => field(message, 'event'))).toEqual(['Newstate']);
	});

	it('cannot make us keep a line of more than 64 KiB, finished or not', () => {
		const long = 'x'.repeat(65 * KIB);
		const { messages, dropped } = heardFrom(`Event: A\r\nV: ${long}\r\n\r\n${RINGING}`);
		expect(dropped).toEqual(['line-too-long']);
		expect(messages).toHaveLength(1);
	});

	it('may send a line without end: it is let go as it comes, and said once', () => {
		const chunk = Buffer.alloc(64 * KIB, 'x');
		const endless = Array.from({ length: 400 }, () => chunk);
		const { messages, dropped } = heardFrom(
			HELLO,
			'Event: A\r\nV: ',
			...endless,
			'\r\n\r\n',
			RINGING
		);
		expect(dropped).toEqual(['line-too-long']);
		expect(messages).toHaveLength(1);
	});

	it('may end the too long message across two reads', () => {
		const long = `Event: A\r\nV: ${'x'.repeat(70 * KIB)}\r\n\r`;
		const { messages } = heardFrom(HELLO, long, `\n${RINGING}`);
		expect(messages).toHaveLength(1);
	});

	it('may send a hundred thousand events in one packet', () => {
		const { messages } = heardFrom(HELLO + RINGING.repeat(100_000));
		expect(messages).toHaveLength(100_000);
	});
});
