/**
 * Keeps the server running: starts it again when it dies, and gives up with a sentence when it dies five times in a
 * minute or says that only a person can help it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { stopwatch } from '../clock.ts';
import type { Say } from '../progress.ts';
import { sentence } from '../sentence.ts';
import { countDeaths } from './deaths.ts';
import type { FromServer } from './messages.ts';
import type { ServerProcess } from './server-process.ts';

export type Supervised = Readonly<{
	/** Rejects with a sentence when it was given up; resolves when it was stopped. */
	ended: Promise<void>;
	/** Resolves when the server has ended: by itself within ten seconds, or killed. */
	stop: () => Promise<void>;
	/** For a person who asks twice. */
	kill: () => void;
}>;

export type Supervising = {
	start: (hear: (message: FromServer) => void) => ServerProcess;
	say: Say;
	/** Where to look when it keeps dying. */
	logName: string;
};

const PATIENCE_MS = 10_000;

export function supervise({ start, say, logName }: Supervising): Supervised {
	const deaths = countDeaths();
	const clock = stopwatch();
	let isStopping = false;
	let hasListened = false;
	let refused: readonly string[] | null = null;
	let current: ServerProcess | null = null;

	function hear(message: FromServer): void {
		if (message.kind === 'said') say(message.line);
		if (message.kind === 'refused') refused = message.because;
		if (message.kind !== 'listening') return;
		if (hasListened) say('The server is back.');
		else message.lines.forEach(say);
		hasListened = true;
	}

	async function keepRunning(): Promise<void> {
		while (!isStopping) {
			current = start(hear);
			await current.ended;
			if (isStopping) return;
			if (refused) throw sentence(refused.join('\n'));
			const next = deaths.note(clock());
			if (!next.again) {
				throw sentence(
					`The server stopped five times within a minute and is not started again: the last lines of ${logName} say why.`
				);
			}
			say('The server stopped unexpectedly and is started again.');
			await pause(next.afterMs);
		}
	}

	const ended = keepRunning();
	return {
		ended,
		async stop() {
			isStopping = true;
			const killing = setTimeout(() => current?.kill(), PATIENCE_MS);
			current?.stop();
			await current?.ended;
			clearTimeout(killing);
		},
		kill: () => current?.kill()
	};
}
