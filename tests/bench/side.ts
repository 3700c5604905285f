/**
 * One side of the bench: a switch that is served to it alone, its process, and its officer's client. A pop is timed
 * from the moment before its bytes are written to the moment its contact is held.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AmiServer } from '#server/telephony/ami/server.ts';
import type { BenchCall, MakeCall } from './calls.ts';
import type { Times } from './figures.ts';
import { nextFrom, nowUs, type ClientAsked, type ClientSaid } from './protocol.ts';

/** A switch that takes no orders: it only says what has happened. */
export type Switch = {
	port: number;
	/** Somebody has signed in, had the lists, and takes in what is said. */
	joined: Promise<void>;
	say: (bytes: Buffer) => void;
	close: () => Promise<void>;
};

export async function openSwitch(): Promise<Switch> {
	const { promise: joined, resolve } = Promise.withResolvers<void>();
	const server = new AmiServer({ act: () => null, onListening: () => resolve() });
	const port = await server.listen({ host: '127.0.0.1', port: 0 });
	return {
		port,
		joined,
		say(bytes) {
			if (server.sessions.size !== 1) throw new Error('Not one client listens to the switch.');
			for (const { socket } of server.sessions) socket.write(bytes);
		},
		close: () => server.close()
	};
}

export function childOf(file: string, asked: object): ChildProcess {
	return fork(join(import.meta.dirname, file), [JSON.stringify(asked)]);
}

export async function endOf(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, 'exit');
	child.kill('SIGTERM');
	await ended;
}

export type Side = {
	/** One pop after another, for so long or so many: either back to back or begun this often. */
	pops(block: Block): Promise<Times>;
	close(): Promise<void>;
};

export type Block = {
	numbers: readonly string[];
	/** Milliseconds, or pops. */
	lasts: { ms: number } | { pops: number };
	everyMs: number | null;
};

/** Straight after another, so many ring before they are ended and put away, which is not timed. */
const TOGETHER = 10;

type Phone = { line: Switch; client: ChildProcess };

export async function openSide(parts: {
	line: Switch;
	client: ClientAsked;
	make: MakeCall;
}): Promise<Side> {
	const { line, make } = parts;
	await line.joined;
	const client = childOf('client.ts', parts.client);
	await nextFrom<ClientSaid, 'ready'>(client, 'ready');
	const phone = { line, client };
	return {
		pops: (block) => popsOf(block, { make, phone }),
		close: () => endOf(client)
	};
}

async function popsOf(
	{ numbers, lasts, everyMs }: Block,
	{ make, phone }: { make: MakeCall; phone: Phone }
): Promise<Times> {
	const times: number[] = [];
	const ringing: BenchCall[] = [];
	const from = nowUs();
	const elapsed = () => (nowUs() - from) / 1000;
	const goesOn = (turn: number) => ('ms' in lasts ? elapsed() < lasts.ms : turn < lasts.pops);
	for (let turn = 0; goesOn(turn); turn += 1) {
		const call = make(numbers[turn % numbers.length] ?? '');
		times.push(await timedPop(call, phone));
		ringing.push(call);
		if (everyMs !== null || ringing.length === TOGETHER) await endAll(ringing, phone);
		if (everyMs !== null) await pause(Math.max(0, (turn + 1) * everyMs - elapsed()));
	}
	await endAll(ringing, phone);
	return times;
}

async function timedPop(call: BenchCall, { line, client }: Phone): Promise<number> {
	const popped = nextFrom<ClientSaid, 'popped'>(client, 'popped');
	const from = nowUs();
	line.say(call.ring);
	const { atUs } = await popped;
	return atUs - from;
}

async function endAll(ringing: BenchCall[], { line, client }: Phone): Promise<void> {
	for (const call of ringing.splice(0)) {
		const cleared = nextFrom<ClientSaid, 'cleared'>(client, 'cleared');
		line.say(call.rest);
		await cleared;
	}
}
