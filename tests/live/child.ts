/** A program that a test started: what it printed, and its end, with whatever it started itself. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export type Child = {
	/** Resolves with its exit code; null where it was ended. */
	ended: Promise<number | null>;
	said: () => string;
	stop: () => Promise<void>;
};

const GRACE_MS = 2_000;

/** In our own process group, so that whoever ends a stage that hangs ends this too. */
export function startChild(name: string, args: readonly string[]): Child {
	const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (text) => (said = (said + String(text)).slice(-20_000)));
	}
	const ended = once(child, 'exit').then(([code]) => code as number | null);
	return {
		ended,
		said: () => said,
		async stop() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			const all = withChildren(child.pid);
			child.kill('SIGTERM');
			const late = setTimeout(() => all.forEach(kill), GRACE_MS);
			await ended;
			clearTimeout(late);
		}
	};
}

function withChildren(pid: number | undefined): number[] {
	if (pid === undefined) return [];
	return [...readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' '), String(pid)]
		.filter((text) => /^\d+$/.test(text))
		.map(Number);
}

function kill(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It has ended.
	}
}
