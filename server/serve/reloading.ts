/**
 * The product as it changes under a developer's hands: loaded through Vite's server environment, taken apart and put
 * together anew when a file of server/ or shared/ changes. A file that does not load is told, and the next change tried.
 */
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import { stopwatch } from '../clock.ts';
import type * as Main from '../main.ts';
import type { RunningApp, Settings } from '../running.ts';
import { sentenceOf } from '../sentence.ts';

export type Reloading = Readonly<{
	/** When the change that is being taken in has been; null when the last one does not load. */
	ready: () => Promise<RunningApp | null>;
	close: () => Promise<void>;
}>;

/** An editor writes a file in several strokes, and a branch change many files. */
const SETTLED_MS = 60;
const OURS = /\/(server|shared)\/.*\.(ts|json|sql)$/;
const NOT_THE_PRODUCT = /\.test\.ts$|\/server\/(launch|serve|commands)\//;

export function reloading(vite: ViteDevServer, settings: Settings): Reloading {
	let running: RunningApp | null = null;
	let work = load();
	let waiting: NodeJS.Timeout | undefined;

	async function load(): Promise<RunningApp | null> {
		try {
			running = await freshly(vite, settings);
			globalThis.fairline = running.pages;
		} catch (error) {
			settings.say(sentenceOf(error) ?? traceOf(error));
		}
		return running;
	}

	async function reload(file: string): Promise<RunningApp | null> {
		const took = stopwatch();
		globalThis.fairline = undefined;
		await running?.dispose();
		running = null;
		if (await load()) settings.say(`Reloaded after ${file} in ${took()} ms.`);
		return running;
	}

	vite.watcher.on('all', (_, path) => {
		const file = path.slice(vite.config.root.length);
		if (!OURS.test(file) || NOT_THE_PRODUCT.test(file)) return;
		clearTimeout(waiting);
		waiting = setTimeout(() => {
			work = work.then(() => reload(file));
		}, SETTLED_MS);
	});

	return {
		ready: () => work,
		async close() {
			clearTimeout(waiting);
			await work;
			await running?.dispose();
		}
	};
}

/** Every module runs anew, though Vite compiles only what changed: half an old product beside half a new one is neither. */
async function freshly(vite: ViteDevServer, settings: Settings): Promise<RunningApp> {
	const { ssr } = vite.environments;
	if (!isRunnableDevEnvironment(ssr))
		throw new Error("Vite's server environment does not run here.");
	ssr.runner.clearCache();
	const { startApp } = await ssr.runner.import<typeof Main>('/server/main.ts');
	return startApp(settings);
}

/** For the developer, whose own data and code it is: the one place where a message goes to the terminal whole. */
function traceOf(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
