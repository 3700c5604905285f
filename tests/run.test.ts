/** The last line of `npm test` is what everyone reads, so its sum is tried on the reports of a bad day. */
import { describe, expect, it } from 'vitest';
import { countOf, lastLineCount, playwrightCount, vitestCount } from './run/counts.js';

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

	it.each([
		['12 passed, 0 failed\n', 12, 0],
		['FAILED a: 1 passed, 0 failed\n3 passed, 2 failed', 3, 2],
		['3 passed, 0 failed\nand then it fell over', 0, 1]
	])('of a last line %j', (output, passed, failed) => {
		expect(lastLineCount(output)).toEqual({ passed, failed });
	});

	it('is one failure when there is no report', () => {
		const ended = { report: '/nowhere/report.json', output: '', succeeded: true };
		expect(countOf('vitest', ended)).toEqual({ passed: 0, failed: 1 });
	});

	it('is nothing where a stage says that it was left out, unless it failed', () => {
		const ended = { report: '', output: 'Skipped: calls: no programs.\n0 passed, 0 failed\n' };
		expect(countOf('last line', { ...ended, succeeded: true })).toEqual({ passed: 0, failed: 0 });
		expect(countOf('last line', { ...ended, succeeded: false })).toEqual({ passed: 0, failed: 1 });
		const silent = { report: '', output: '0 passed, 0 failed\n', succeeded: true };
		expect(countOf('last line', silent)).toEqual({ passed: 0, failed: 1 });
	});

	it('is the stage itself where it has no tests', () => {
		const ended = { report: '', output: '' };
		expect(countOf('itself', { ...ended, succeeded: true })).toEqual({ passed: 1, failed: 0 });
		expect(countOf('itself', { ...ended, succeeded: false })).toEqual({ passed: 0, failed: 1 });
	});
});
