/**
 * The product as `npm start` runs it, with a data folder and ports of its own, so that journeys never meet what a
 * developer has running. The demo's clock starts on one fixed day.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../live/ports.ts';

export type Product = {
	/** Where people open it: `http://localhost:28412`. */
	origin: string;
	/** Where it expects an Asterisk: nothing listens there until a journey plays a recording. */
	asteriskPort: number;
	dataDir: string;
	/** The last lines it printed, for when it will not start. */
	printed(): string;
	/** Ends the server as a power cut would. Resolves when its parent has brought another up. */
	killServer(): Promise<void>;
	/** Throws its data away, or leaves a copy of it in a folder. */
	stop(leaving?: { keepIn?: string }): Promise<void>;
};

const TOP = join(import.meta.dirname, '..', '..');
const DAY = '2026-11-19';
/** A first start makes a database and seeds a council; a cold build comes before it. */
const READY_MS = 150_000;
const STOP_MS = 20_000;
const KEPT_LINES = 200;

/** Set to nothing, so that neither the machine nor a developer's `.env` decides anything here. */
const UNSET = [
	'DATABASE_URL',
	'AUTH_SECRET',
	'REDIS_URL',
	'TELEPHONY',
	'ORIGIN',
	'ASTERISK_HOST',
	'ASTERISK_USERNAME',
	'ASTERISK_SECRET',
	'ASTERISK_TRUSTED_TRUNK'
];

/** Names the folder of a council that is filled already, for whoever starts a product after it. */
const FILLED = 'FILLED_DATA_DIR';

/**
 * One whole first start, stopped in the plain way. Every product started later in this run begins with a copy of what
 * it left in place of filling a council of its own. Resolves to what throws the folder away.
 */
export async function fillOneCouncil(): Promise<() => void> {
	const kept = mkdtempSync(join(tmpdir(), 'fairline-filled-'));
	const product = await startProduct();
	await product.stop({ keepIn: kept });
	process.env[FILLED] = kept;
	return () => rmSync(kept, { recursive: true, force: true });
}

export async function startProduct(settings: Record<string, string> = {}): Promise<Product> {
	const dataDir = mkdtempSync(join(tmpdir(), 'fairline-journeys-'));
	const filled = process.env[FILLED];
	if (filled) copyFolder(filled, dataDir);
	// Run by root, PostgreSQL is another user, who must be able to enter.
	chmodSync(dataDir, 0o755);
	const [port, asteriskPort] = [await freePort(), await freePort()];
	const child = spawn(process.execPath, ['server/start.js'], {
		cwd: TOP,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...process.env,
			...Object.fromEntries(UNSET.map((name) => [name, ''])),
			HOST: '127.0.0.1',
			PORT: String(port),
			DATA_DIR: dataDir,
			DEMO: '1',
			DEMO_DAY: DAY,
			ASTERISK_PORT: String(asteriskPort),
			...settings
		}
	});
	const { printed, serverPids } = listenTo(child);
	const origin = `http://localhost:${port}`;
	const stop = async ({ keepIn }: { keepIn?: string } = {}) => {
		await end(child);
		if (keepIn) copyFolder(dataDir, keepIn);
		rmSync(dataDir, { recursive: true, force: true });
	};
	try {
		await untilReady(origin, child);
	} catch (error) {
		await stop();
		throw new Error(`The product did not start. It printed:\n${printed()}`, { cause: error });
	}
	return {
		origin,
		asteriskPort,
		dataDir,
		printed,
		async killServer() {
			const [pid, before] = [serverPids.at(-1), serverPids.length];
			if (pid === undefined) throw new Error('The server has not said that it listens.');
			process.kill(pid, 'SIGKILL');
			while (serverPids.length === before) await pause(50);
			await untilReady(origin, child);
		},
		stop
	};
}

/** With whose the files are, because PostgreSQL takes only its own user's; Node's copy makes them the copier's. */
function copyFolder(from: string, to: string): void {
	execFileSync('cp', ['-a', `${from}/.`, to]);
}

async function untilReady(origin: string, child: ChildProcess): Promise<void> {
	const giveUp = AbortSignal.timeout(READY_MS);
	while (!giveUp.aborted) {
		if (hasEnded(child)) throw new Error('It ended.');
		const answer = await fetch(`${origin}/health/ready`, { signal: giveUp }).catch(() => null);
		if (answer?.ok) return;
		await pause(200);
	}
	throw new Error(`It was not ready after ${READY_MS / 1000} seconds.`);
}

/** As Ctrl+C does; after a while without asking. */
async function end(child: ChildProcess): Promise<void> {
	if (hasEnded(child)) return;
	const ended = once(child, 'exit');
	child.kill('SIGTERM');
	await Promise.race([ended, pause(STOP_MS, null, { ref: false })]);
	if (hasEnded(child)) return;
	child.kill('SIGKILL');
	await ended;
}

function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}

/** Its server's log is among what it prints, a JSON line each, with the process that wrote it. */
function listenTo(child: ChildProcess): { printed: () => string; serverPids: readonly number[] } {
	let lines: string[] = [];
	const serverPids: number[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		if (!stream) continue;
		createInterface({ input: stream }).on('line', (line) => {
			lines = [...lines, line].slice(-KEPT_LINES);
			const pid = /"event":"listening"/.test(line) && /"process":(\d+)/.exec(line)?.[1];
			if (pid) serverPids.push(Number(pid));
		});
	}
	return { printed: () => lines.join('\n'), serverPids };
}
