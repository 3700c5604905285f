/** Serves the built pages and the product behind them on one port, until asked to stop. */
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, tellAdapter } from '../env.ts';
import { builtVersion } from '../health.ts';
import type { RunningApp, Settings } from '../running.ts';
import { sentence } from '../sentence.ts';
import { frontOf } from './front.ts';
import { live, tell } from './lifeline.ts';
import { listen } from './listen.ts';
import { serverSettings } from './settings.ts';
import { welcome } from './welcome.ts';

/** A city's extract over a slow line takes its time, and is no request that hangs. */
const LONGEST_REQUEST_MS = 6 * 60 * 60 * 1000;

export async function serve(start: (settings: Settings) => Promise<RunningApp>): Promise<void> {
	await live(async (log) => {
		const settings = serverSettings(log);
		const build = builtVersion();
		if (build === null)
			throw sentence('The pages are not built: run npm start, which builds them.');
		const http = createServer({ requestTimeout: LONGEST_REQUEST_MS });
		const running = await start({ ...settings, build, http });
		globalThis.fairline = running.pages;
		const pages = await builtPages(settings.env.origin);
		const front = frontOf(settings.env.origin, (request, response) => {
			const { imports, income, webhooks } = running.app;
			const isTaken = [imports, income, webhooks].some((room) => room.answer(request, response));
			if (!isTaken) pages(request, response);
		});
		http.on('request', front.handle);
		await listen(http, settings.env);
		log.info({ event: 'listening', port: settings.env.port, build });
		tell({ kind: 'listening', lines: welcome(running.app) });
		return {
			async close() {
				http.close();
				http.closeIdleConnections();
				await front.quiet();
				await running.dispose();
			}
		};
	});
}

/** SvelteKit's own server, which reads its settings when it is imported. */
async function builtPages(origin: string): Promise<RequestListener> {
	tellAdapter(origin);
	const { handler } = (await import(pathToFileURL(join(ROOT, 'build/handler.js')).href)) as {
		handler: RequestListener;
	};
	return handler;
}
