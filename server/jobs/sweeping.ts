/**
 * Work that is due and that no press of a button starts: each sweep looks for rows whose time has come and does them. A
 * row is the timer, so nothing is lost with a process; a sweep that fails is logged and tried again at the next beat.
 */
import type { Part } from '../part.ts';

export type Sweep = { name: string; everyMs: number; run: () => Promise<unknown> };

export function sweeping(
	sweeps: readonly Sweep[],
	failed: (name: string, cause: unknown) => void
): Part {
	const stops = sweeps.map((sweep) => beating(sweep, failed));
	return {
		async dispose() {
			await Promise.all(stops.map((stop) => stop()));
		}
	};
}

/** One after the other, never two at once; stopping waits for the one that runs. */
function beating(
	{ name, everyMs, run }: Sweep,
	failed: (name: string, cause: unknown) => void
): () => Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	let isStopped = false;
	let running = Promise.resolve();
	const beat = () => {
		running = run()
			.catch((cause: unknown) => failed(name, cause))
			.then(() => {
				if (!isStopped) timer = setTimeout(beat, everyMs);
			});
	};
	timer = setTimeout(beat, everyMs);
	return async () => {
		isStopped = true;
		clearTimeout(timer);
		await running;
	};
}
