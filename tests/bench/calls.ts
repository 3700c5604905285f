/**
 * Calls for the bench, made from a real switch's recording of a caller who gives up while a telephone rings. What only
 * a user with more rights than ours would hear is left out. Each call has ids and a caller of its own.
 */
import { join } from 'node:path';
import { readRecording } from '#server/telephony/replay/recording.ts';

export type BenchCall = {
	/** Everything the switch says from the first of the call until the telephone rings. */
	ring: Buffer;
	/** Everything after it, up to the end. */
	rest: Buffer;
};

const FILE = join(import.meta.dirname, '../traces/recordings/c-abandoned-in-queue.ami');
const CALLER = '+447700900234';
const END = '\r\n\r\n';
/** The recorded user hears the dialplan; ours asks for system, call, agent and user. */
const NOT_FOR_US = /^Privilege: (?:dialplan|dtmf|reporting|cdr|cc),/m;
const RINGS = 'Event: DialBegin\r\n';

export type MakeCall = (number: string) => BenchCall;

/** One for a whole run, because it counts: a switch never gives an id twice. */
export function callMaker(): MakeCall {
	const [ring, rest] = recordedHalves();
	let made = 0;
	return (number) => {
		made += 1;
		const second = String(1_900_000_000 + made);
		const own = (text: string) =>
			Buffer.from(
				text
					.replaceAll(CALLER, number)
					.replace(/\b\d{10}(?=\.\d)/g, second)
					.replace(/(?<=PJSIP\/\w+-)[0-9a-f]{8}/g, (id) => ownChannel(id, made)),
				'latin1'
			);
		return { ring: own(ring), rest: own(rest) };
	};
}

function ownChannel(recorded: string, made: number): string {
	return (Number.parseInt(recorded, 16) + made * 16).toString(16).padStart(8, '0');
}

function recordedHalves(): [string, string] {
	const text = readRecording(FILE).bytes.toString('latin1');
	const messages = text.split(END).filter((message) => message !== '' && !NOT_FOR_US.test(message));
	const at = messages.findIndex((message) => message.startsWith(RINGS)) + 1;
	if (at === 0) throw new Error('Nothing rings in the recording of the bench.');
	const joined = (part: readonly string[]) => part.map((message) => message + END).join('');
	return [joined(messages.slice(0, at)), joined(messages.slice(at))];
}
