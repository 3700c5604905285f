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

export default defineConfig({
	plugins: [serverStaysOnTheServer(), sveltekit()],
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['{shared,server,src}/**/*.test.ts', 'tests/*.test.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'flows',
					environment: 'node',
					include: ['tests/flows/**/*.test.ts', 'tests/traces/**/*.test.ts'],
					globalSetup: 'tests/flows/database.ts'
				}
			}
		]
	}
});
