/** The last line of `npm test` is what everyone reads, so its sum is tried on the reports of a bad day. */
import { describe, expect, it } from 'vitest';
import { countOf, playwrightCount, vitestCount } from './run/counts.js';

const file = (status: string, ...statuses: string[]) => ({
	status,
	assertionResults: statuses.map((one) => ({ status: one }))
});

describe('the count of a report', () => {
	it.each([
		['all is well', [file('passed', 'passed', 'passed')], 2, 0],
		['one test failed', [file('failed', 'passed', 'failed')], 1, 1],
		['a file could not be loaded', [file('failed'), file('passed', 'passed')], 1, 1],
		['preparation failed and its tests never ran', [file('failed', 'skipped', 'pending')], 0, 2],
		['a test was left out', [file('passed', 'passed', 'todo')], 1, 1]
	])('of vitest when %s', (_, testResults, passed, failed) => {
		expect(vitestCount(JSON.stringify({ testResults }))).toEqual({ passed, failed });
	});

	it.each([
		['all is well', { expected: 3 }, 0, 3, 0],
		['one failed, one wavered, one was left out', { unexpected: 1, flaky: 1, skipped: 1 }, 0, 0, 3],
		['the product never started', {}, 1, 0, 1]
	])('of playwright when %s', (_, some, errors, passed, failed) => {
		const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...some };
		const text = JSON.stringify({ stats, errors: Array(errors).fill({}) });
		expect(playwrightCount(text)).toEqual({ passed, failed });
	});

	it('is one failure when there is no report', () => {
		expect(countOf('vitest', '/nowhere/report.json', true)).toEqual({ passed: 0, failed: 1 });
	});

	it('is the stage itself where it has no tests', () => {
		expect(countOf('itself', '', true)).toEqual({ passed: 1, failed: 0 });
		expect(countOf('itself', '', false)).toEqual({ passed: 0, failed: 1 });
	});
});
