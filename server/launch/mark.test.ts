import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	renameSync,
	rmSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { markOfSources } from './mark.ts';

const root = mkdtempSync(join(tmpdir(), 'fairline-mark-'));
const page = join(root, 'src/routes/+page.svelte');
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeEach(() => {
	rmSync(join(root, 'src'), { recursive: true, force: true });
	mkdirSync(join(root, 'src/routes'), { recursive: true });
	writeFileSync(page, '<h1>Calls</h1>');
	writeFileSync(join(root, 'package.json'), '{}');
});

test.each<[string, () => void]>([
	['a changed page', () => writeFileSync(page, '<h1>Desk</h1>')],
	['a new page', () => writeFileSync(join(root, 'src/routes/+error.svelte'), '')],
	['a renamed page', () => renameSync(page, join(root, 'src/routes/+layout.svelte'))],
	['a changed dependency', () => writeFileSync(join(root, 'package.json'), '{"a":1}')],
	['a deleted page', () => rmSync(page)]
])('%s is built again', (_, change) => {
	const before = markOfSources(root);
	change();
	expect(markOfSources(root)).not.toBe(before);
});

test.each<[string, () => void]>([
	['a page that was only touched', () => utimesSync(page, 1, 1)],
	['a test', () => writeFileSync(join(root, 'src/routes/page.test.ts'), '')],
	['a note beside the project', () => cpSync(page, join(root, 'notes.txt'))]
])('%s builds nothing', (_, change) => {
	const before = markOfSources(root);
	change();
	expect(markOfSources(root)).toBe(before);
});
