/** How many tests of a stage passed and failed. What cannot be counted has failed: a silent report is no success. */
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * @param {import('./stages.js').Stage['counts']} kind
 * @param {{ report: string, output: string, succeeded: boolean }} ended
 * @returns {Count}
 */
export function countOf(kind, { report, output, succeeded }) {
	if (kind === 'itself') return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
	const text = kind === 'last line' ? output : read(report);
	if (text === null) return { passed: 0, failed: 1 };
	const count = COUNTS[kind](text);
	const isSkipped = kind === 'last line' && /^Skipped: ./m.test(text);
	const nothingSaid = succeeded ? count.passed === 0 && !isSkipped : true;
	return count.failed === 0 && nothingSaid ? { ...count, failed: 1 } : count;
}

/**
 * A file that could not be loaded, or whose preparation failed, is one failure; a test left out is one too.
 * @param {string} text
 * @returns {Count}
 */
export function vitestCount(text) {
	/** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */
	const { testResults } = JSON.parse(text);
	return testResults.reduce(
		(sum, file) => {
			const passed = file.assertionResults.filter(({ status }) => status === 'passed').length;
			const others = file.assertionResults.length - passed;
			const broken = file.status === 'failed' && others === 0 ? 1 : 0;
			return { passed: sum.passed + passed, failed: sum.failed + others + broken };
		},
		{ passed: 0, failed: 0 }
	);
}

/**
 * A test that passed only when tried again has failed once too often.
 * @param {string} text
 * @returns {Count}
 */
export function playwrightCount(text) {
	/** @type {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>, errors: unknown[] }} */
	const { stats, errors } = JSON.parse(text);
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + stats.skipped + errors.length
	};
}

/**
 * @param {string} text
 * @returns {Count}
 */
export function lastLineCount(text) {
	const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(text) ?? [];
	return { passed: Number(passed ?? 0), failed: Number(failed ?? 1) };
}

/** @type {Record<Exclude<import('./stages.js').Stage['counts'], 'itself'>, (text: string) => Count>} */
const COUNTS = { vitest: vitestCount, playwright: playwrightCount, 'last line': lastLineCount };

/**
 * @param {string} path
 * @returns {string | null}
 */
function read(path) {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return null;
	}
}
