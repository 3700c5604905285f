/**
 * Mappings are run in a thread of their own with 64 MB and 100 ms for a message: one that loops or grows is ended with
 * its thread, and the next message gets a new one. One runs at a time.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Evaluate, Evaluated } from './evaluator.ts';

export type Ran = { ok: true; result: unknown } | { ok: false; because: 'failed' | 'too-slow' };

export type Sandbox = { run(asked: Evaluate): Promise<Ran>; close(): Promise<void> };

const LONGEST_MS = 100;
const MEMORY_MB = 64;

export function openSandbox(): Sandbox {
	let worker: Promise<Worker> | null = null;
	let last: Promise<unknown> = Promise.resolve();

	async function end(): Promise<void> {
		const ending = worker;
		worker = null;
		await (await ending?.catch(() => null))?.terminate();
	}

	async function run(asked: Evaluate): Promise<Ran> {
		worker ??= started();
		const running = await worker;
		const { promise, resolve } = Promise.withResolvers<Evaluated | 'too-slow' | 'gone'>();
		const timer = setTimeout(() => resolve('too-slow'), LONGEST_MS);
		running.once('message', resolve);
		running.once('exit', () => resolve('gone'));
		running.postMessage(asked);
		const answer = await promise;
		clearTimeout(timer);
		running.removeAllListeners('message');
		running.removeAllListeners('exit');
		if (typeof answer === 'string') await end();
		if (answer === 'too-slow') return { ok: false, because: 'too-slow' };
		if (answer === 'gone' || !answer.ok) return { ok: false, because: 'failed' };
		return { ok: true, result: JSON.parse(answer.text) };
	}

	return {
		run(asked) {
			const turn = last.then(() => run(asked));
			last = turn.catch(() => undefined);
			return turn;
		},
		async close() {
			await last;
			await end();
		}
	};
}

/** Ready before its first message is timed. That it ran out of memory is told by its exit. */
function started(): Promise<Worker> {
	const worker = new Worker(join(import.meta.dirname, 'evaluator.ts'), {
		resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 16 },
		env: {},
		execArgv: []
	});
	worker.unref();
	worker.on('error', () => undefined);
	return new Promise((resolve, reject) => {
		worker.once('message', () => resolve(worker));
		worker.once('exit', () => reject(new Error('The thread of mappings did not start.')));
	}).then((ready) => {
		worker.removeAllListeners('exit');
		return ready as Worker;
	});
}
