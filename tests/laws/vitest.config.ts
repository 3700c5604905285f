import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** The long form of the laws in `npm test`: every property on many rows that nobody has seen. */
export default defineConfig({
	plugins: [sveltekit()],
	test: {
		root: new URL('../..', import.meta.url).pathname,
		environment: 'node',
		env: { TZ: 'Europe/London' },
		testTimeout: 900_000,
		setupFiles: 'tests/laws/other-seeds.ts',
		include: ['{shared,src}/**/*.test.ts']
	}
});
