/**
 * `npm test`: every check of the house, one after another, and one plain line at the end: `N passed, N failed`.
 * Nothing stops it half way, so one run tells all that is wrong. What only reads the code runs beside what runs it;
 * the journeys come last and alone, because a browser feels every other process of a small machine.
 * `npm run check` leaves out what needs a browser; `node tests/run.js lint unit` runs what is named.
 */
import { findChromium } from './chromium.js';
import { runStage } from './run/stage.js';
import { READING, RUNNING, SEEING } from './run/stages.js';

/** @typedef {import('./run/stage.js').Result} Result */

if (Number.parseInt(process.versions.node) < 24) {
	console.error(
		`The tests need Node 24 or later and this is ${process.version}: run them by "npm test", which finds the one that "npm ci" brought, or install Node 24.`
	);
	process.exit(1);
}

const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const withoutBrowser = process.argv.includes('--without-journeys');
/** @param {{ name: string }} stage */
const isWanted = ({ name }) => named.length === 0 || named.includes(name);
const seeing = withoutBrowser ? [] : SEEING.filter(isWanted);

// A browser may have to be installed first, which can go on beside everything else.
const browser = seeing.length > 0 ? findChromium(console.log) : null;
const beside = await Promise.all(
	[READING, RUNNING].map((stages) => inOrder(stages.filter(isWanted)))
);
const results = beside.flat();
if (browser) results.push(...(await seen(await browser, results)));

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
const red = results.filter((result) => result.failed > 0).map(({ name }) => name);
if (red.length > 0) console.log(`Failed: ${red.join(', ')}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

/**
 * @param {readonly import('./run/stages.js').Stage[]} stages
 * @param {Record<string, string>} [env]
 */
async function inOrder(stages, env) {
	const results = [];
	for (const stage of stages) results.push(await runStage(stage, env));
	return results;
}

/**
 * @param {import('./chromium.js').Found} found
 * @param {readonly Result[]} before
 * @returns {Promise<Result[]>}
 */
async function seen(found, before) {
	const isUnbuilt = before.some(({ name, failed }) => name === 'build' && failed > 0);
	if (found.ok && !isUnbuilt) return inOrder(seeing, { CHROME_PATH: found.path, ...found.env });
	const because = found.ok ? 'The build failed, so there is no page to open.' : found.because;
	return seeing.map(({ name }) => {
		console.log(`FAILED ${name}: ${because}`);
		return { name, passed: 0, failed: 1 };
	});
}
