import { expect, it } from 'vitest';
import { piecesOf } from './words.ts';

it.each([
	['Nothing to see.', []],
	['You will pay £110 on the 1st.', ['£110']],
	['It covers it, £354, clear soon.', ['£354']],
	[
		'£1,184.37 by Tuesday 1\u00a0December\u00a02026, then £20.62.',
		['£1,184.37', '1\u00a0December\u00a02026', '£20.62']
	]
])('%s stands out with %j', (line, strong) => {
	const pieces = piecesOf(line);
	expect(pieces.map(({ text }) => text).join('')).toBe(line);
	expect(pieces.flatMap(({ text, isStrong }) => (isStrong ? [text] : []))).toEqual(strong);
});
