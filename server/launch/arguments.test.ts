import { expect, test } from 'vitest';
import { sentenceOf } from '../sentence.ts';
import { readArguments } from './arguments.ts';

test.each([
	[[], { dev: false, on: null }],
	[['dev'], { dev: true, on: null }],
	[['--on', '2026-11-19'], { dev: false, on: '2026-11-19' }],
	[['dev', '--on=2026-11-19'], { dev: true, on: '2026-11-19' }]
])('%o is understood', (args, asked) => {
	expect(readArguments(args)).toEqual(asked);
});

test.each([
	[['--on']],
	[['--on', '19 November']],
	[['--on', '2026-02-30']],
	[['--day', '2026-11-19']],
	[['production']],
	[['dev', 'dev']]
])('%o is refused with a sentence', (args) => {
	let refusal: string | null = null;
	try {
		readArguments(args);
	} catch (error) {
		refusal = sentenceOf(error);
	}
	expect(refusal).toMatch(/\.$/);
});
