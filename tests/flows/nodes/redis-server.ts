/**
 * Debian's redis-server for a test, on a port of its own and keeping nothing. Root installs it where it is missing;
 * anybody else is told in a line, and what needs it is left out unless NEEDS=all.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './nodes.ts';

export type Redis = { url: string; stop(): Promise<void> };

/** Null where there is none and none can be had. */
export async function startRedis(): Promise<Redis | null> {
	if (!isHere()) install();
	if (!isHere()) {
		const line = 'redis-server is not installed: what several server processes do is not tried.';
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

function isHere(): boolean {
	return succeeds('redis-server', ['--version']);
}

function install(): void {
	if (process.getuid?.() !== 0) return;
	succeeds('apt-get', ['install', '-y', '--no-install-recommends', 'redis-server']);
}

function succeeds(command: string, args: readonly string[]): boolean {
	try {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		execFileSync(command, args, { stdio: 'ignore', timeout: 120_000, env });
		return true;
	} catch {
		return false;
	}
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
