/** Every machine has another browser, or a file that only looks like one. */
import { describe, expect, it } from 'vitest';
import { firstThatRuns } from './chromium.js';

describe('the first browser that runs', () => {
	it('is not a path that is missing, a folder, or a program that fails', async () => {
		expect(await firstThatRuns(['/nowhere/chromium', '/tmp', '/bin/false'])).toBeNull();
	});

	it('is the earliest on the list that starts', async () => {
		expect(await firstThatRuns(['/nowhere/chromium', '/usr/bin/true', '/bin/sh'])).toBe(
			'/usr/bin/true'
		);
	});
});
