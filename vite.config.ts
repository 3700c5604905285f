import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vitest/config';

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
		// Rules hold no state, so that their files may share a process.
		isolate: name === 'unit',
		setupFiles: 'tests/quiet.ts',
		include:
			name === 'unit'
				? ['{shared,server,src}/**/*.test.ts', 'tests/*.test.ts']
				: ['shared/**/*.test.ts']
	}
}));

export default defineConfig({
	plugins: [serverStaysOnTheServer(), sveltekit()],
	test: {
		projects: [
			...unitProjects,
			{
				extends: true,
				test: {
					name: 'flows',
					environment: 'node',
					setupFiles: 'tests/quiet.ts',
					include: ['tests/flows/**/*.test.ts', 'tests/traces/**/*.test.ts'],
					globalSetup: 'tests/flows/database.ts'
				}
			}
		]
	}
});
