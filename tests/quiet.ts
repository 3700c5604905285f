/** Before every unit and flow file: a test that prints a warning or an error has something to say, so it fails. */
import { afterEach, beforeEach, expect } from 'vitest';

const kept = { warn: console.warn, error: console.error };
let printed: string[] = [];

beforeEach(() => {
	printed = [];
	for (const level of ['warn', 'error'] as const) {
		console[level] = (...words: unknown[]) => {
			printed.push(words.map(String).join(' '));
			kept[level](...words);
		};
	}
});

afterEach(() => {
	Object.assign(console, kept);
	expect(printed, 'printed by a test that should be quiet').toEqual([]);
});
