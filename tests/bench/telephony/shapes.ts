/**
 * Calls as a real switch says them, from three of its recordings: one that is answered and ended by its caller, one
 * that the first officer declines and the second takes, one whose caller gives up while a telephone rings. Each is said
 * in the pieces in which it was recorded, in less time, with ids, a caller and officers of its own; what only a user
 * with more rights than ours would hear is left out.
 */
import { join } from 'node:path';
import { readRecording, type Recording } from '#server/telephony/replay/recording.ts';

export type Shape = { pieces: readonly { atMs: number; text: string }[]; officers: number };

export type LoadCall = { id: string; pieces: readonly Piece[] };

export type Piece = {
	atMs: number;
	bytes: Buffer;
	/** The telephone that begins to ring with it: its own leg of the call, and whose it is. */
	rings: { leg: string; extension: string } | null;
};

const FOLDER = join(import.meta.dirname, '../../traces/recordings');
const END = '\r\n\r\n';
/** The recorded user hears the dialplan; ours asks for system, call, agent and user. */
const FOR_US = /^Privilege: (?:call|agent|user),/m;
const RECORDED_EXTENSIONS = ['1001', '1002'];

const NAMES = {
	answered: 'a-queue-answered-caller-hangs-up',
	declined: 'b2-agent-declines-then-second-agent',
	abandoned: 'c-abandoned-in-queue'
} as const;

/** Of ten calls one is declined, and one abandoned. */
export function shapesLasting(ms: number): readonly Shape[] {
	const shape = (name: string) => shapeOf(readRecording(join(FOLDER, `${name}.ami`)), ms);
	const [answered, declined] = [shape(NAMES.answered), shape(NAMES.declined)];
	const often = Array.from({ length: 4 }, () => answered);
	return [...often, declined, ...often, shape(NAMES.abandoned)];
}

function shapeOf({ bytes, pieces }: Recording, lastsMs: number): Shape {
	const said = pieces
		.map(({ atMs, from, to }) => ({ atMs, text: wholeMessages(bytes, { from, to }) }))
		.filter(({ text }) => text !== '');
	const [first, last] = [said[0]?.atMs ?? 0, said.at(-1)?.atMs ?? 0];
	const faster = lastsMs / (last - first);
	const officers = RECORDED_EXTENSIONS.filter((each) => said.some(isRinging(each))).length;
	return {
		pieces: said.map(({ atMs, text }) => ({ atMs: (atMs - first) * faster, text })),
		officers
	};
}

/** Each message is said with the piece that it ended in. */
function wholeMessages(bytes: Buffer, { from, to }: { from: number; to: number }): string {
	const begin = bytes.lastIndexOf(END, from - 1);
	const text = bytes.toString('latin1', from === 0 || begin < 0 ? 0 : begin + END.length, to);
	const messages = text.split(END).slice(0, -1);
	return messages
		.filter((message) => FOR_US.test(message))
		.map((message) => message + END)
		.join('');
}

const isRinging =
	(extension: string) =>
	({ text }: { text: string }) =>
		new RegExp(`^Event: DialBegin\\r\\n(?:.+\\r\\n)*DestChannel: PJSIP/${extension}-`, 'm').test(
			text
		);

/** `made` counts, because a switch never gives an id twice. */
export function callOf(
	shape: Shape,
	{ made, number, extensions }: { made: number; number: string; extensions: readonly string[] }
): LoadCall {
	const own = ownWords({ made, number, extensions });
	const pieces = shape.pieces.map(({ atMs, text }) => {
		const said = own(text);
		return { atMs, bytes: Buffer.from(said, 'latin1'), rings: ringIn(said) };
	});
	const id = /^Linkedid: (.+)$/m.exec(own(shape.pieces[0]?.text ?? ''))?.[1]?.trim() ?? '';
	return { id, pieces };
}

function ownWords({
	made,
	number,
	extensions
}: {
	made: number;
	number: string;
	extensions: readonly string[];
}): (text: string) => string {
	const second = String(1_900_000_000 + made);
	const eight = made.toString(16).padStart(8, '0');
	return (text) =>
		text
			.replace(/\b1001\b/g, extensions[0] ?? '')
			.replace(/\b1002\b/g, extensions[1] ?? '')
			.replace(/(?<=(?:CallerID|ConnectedLine)N(?:um|ame): )\+?\d{11,12}\b/g, number)
			.replace(/\b\d{10}(?=\.\d)/g, second)
			.replace(/(?<=PJSIP\/\w+-)[0-9a-f]{6}(?=[0-9a-f]{2}\b)/g, eight.slice(2))
			.replace(/\b[0-9a-f]{8}(?=-[0-9a-f]{4}-[0-9a-f]{4}-)/g, eight);
}

function ringIn(text: string): Piece['rings'] {
	const message = text.split(END).find((each) => each.startsWith('Event: DialBegin\r\n'));
	if (message === undefined) return null;
	const leg = /^DestUniqueid: (.+)$/m.exec(message)?.[1]?.trim() ?? '';
	const extension = /^DestChannel: PJSIP\/(\d+)-/m.exec(message)?.[1] ?? '';
	return { leg, extension };
}
