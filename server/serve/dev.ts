/**
 * The development server: Vite with hot reload on the same port and by the same rules as the built product. Requests
 * wait while a change is being taken in; browsers' sockets come back by themselves.
 */
import { createServer as createHttpServer } from 'node:http';
import { join } from 'node:path';
import { createServer } from 'vite';
import { ROOT } from '../env.ts';
import { DEVELOPMENT } from '../health.ts';
import { frontOf } from './front.ts';
import { live, tell } from './lifeline.ts';
import { listen } from './listen.ts';
import { reloading } from './reloading.ts';
import { serverSettings } from './settings.ts';
import { welcome } from './welcome.ts';

await live(async (log) => {
	const settings = serverSettings(log);
	const http = createHttpServer();
	const vite = await createServer({
		root: ROOT,
		configFile: join(ROOT, 'vite.config.ts'),
		clearScreen: false,
		server: { middlewareMode: true, hmr: { server: http } }
	});
	const product = reloading(vite, { ...settings, http, build: DEVELOPMENT });
	const front = frontOf(settings.env.origin, (request, response) => {
		void product.ready().then((running) => {
			if (running?.app.imports.answer(request, response)) return;
			if (running?.app.income.answer(request, response)) return;
			if (running?.app.webhooks.answer(request, response)) return;
			vite.middlewares(request, response);
		});
	});
	const first = await product.ready();
	http.on('request', front.handle);
	await listen(http, settings.env);
	tell({
		kind: 'listening',
		lines: first ? welcome(first.app) : [`Look at ${settings.env.origin}`]
	});
	return {
		async close() {
			http.close();
			await front.quiet();
			await product.close();
			await vite.close();
			http.closeAllConnections();
		}
	};
});
