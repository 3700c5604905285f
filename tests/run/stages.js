/** What `npm test` runs. A stage without tests of its own counts as one; the others are counted from their reports. */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {readonly (readonly string[])[]} commands Run in order while they succeed.
 * @property {'itself' | 'vitest' | 'playwright' | 'last line'} counts Whose tests are counted: by that tool's JSON
 *   report, or by a last line of the same form as ours.
 * @property {boolean} [showsFigures] What it prints is worth reading when all is well, too.
 */

/** The reports lie here, each under its stage's name. */
export const REPORTS = 'test-results/reports';

/** Asks about the code as it is written. @type {readonly Stage[]} */
export const READING = [
	{ name: 'format', commands: [['prettier', '--check', '.']], counts: 'itself' },
	{
		name: 'types',
		commands: [
			['svelte-kit', 'sync'],
			['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings']
		],
		counts: 'itself'
	},
	{ name: 'lint', commands: [['eslint', '.', '--max-warnings', '0']], counts: 'itself' }
];

/** Asks what the code does. @type {readonly Stage[]} */
export const RUNNING = [
	{ name: 'build', commands: [['vite', 'build']], counts: 'itself' },
	vitest('unit'),
	vitest('flows'),
	{ name: 'live', commands: [['node', 'tests/live/run.ts']], counts: 'last line' },
	{ name: 'vectors', commands: [['node', 'tests/vectors/run.ts']], counts: 'last line' }
];

/** Looks at the built product as a person does, so it needs the build and a browser. @type {readonly Stage[]} */
export const SEEING = [
	{
		name: 'journeys',
		commands: [['playwright', 'test', '--config', 'tests/journeys']],
		counts: 'playwright'
	},
	{
		name: 'bench',
		commands: [
			['node', 'tests/bench/run.ts', 'pop', '--short', '--alone'],
			['node', 'tests/bench/run.ts', 'telephony', '--short', '--alone'],
			['node', 'tests/bench/run.ts', 'view', '--short'],
			['node', 'tests/bench/run.ts', 'search', '--short'],
			['node', 'tests/bench/run.ts', 'import', '--short'],
			['node', 'tests/bench/run.ts', 'plan', '--short']
		],
		counts: 'itself',
		showsFigures: true
	}
];

/**
 * @param {string} name
 * @returns {Stage}
 */
function vitest(name) {
	const report = `--outputFile.json=${REPORTS}/${name}.json`;
	return {
		name,
		commands: [
			['vitest', 'run', '--project', `${name}*`, '--reporter=default', '--reporter=json', report]
		],
		counts: 'vitest'
	};
}
