/**
 * A second switch that has gone wrong, a process of its own: a line that does not end, a packet of a hundred thousand
 * events, or a call with a megabyte and a half of variables, said over and over to whoever listens for as long as asked.
 */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { AmiServer } from '#server/telephony/ami/server.ts';
import { nowUs } from '../protocol.ts';
import type { HostileAsked, HostileSaid, Hurt } from './said.ts';

const END = '\r\n\r\n';
const LINE_BYTES = 4 * 1024 ** 3;
const READ = Buffer.alloc(64 * 1024, 'x');
const PLAIN = `Event: Newstate\r\nUniqueid: 1.1\r\nLinkedid: 1.1\r\nChannelStateDesc: Ringing${END}`;
const VARIABLE = `ChanVariable: NOTE=${'x'.repeat(4_000)}\r\n`;
const BREATH_MS = 200;

const say = (said: HostileSaid) => process.send?.(said);
const server = new AmiServer({ act: () => null });
const port = await server.listen({ host: '127.0.0.1', port: 0 });
const saying: Record<Hurt, (untilUs: number) => Promise<void>> = {
	line: sayLine,
	packet: () => write(Buffer.from(PLAIN.repeat(100_000))),
	variables: () => write(withVariables())
};
let sent = 0;

process.on('disconnect', () => process.exit());
process.on('message', ({ hurt, ms }: HostileAsked) => void hurting(hurt, ms));
say({ kind: 'listening', port });

async function hurting(hurt: Hurt, ms: number): Promise<void> {
	sent = 0;
	let times = 0;
	for (const untilUs = nowUs() + ms * 1000; nowUs() < untilUs; times += 1) {
		await saying[hurt](untilUs);
		await pause(BREATH_MS);
	}
	say({ kind: 'hurt', times, bytes: sent });
}

/** Made as it is sent, so that nobody holds it. */
async function sayLine(untilUs: number): Promise<void> {
	await write(Buffer.from('Event: X\r\nV: '));
	for (let said = 0; said < LINE_BYTES && nowUs() < untilUs; said += READ.length) {
		await write(READ);
	}
	await write(Buffer.from(END));
}

/** All of one call: a message holds two hundred thousand bytes of them. */
function withVariables(): Buffer {
	const message = `Event: Newstate\r\nUniqueid: 2.1\r\nLinkedid: 2.1\r\n${VARIABLE.repeat(50)}\r\n`;
	return Buffer.from(message.repeat(8));
}

async function write(bytes: Buffer): Promise<void> {
	const [session] = server.sessions;
	// Whoever hung up on it comes back.
	if (!session) return pause(BREATH_MS);
	sent += bytes.length;
	if (session.socket.write(bytes)) return;
	const over = new AbortController();
	const { signal } = over;
	await Promise.race(['drain', 'close'].map((event) => once(session.socket, event, { signal })));
	over.abort();
}
