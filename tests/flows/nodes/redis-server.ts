/**
 * Debian's redis-server for a test, on a port of its own and keeping nothing. Root installs it where it is missing;
 * anybody else is told in a line, and what needs it is left out unless NEEDS=all.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { whyMissing } from '../../live/programs.ts';
import { freePort } from '../../live/ports.ts';

export type Redis = { url: string; stop(): Promise<void> };

/** Null where there is none and none can be had. */
export async function startRedis(): Promise<Redis | null> {
	const missing = whyMissing({ programs: ['redis-server'], packages: ['redis-server'] });
	if (missing) {
		const line = `What several server processes do is not tried: ${missing}`;
		if (process.env['NEEDS'] === 'all') throw new Error(line);
		process.stdout.write(`${line}\n`);
		return null;
	}
	const port = await freePort();
	const options = [
		'--port',
		String(port),
		'--bind',
		'127.0.0.1',
		'--save',
		'',
		'--appendonly',
		'no'
	];
	const server = spawn('redis-server', options, { stdio: 'ignore' });
	await answering(port);
	return {
		url: `redis://127.0.0.1:${port}`,
		async stop() {
			const gone = once(server, 'exit');
			server.kill();
			await gone;
		}
	};
}

async function answering(port: number): Promise<void> {
	for (let tries = 0; tries < 200; tries += 1) {
		const socket = connect(port, '127.0.0.1');
		const isUp = await Promise.race([
			once(socket, 'connect').then(
				() => true,
				() => false
			)
		]);
		socket.destroy();
		if (isUp) return;
		await pause(25);
	}
	throw new Error('redis-server does not answer.');
}
