/** The law's own tests are part of every run; and the run tells a wrong answer from a right one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tryFolder } from './vectors/files.ts';

const FOLDER = join(import.meta.dirname, 'vectors');
const tried = tryFolder(FOLDER);
const files = [...new Set(tried.map((one) => one.file))];

describe('the worked cases of the law', () => {
	it.each(files)('%s holds, every case of it', (file) => {
		const failures = tried.filter((one) => one.file === file && one.failed !== null);
		expect(failures).toEqual([]);
	});

	it('are all there', () => {
		expect(files).toHaveLength(13);
		expect(tried.length).toBeGreaterThan(280);
	});
});

describe('a folder of other cases', () => {
	const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
	const put = (name: string, cases: unknown) =>
		writeFileSync(join(folder, `${name}.json`), JSON.stringify({ cases }));

	it('fails where the answer is wrong, the case is unreadable or nothing reads the file', () => {
		put('frequency_conversion', [
			{
				id: 'right',
				frequency: 'weekly',
				amount: '1.00',
				multiplier: '52/12',
				to: 'monthly',
				expected: '4.33'
			},
			{
				id: 'wrong',
				frequency: 'weekly',
				amount: '1.00',
				multiplier: '52/12',
				to: 'monthly',
				expected: '4.34'
			},
			{ id: 'unreadable', frequency: 'weekly' }
		]);
		put('horoscopes', [{ id: 'one' }]);
		const failures = tryFolder(folder).map((one) => [one.id, one.failed !== null]);
		rmSync(folder, { recursive: true });
		expect(failures).toEqual([
			['right', false],
			['wrong', true],
			['unreadable', true],
			['the whole file', true]
		]);
	});
});
