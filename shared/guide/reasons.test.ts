import { expect, it } from 'vitest';
import { reasonsFor } from './reasons.ts';

it.each([
	['', 8],
	['bail', ['recovery']],
	['partner', ['household']],
	['hours', ['income']],
	['already paid', ['dispute']],
	['zebra', []]
] as const)('the reasons for %j', (typed, expected) => {
	const found = reasonsFor(typed);
	expect(typeof expected === 'number' ? found.length : found).toEqual(expected);
});
