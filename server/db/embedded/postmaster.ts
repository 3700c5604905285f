/**
 * The running Postgres of one cluster: started, found and stopped. On Linux it is started so that it dies with the
 * process that started it; it has a process group of its own, so that Ctrl+C reaches the server first and the database
 * only when the server is done.
 */
import { spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stopwatch } from '../../clock.ts';
import { codeOf, sentence } from '../../sentence.ts';
import { clusterIn } from './folder.ts';
import type { Programs } from './programs.ts';
import type { DatabaseUser } from './user.ts';

export type Postmaster = Readonly<{ pid: number; port: number; isReady: boolean }>;

const SETPRIV = '/usr/bin/setpriv';

export type Starting = {
	folder: string;
	programs: Programs;
	user: DatabaseUser;
	/** `-c name=value` settings on top of ours. */
	settings: readonly string[];
	/** Undefined takes a free one. */
	port: number | undefined;
};

export type Started = Postmaster & {
	/** Settles when the process has ended, whoever ended it. */
	ended: Promise<void>;
};

export async function startPostmaster(starting: Starting): Promise<Started> {
	const port = starting.port ?? (await freePort());
	const process = launch({ ...starting, port });
	let hasEnded = false;
	const ended = new Promise<void>((resolve) => {
		process.once('error', () => resolve());
		process.once('exit', () => resolve());
	}).then(() => {
		hasEnded = true;
	});
	const took = stopwatch();
	// Long enough for a database that was cut off to put itself right.
	while (!hasEnded && took() < 300_000) {
		const found = readPostmaster(starting.folder);
		if (found && found.pid === process.pid && found.isReady) return { ...found, ended };
		await pause(10);
	}
	throw sentence(`The database did not start: ${lastFatalLine(starting.folder)}`);
}

/** The live one of a folder, whoever started it; null when none lives. */
export function livePostmaster(folder: string): Postmaster | null {
	const found = readPostmaster(folder);
	if (!found) return null;
	if (isAlive(found.pid) && isPostgres(found.pid)) return found;
	// Left by a crash. Postgres would mistake another program that now has its number for itself.
	rmSync(join(clusterIn(folder), 'postmaster.pid'), { force: true });
	return null;
}

/** Fast: open transactions are rolled back. One that does not end is ended the way a crash would. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
	const took = stopwatch();
	signal(pid, 'SIGINT');
	while (isAlive(pid) && took() < 20_000) await pause(10);
	signal(pid, 'SIGQUIT');
	while (isAlive(pid) && took() < 25_000) await pause(10);
}

export function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}

function signal(pid: number, name: NodeJS.Signals): void {
	try {
		process.kill(pid, name);
	} catch (error) {
		if (codeOf(error) !== 'ESRCH') throw error;
	}
}

function launch({ folder, programs, user, settings, port }: Starting & { port: number }) {
	const log = openSync(logIn(folder), 'w', 0o600);
	if (user) chownSync(logIn(folder), user.uid, user.gid);
	const given = ['-D', clusterIn(folder), '-h', '127.0.0.1', '-k', '', '-p', String(port)];
	const set = [...SETTINGS, ...settings].flatMap((setting) => ['-c', setting]);
	const started = startedBySetpriv(user);
	const [program, ...rest] = [...started, programs.postgres, ...given, ...set];
	const child = spawn(program ?? programs.postgres, rest, {
		...(started.length === 0 ? (user ?? {}) : {}),
		stdio: ['ignore', log, log],
		detached: true,
		cwd: '/',
		env: { LC_ALL: 'C', PATH: '' }
	});
	closeSync(log);
	return child;
}

/** Nothing a person typed may reach the log, so that errors, which quote it, are left to the client alone. */
const SETTINGS = ['log_min_messages=log', 'log_checkpoints=off', 'timezone=UTC'];

function startedBySetpriv(user: DatabaseUser): string[] {
	if (process.platform !== 'linux' || !existsSync(SETPRIV)) return [];
	const who = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : [];
	return [SETPRIV, ...who, '--pdeathsig', 'INT'];
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer().once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			probe.close(() => resolve(port));
		});
	});
}

/** Postgres's own note of itself: line 1 is its process, line 4 its port, line 8 how far it is. */
function readPostmaster(folder: string): Postmaster | null {
	const file = join(clusterIn(folder), 'postmaster.pid');
	if (!existsSync(file)) return null;
	const lines = readFileSync(file, 'utf8').split('\n');
	const [pid, port] = [Number(lines[0]), Number(lines[3])];
	return pid > 0 ? { pid, port, isReady: lines[7]?.trim() === 'ready' } : null;
}

function isPostgres(pid: number): boolean {
	const file = `/proc/${pid}/cmdline`;
	return !existsSync(file) || readFileSync(file, 'utf8').includes('postgres');
}

function logIn(folder: string): string {
	return join(folder, 'postgres.log');
}

function lastFatalLine(folder: string): string {
	const lines = readFileSync(logIn(folder), 'utf8').trim().split('\n');
	return lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? 'it said nothing.';
}
