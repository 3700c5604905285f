/**
 * `npm test`: every check of the house, one after another, and one plain line at the end: `N passed, N failed`.
 * Nothing stops it half way, so one run tells all that is wrong. What only reads the code runs beside what runs it;
 * the journeys come last and alone, because a browser feels every other process of a small machine.
 * `npm run check` leaves the journeys out; `node tests/run.js lint unit` runs what is named.
 */
import { runStage } from './run/stage.js';
import { READING, RUNNING, SEEING } from './run/stages.js';

if (Number.parseInt(process.versions.node) < 24) {
	console.error(
		`The tests need Node 24 or later and this is ${process.version}: run them by "npm test", which finds the one that "npm ci" brought, or install Node 24.`
	);
	process.exit(1);
}

const wanted = process.argv.slice(2);
const named = wanted.filter((word) => !word.startsWith('--'));
/** @param {{ name: string }} stage */
const isWanted = ({ name }) =>
	named.length > 0
		? named.includes(name)
		: !(name === 'journeys' && wanted.includes('--without-journeys'));

const beside = await Promise.all([
	inOrder(READING.filter(isWanted)),
	inOrder(RUNNING.filter(isWanted))
]);
const results = [...beside.flat(), ...(await inOrder(SEEING.filter(isWanted)))];

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
const red = results.filter((result) => result.failed > 0).map(({ name }) => name);
if (red.length > 0) console.log(`Failed: ${red.join(', ')}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

/** @param {readonly import('./run/stages.js').Stage[]} stages */
async function inOrder(stages) {
	const results = [];
	for (const stage of stages) results.push(await runStage(stage));
	return results;
}
