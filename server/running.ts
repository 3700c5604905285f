/** What the product is started with, and what it is once it runs. `main.ts` makes the second of the first. */
import type { Server } from 'node:http';
import type { App } from './app.ts';
import type { Clock } from './clock.ts';
import type { Env } from './env.ts';
import type { Log } from './log.ts';
import type { Pages } from './pages.ts';
import type { Say } from './progress.ts';

export type Settings = Readonly<{
	env: Env & { databaseUrl: string; authSecret: string };
	clock: Clock;
	log: Log;
	/** To the person at the terminal. */
	say: Say;
	/** The name of the pages' build, or that there is none because they change as we write them. */
	build: string;
	/** Its sockets hang here, before or after it listens. */
	http: Server;
}>;

export type RunningApp = Readonly<{
	app: App;
	/** What SvelteKit's side reaches. */
	pages: Pages;
	/** Lets go of everything, last come first gone. */
	dispose: () => Promise<void>;
}>;
