/**
 * One run of the server process. It is in a process group of its own, so that Ctrl+C reaches the parent alone and the
 * parent decides the order; and it hears of the parent's death because the channel between them closes.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { environmentWith, ROOT } from '../env.ts';
import type { FromServer } from './messages.ts';

export type ServerProcess = Readonly<{
	/** Settles when the process has ended, whatever ended it. */
	ended: Promise<void>;
	/** Asks it to finish what it is doing and end. */
	stop: () => void;
	kill: () => void;
}>;

export type Running = {
	/** `server/main.ts` or the development server. */
	script: string;
	environment: Record<string, string>;
	/** A file for its log and what it writes besides, or the terminal. */
	output: number | 'inherit';
	hear: (message: FromServer) => void;
};

export function startServer({ script, environment, output, hear }: Running): ServerProcess {
	const child = spawn(process.execPath, [resolve(ROOT, script)], {
		cwd: ROOT,
		env: environmentWith(environment),
		stdio: ['ignore', output, output, 'ipc'],
		detached: true
	});
	child.on('message', (message) => hear(message as FromServer));
	return {
		ended: endOf(child),
		stop: () => child.kill('SIGTERM'),
		kill: () => child.kill('SIGKILL')
	};
}

function endOf(child: ChildProcess): Promise<void> {
	return new Promise((settle) => {
		child.once('error', () => settle());
		// After the channel has been read to its end: the last message may be why it ended.
		child.once('close', () => settle());
	});
}
