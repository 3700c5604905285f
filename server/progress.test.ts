import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { withProgress } from './progress.ts';

test('work that is soon over says nothing and gives its result', async () => {
	const lines: string[] = [];
	const what = 'Making the database';
	const result = await withProgress({ say: (line) => lines.push(line), what }, () =>
		Promise.resolve(42)
	);
	expect({ result, lines }).toEqual({ result: 42, lines: [] });
});

test('work of more than two seconds is named, and its end is told, even when it fails', async () => {
	const lines: string[] = [];
	const work = withProgress({ say: (line) => lines.push(line), what: 'Building' }, async () => {
		await pause(2300);
		throw new Error('failed');
	});
	await expect(work).rejects.toThrow('failed');
	expect(lines).toEqual(['Building …', 'Building: took 2 seconds.']);
});
