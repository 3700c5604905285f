/** Ports that nobody has, at random and above those the machine gives away itself. */
import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** One that is free for both protocols at every address of this machine, and so are the few after it. */
export async function freePort(following = 0): Promise<number> {
	for (;;) {
		const port = randomInt(20_001, 32_000);
		const all = Array.from({ length: following + 1 }, (_, index) => port + index);
		if ((await Promise.all(all.map(isFree))).every(Boolean)) return port;
	}
}

async function isFree(port: number): Promise<boolean> {
	const tcp = createServer();
	const udp = createSocket('udp4');
	try {
		tcp.listen(port);
		udp.bind(port);
		await Promise.all([once(tcp, 'listening'), once(udp, 'listening')]);
		return true;
	} catch {
		return false;
	} finally {
		tcp.close();
		udp.close();
	}
}

/** Somebody who has just been started may not listen yet. */
export async function connected(at: { host: string; port: number }): Promise<Socket> {
	for (let tries = 100; tries > 0; tries -= 1) {
		const socket = connect(at);
		try {
			await once(socket, 'connect');
			return socket;
		} catch {
			await pause(50);
		}
	}
	throw new Error(`Nobody listens at ${at.host}:${at.port}.`);
}
