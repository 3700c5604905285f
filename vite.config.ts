import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vitest/config';
import { dropBuild, isBuilt, keepMark, markOfSources } from './server/launch/mark.ts';

/** SvelteKit does not guard a top-level server folder: a value imported from it would reach the browser. */
function serverStaysOnTheServer(): Plugin {
	return {
		name: 'server-stays-on-the-server',
		enforce: 'pre',
		applyToEnvironment: (environment) => environment.name === 'client' && !process.env['VITEST'],
		load: {
			filter: { id: new RegExp(`^${import.meta.dirname}/server/`) },
			handler(id) {
				throw new Error(`${id} would reach the browser. Import only types from server.`);
			}
		}
	};
}

/** Rules hold wherever the machine stands: the council's own zone, none, and the first to see a new day. */
const ZONES = {
	unit: 'Europe/London',
	'unit in UTC': 'UTC',
	'unit in Auckland': 'Pacific/Auckland'
};

const unitProjects = Object.entries(ZONES).map(([name, zone]) => ({
	extends: true as const,
	test: {
		name,
		environment: 'node' as const,
		env: { TZ: zone },
		setupFiles: ['tests/quiet.ts', 'tests/laws/same-seed.ts'],
		testTimeout: 15_000,
		include:
			name === 'unit'
				? ['{shared,server,src}/**/*.test.ts', 'tests/*.test.ts']
				: ['shared/**/*.test.ts']
	}
}));

/** Says with a build what it was made from, so that `npm start` builds only what has changed. */
function buildCarriesItsMark(): Plugin {
	const root = import.meta.dirname;
	let mark: string | null = null;
	return {
		name: 'build-carries-its-mark',
		apply: 'build',
		configResolved(config) {
			// SvelteKit builds twice and puts the result together at the end of the server's.
			if (!config.build.ssr) return;
			mark = markOfSources(root);
			dropBuild(root);
		},
		closeBundle: {
			order: 'post',
			sequential: true,
			handler() {
				// It is called after a failure too, when there is nothing to mark.
				if (mark !== null && isBuilt(root)) keepMark(root, mark);
			}
		}
	};
}

export default defineConfig({
	plugins: [serverStaysOnTheServer(), sveltekit(), buildCarriesItsMark()],
	test: {
		// Modules hold no state, so that files may share a process: what they import is loaded once in each.
		isolate: false,
		// A flow waits for its database more than for the processor.
		maxWorkers: '100%',
		projects: [
			...unitProjects,
			{
				extends: true,
				test: {
					name: 'flows',
					environment: 'node',
					// The machine of a busy moment, not of a good one.
					testTimeout: 30_000,
					hookTimeout: 60_000,
					setupFiles: 'tests/quiet.ts',
					include: ['tests/flows/**/*.test.ts', 'tests/traces/**/*.test.ts'],
					globalSetup: 'tests/flows/database.ts'
				}
			},
			{
				extends: true,
				test: {
					name: 'live',
					environment: 'node',
					testTimeout: 30_000,
					hookTimeout: 60_000,
					setupFiles: 'tests/quiet.ts',
					include: ['tests/live/**/*.test.ts'],
					globalSetup: 'tests/flows/database.ts'
				}
			}
		]
	}
});
