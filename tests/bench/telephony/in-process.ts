/**
 * What hearing a switch costs, in this process alone: events a second through our parser, adapter and reducer beside a
 * bare parser, and what a switch gone wrong costs the calls of another: a line without end, one packet of a hundred
 * thousand events, and a call with a megabyte and a half of variables. Memory is said before and after.
 */
import { createEars } from '#server/telephony/ami/adapter.ts';
import { hear } from '#server/telephony/ami/hear.ts';
import { Parser } from '#server/telephony/ami/parser.ts';
import { systemClock } from '#server/clock.ts';
import type { Asked } from '../bench.ts';
import { callMaker, type MakeCall } from '../calls.ts';
import { bareParser, eventsIn } from './bare.ts';
import { asRatio, inMilliseconds, middle, slowEnd, type Times } from '../figures.ts';
import { nowUs } from '../protocol.ts';

const READ = 64 * 1024;
const END = '\r\n\r\n';
const PLAIN = `Event: Newstate\r\nUniqueid: 1.1\r\nLinkedid: 1.1\r\nChannelStateDesc: Ringing${END}`;

/** A switch that is heard: its bytes in, the number of call events out. */
function heardSwitch(): { push: (bytes: Buffer) => void; told: () => number } {
	let told = 0;
	const ears = createEars({
		source: 'bench',
		isTrustedTrunk: false,
		now: systemClock.now,
		onEvent: () => (told += 1)
	});
	const parser = new Parser({ message: (message) => hear(ears, message) });
	parser.push(Buffer.from('Asterisk Call Manager/11.0.0\r\n'));
	return { push: (bytes) => parser.push(bytes), told: () => told };
}

export function benchInProcess({ isShort, say }: Asked): Promise<void> {
	const make = callMaker();
	const before = process.memoryUsage().rss;
	const calls = isShort ? 500 : 5_000;
	hearing(make, Math.min(calls, 500));
	const ours = hearing(make, calls);
	const bare = parsing(make, calls);
	say(`Events of ${calls} calls, in this process:`);
	say(`  Fairline    ${perSecond(ours)} a second (parser, adapter and reducer)`);
	say(`  bare parser ${perSecond(bare)} a second`);
	say(`  ratio ${asRatio(ours.us / bare.us)}`);
	const alone = beside(make, {
		reads: Array.from({ length: 400 }, () => Buffer.alloc(0)),
		every: 1
	});
	say(`Another switch's calls, by themselves: ${shown(alone)}`);
	for (const { words, ...sent } of hostile(isShort)) {
		const times = beside(make, sent);
		const ratio = asRatio(middle(times) / middle(alone));
		say(`  beside ${words}: ${shown(times)}, ratio p50 ${ratio}`);
	}
	const after = process.memoryUsage().rss;
	say(`Memory ${inMegabytes(before)} MB at first, ${inMegabytes(after)} MB at last`);
	return Promise.resolve();
}

type Took = { events: number; us: number };

function hearing(make: MakeCall, count: number): Took {
	const heard = heardSwitch();
	return timed(make, count, (bytes) => heard.push(bytes));
}

function parsing(make: MakeCall, count: number): Took {
	return timed(make, count, bareParser);
}

function timed(make: MakeCall, count: number, push: (bytes: Buffer) => void): Took {
	const reads = Array.from({ length: count }, () => make('+447700900142')).flatMap(
		({ ring, rest }) => [ring, rest]
	);
	const events = reads.reduce((sum, read) => sum + eventsIn(read), 0);
	const from = nowUs();
	for (const read of reads) push(read);
	return { events, us: nowUs() - from };
}

/**
 * How long each call of one switch takes to be heard that came just as another's bytes are read, as a socket reads
 * them: the wait for that read is in it.
 */
function beside(
	make: MakeCall,
	{ reads, every }: { reads: Iterable<Buffer>; every: number }
): Times {
	const [mine, other] = [heardSwitch(), heardSwitch()];
	const times: number[] = [];
	let turn = 0;
	for (const read of reads) {
		turn += 1;
		const { ring, rest } = make('+447700900142');
		const from = nowUs();
		other.push(read);
		if (turn % every > 0) continue;
		mine.push(ring);
		times.push(nowUs() - from);
		mine.push(rest);
	}
	return times;
}

function hostile(isShort: boolean): { words: string; reads: Iterable<Buffer>; every: number }[] {
	const line = isShort ? 256 * 1024 ** 2 : 4 * 1024 ** 3;
	const variable = `ChanVariable: NOTE=${'x'.repeat(4_000)}\r\n`;
	const big = Buffer.from(`Event: Newstate\r\nUniqueid: 2.1\r\n${variable.repeat(50)}\r\n`);
	return [
		{ words: `a line of ${inMegabytes(line)} MB`, reads: lineOf(line), every: 64 },
		{
			words: '100,000 events in one packet',
			reads: readsOf(Buffer.from(PLAIN.repeat(100_000))),
			every: 1
		},
		{
			words: '1.5 MB of variables in one call',
			reads: readsOf(Buffer.concat(Array.from({ length: 8 }, () => big))),
			every: 1
		}
	];
}

function* readsOf(bytes: Buffer): Generator<Buffer> {
	for (let from = 0; from < bytes.length; from += READ) yield bytes.subarray(from, from + READ);
}

/** Made as it is sent, so that nobody holds it. */
function* lineOf(bytes: number): Generator<Buffer> {
	const read = Buffer.alloc(READ, 'x');
	yield Buffer.from('Event: X\r\nV: ');
	for (let sent = 0; sent < bytes; sent += READ) yield read;
	yield Buffer.from(END);
}

const shown = (times: Times) =>
	`p50 ${inMilliseconds(middle(times))} ms, p99 ${inMilliseconds(slowEnd(times))} ms, ${times.length} calls`;
const perSecond = ({ events, us }: Took) => Math.round((events * 1e6) / us).toLocaleString('en-GB');
const inMegabytes = (bytes: number) => Math.round(bytes / 1024 ** 2).toLocaleString('en-GB');
