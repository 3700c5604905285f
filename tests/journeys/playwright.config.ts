/**
 * Journeys: the real product in a real browser, two spec files at a time, each on a product of its own: much of a
 * journey is waiting for a telephone, a person's pause or a server that comes back. `npm test` finds the browser and
 * names it in CHROME_PATH; run by itself this finds one too.
 */
import { defineConfig } from '@playwright/test';
import { findChromium, FLAGS } from '../chromium.js';

const browser = await findChromium((line) => console.log(line));
if (!browser.ok) throw new Error(browser.because);

const RESULTS = '../../test-results';

export default defineConfig({
	testDir: '.',
	testMatch: '*.spec.ts',
	globalSetup: './fill.config.ts',
	outputDir: `${RESULTS}/journeys`,
	workers: 2,
	retries: 0,
	forbidOnly: true,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	reporter: [['list'], ['json', { outputFile: `${RESULTS}/reports/journeys.json` }]],
	use: {
		viewport: { width: 1366, height: 768 },
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		screenshot: 'only-on-failure',
		// What the page was at each step is kept, and no film of it: filming takes a tenth of the processor's time.
		trace: { mode: 'retain-on-failure', screenshots: false },
		launchOptions: {
			executablePath: browser.path,
			args: FLAGS,
			env: { ...process.env, ...browser.env }
		}
	}
});
