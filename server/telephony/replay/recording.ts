/**
 * A recording of a switch: the bytes it sent over each connection, and when and in what pieces they were read. The
 * pieces lie beside it in `NAME.timing.jsonl`; without that file the whole is one piece.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Instant } from '#shared/time/day.ts';

export type Piece = { atMs: number; from: number; to: number };

export type Recording = {
	/** The bytes without the banner and the answer to the recorded sign-in. */
	bytes: Buffer;
	/** How many bytes were left out in front. */
	skipped: number;
	pieces: readonly Piece[];
};

const MESSAGE_END = Buffer.from('\r\n\r\n');

/** `NAME.ami` is the first connection, `NAME.conn2.ami` the second. */
export function readRecording(file: string): Recording {
	const bytes = readFileSync(file);
	const skipped = greetingLength(bytes);
	const name = file.replace(/(?:\.conn(\d+))?\.ami$/, '');
	const connection = Number(/\.conn(\d+)\.ami$/.exec(file)?.[1] ?? 1);
	const timing = `${name}.timing.jsonl`;
	const read = existsSync(timing) ? piecesOf(readFileSync(timing, 'utf8'), connection) : [];
	const pieces = read.length > 0 ? read : [{ atMs: 0, from: 0, to: bytes.length }];
	return {
		bytes: bytes.subarray(skipped),
		skipped,
		pieces: pieces
			.map(({ atMs, from, to }) => ({
				atMs,
				from: Math.max(0, from - skipped),
				to: Math.min(bytes.length, to) - skipped
			}))
			.filter(({ from, to }) => to > from)
	};
}

/**
 * The same recording as if its calls came now: a switch never gives an id twice, so a recording that is played twice
 * has to have others. An id begins with the second it was given in; the length of everything stays as it was read.
 */
export function asOfNow(recordings: readonly Recording[], now: Instant): Recording[] {
	const seconds = recordings.flatMap(({ bytes }) => bytes.toString('latin1').match(GIVEN_AT) ?? []);
	const earliest = Math.min(...seconds.map(Number));
	const later = Math.floor(Date.parse(now) / 1000) - earliest;
	const moved = (second: string) => String(Number(second) + later);
	return recordings.map((recording) => {
		const text = recording.bytes.toString('latin1').replace(GIVEN_AT, moved);
		return { ...recording, bytes: Buffer.from(text, 'latin1') };
	});
}

/** `pbx1-1795297598.0`, after the colon of its key. */
const GIVEN_AT = /(?<=id: (?:[\w-]+-)?)\d{10}(?=\.\d)/g;

/** Where each message ends: nobody can be let in between. */
export function messageEnds(bytes: Buffer): number[] {
	const ends: number[] = [];
	for (let at = bytes.indexOf(MESSAGE_END); at >= 0; at = bytes.indexOf(MESSAGE_END, at + 1)) {
		ends.push(at + MESSAGE_END.length);
	}
	return ends;
}

/** The banner's line and the answer to the sign-in that was recorded, where they are there. */
function greetingLength(bytes: Buffer): number {
	const lineEnd = bytes.indexOf('\r\n');
	const line = bytes.toString('latin1', 0, Math.max(0, lineEnd));
	const start = line.startsWith('Asterisk Call Manager') ? lineEnd + 2 : 0;
	const end = bytes.indexOf(MESSAGE_END, start);
	const first = bytes.toString('latin1', start, Math.max(start, end));
	const isSignIn = first.startsWith('Response: ') && first.includes('Authentication accepted');
	return isSignIn ? end + MESSAGE_END.length : start;
}

function piecesOf(timing: string, connection: number): Piece[] {
	return timing
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as { t_ms: number; conn: number; offset: number; len: number })
		.filter(({ conn }) => conn === connection)
		.map(({ t_ms, offset, len }) => ({ atMs: t_ms, from: offset, to: offset + len }));
}
