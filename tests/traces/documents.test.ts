/**
 * Every recording comes to what its timeline says, however its bytes are cut, with everything heard twice, and with
 * the link lost in the middle of any message.
 */
import { describe, expect, it } from 'vitest';
import { documentOf, type Heard } from '#server/telephony/replay/document.ts';
import { messagesOf, RECORDED, TRACES, type Trace } from './recordings.ts';

const came = (trace: Trace, ...connections: Heard[]) =>
	documentOf(connections, { isTrustedTrunk: trace.isTrustedTrunk });

it('has an expected document for every recording', () => {
	const written = TRACES.map(({ name }) => name.replace('.trusted', ''));
	expect([...new Set(written)].sort()).toEqual([...RECORDED].sort());
});

describe.each(TRACES)('$name', (trace) => {
	const { recording, expected } = trace;
	const { bytes, pieces } = recording;

	it('comes to what happened', () => {
		expect(came(trace, { pieces: [bytes] })).toEqual(expected);
	});

	it('comes to the same in pieces of one byte', () => {
		const single = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
		expect(came(trace, { pieces: single })).toEqual(expected);
	});

	it('comes to the same in the pieces in which it was read', () => {
		const read = pieces.map(({ from, to }) => bytes.subarray(from, to));
		expect(Buffer.concat(read)).toEqual(bytes);
		expect(came(trace, { pieces: read })).toEqual(expected);
	});

	it('comes to the same with every event heard twice', () => {
		const twice = messagesOf(recording).flatMap((message) => [message, message]);
		expect(came(trace, { pieces: twice })).toEqual(expected);
	});

	it('comes to the same where what was lost is not in the switch’s lists either', () => {
		const messages = messagesOf(recording);
		for (const lost of cutMessages(messages, bytes.length)) {
			const document = came(
				trace,
				{ pieces: messages.slice(0, lost) },
				{ pieces: messages.slice(lost + 1) }
			);
			const said = messages[lost]?.toString() ?? '';
			expect(without(document, said), `without message ${lost}`).toEqual(without(expected, said));
		}
	});

	it('comes to the same when the link is lost at any of 200 bytes, but for what was only said there', () => {
		const messages = messagesOf(recording);
		for (const lost of cutMessages(messages, bytes.length)) {
			const document = came(
				trace,
				{ pieces: messages.slice(0, lost), missed: messages[lost] ?? Buffer.alloc(0) },
				{ pieces: messages.slice(lost + 1) }
			);
			const said = messages[lost]?.toString() ?? '';
			expect(without(document, said), `without message ${lost}`).toEqual(without(expected, said));
		}
	});
});

/** The messages that 200 random bytes lie in. The numbers are drawn in a fixed order, so that a failure can be seen again. */
function cutMessages(messages: readonly Buffer[], length: number): Set<number> {
	const cut = new Set<number>();
	let drawn = 20_261_119;
	for (let count = 0; count < 200; count += 1) {
		drawn = (drawn * 48_271) % 2_147_483_647;
		cut.add(messageAt(messages, drawn % length));
	}
	return cut;
}

function messageAt(messages: readonly Buffer[], byte: number): number {
	let end = 0;
	return messages.findIndex((message) => {
		end += message.length;
		return byte < end;
	});
}

/** What a switch says once and never lists: lost with its one message, it is lost. */
const SAID_ONCE: readonly (readonly [RegExp, string])[] = [
	[/^Event: (Hold|Unhold)\r\n/, 'holds'],
	[/^Event: (Blind|Attended)Transfer\r\n/, 'transfers'],
	[/^Event: MixMonitor/, 'recording'],
	[/^Event: (Soft)?HangupRequest\r\n/, 'ended']
];

function without(document: unknown, lost: string): unknown {
	const field = SAID_ONCE.find(([said]) => said.test(lost))?.[1];
	return JSON.parse(
		JSON.stringify(document, (key, value: unknown) => (key === field ? undefined : value))
	) as unknown;
}
